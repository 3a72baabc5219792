#include "pipeline/run/import_plan.h"

#include <gtest/gtest.h>

namespace vanthu::run {
namespace {

using std::chrono::milliseconds;

TEST(EstimateTest, WithoutEarlierRuns) {
  EXPECT_EQ(EstimateBusy("text/plain", {100, 400'000, 0}, {}), milliseconds(1000));
  EXPECT_EQ(EstimateBusy("image/jpeg", {2, 400'000, 0}, {}), milliseconds(6000));
  // Two PDFs of 900 kB in all have some three pages, and never less than one each.
  EXPECT_EQ(EstimateBusy("application/pdf", {2, 900'000, 0}, {}), milliseconds(9000));
  EXPECT_EQ(EstimateBusy("application/pdf", {2, 90'000, 0}, {}), milliseconds(6000));
}

TEST(EstimateTest, ByFilesOfTheKindThatWereRead) {
  const archive::Speeds speeds = {{"text/plain", {10, 10, 1000, 50}},
                                  {"application/pdf", {10, 40, 4'000'000, 20'000}}};
  EXPECT_EQ(EstimateBusy("text/plain", {100, 5, 0}, speeds), milliseconds(500));
  EXPECT_EQ(EstimateBusy("application/pdf", {1, 2'000'000, 0}, speeds), milliseconds(10'000));
  EXPECT_EQ(EstimateBusy("image/png", {1, 5, 0}, speeds), milliseconds(3000));
}

}  // namespace
}  // namespace vanthu::run
