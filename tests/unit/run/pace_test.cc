#include "pipeline/run/pace.h"

#include <gtest/gtest.h>

namespace vanthu::run {
namespace {

using std::chrono::seconds;

TEST(PaceTest, SaysNothingInTheFirstSeconds) {
  Pace pace;
  const Pace::Time start{};
  EXPECT_FALSE(pace.Update({0, 100, 0, 0}, start).has_value());
  EXPECT_FALSE(pace.Update({1, 100, 2, 0}, start + seconds(2)).has_value());
  EXPECT_TRUE(pace.Update({2, 100, 4, 0}, start + seconds(4)).has_value());
}

TEST(PaceTest, RatesOfWhatWasRead) {
  Pace pace;
  const Pace::Time start{};
  static_cast<void>(pace.Update({0, 100, 0, 0}, start));
  // 60 files were in the archive already, 10 were read.
  const auto now = pace.Update({70, 100, 20, 60}, start + seconds(10));
  ASSERT_TRUE(now.has_value());
  EXPECT_DOUBLE_EQ(now->pages_per_second, 2);
  EXPECT_EQ(now->left, seconds(30));
}

TEST(PaceTest, NoTimeLeftBeforeAFileWasRead) {
  Pace pace;
  const Pace::Time start{};
  static_cast<void>(pace.Update({0, 1, 0, 0}, start));
  const auto now = pace.Update({0, 1, 30, 0}, start + seconds(10));
  ASSERT_TRUE(now.has_value());
  EXPECT_DOUBLE_EQ(now->pages_per_second, 3);
  EXPECT_FALSE(now->left.has_value());
}

TEST(PaceTest, ForgetsWhatIsLongAgo) {
  Pace pace;
  const Pace::Time start{};
  for (int s = 0; s <= 60; ++s)
    static_cast<void>(pace.Update({s * 10, 1000, s * 10, 0}, start + seconds(s)));
  std::optional<Pace::Now> now;
  for (int s = 61; s <= 180; ++s)
    now = pace.Update({600 + s - 60, 1000, 600 + s - 60, 0}, start + seconds(s));
  ASSERT_TRUE(now.has_value());
  EXPECT_DOUBLE_EQ(now->pages_per_second, 1);
  EXPECT_EQ(now->left, seconds(280));
}

}  // namespace
}  // namespace vanthu::run
