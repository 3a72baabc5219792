#include "pipeline/run/doubts.h"

#include <gtest/gtest.h>

namespace vanthu::run {
namespace {

Record Sure() {
  Record record;
  const auto sure = [](auto& value) {
    value.emplace();
    value->score = 0.95;
  };
  sure(record.number);
  sure(record.issue_date);
  sure(record.issuer);
  sure(record.doc_type);
  sure(record.signer);
  return record;
}

TEST(DoubtsTest, NoneWhereAllIsSure) { EXPECT_TRUE(DoubtsOf(Sure()).empty()); }

TEST(DoubtsTest, WhatIsMissingAndWhatIsUnsure) {
  Record record = Sure();
  record.issuer.reset();
  record.number->score = 0.4;
  record.number->raw = "Số: 1?/BC";
  record.number->evidence.push_back({2, {}, 1});
  EXPECT_EQ(DoubtsOf(record), (std::vector<Doubt>{{"unsure", "number", "Số: 1?/BC", 2, 0.4},
                                                  {"missing", "issuer", "", 0, 0}}));
}

TEST(DoubtsTest, WarningsOfReadingOnceAPage) {
  Record record = Sure();
  record.diagnostics = {{Severity::kWarning, "text_unread", "letters", 1, {}},
                        {Severity::kWarning, "text_unread", "letters", 1, {}},
                        {Severity::kWarning, "text_unread", "letters", 3, {}},
                        {Severity::kWarning, "reconcile_rows", "sums differ", 1, {}},
                        {Severity::kInfo, "noise_dropped", "noise", 1, {}}};
  EXPECT_EQ(DoubtsOf(record), (std::vector<Doubt>{{"text_unread", "", "letters", 1, 0},
                                                  {"text_unread", "", "letters", 3, 0}}));
}

}  // namespace
}  // namespace vanthu::run
