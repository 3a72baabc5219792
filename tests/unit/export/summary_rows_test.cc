#include "pipeline/export/summary_rows.h"

#include <gtest/gtest.h>

namespace vanthu::exporting {
namespace {

using nlohmann::ordered_json;

ordered_json Bounds(int min, int max) { return {{"min", min}, {"max", max}}; }

ordered_json Sample() {
  return {{"year", 2021},
          {"direction", "out"},
          {"stage", "reported"},
          {"part", "all"},
          {"country", nullptr},
          {"delegations", Bounds(7, 7)},
          {"people", Bounds(50, 52)},
          {"rows", 6},
          {"people_unknown", 1},
          {"doubles", 2},
          {"before", {{"delegations", Bounds(4, 4)}, {"people", nullptr}, {"people_unknown", 4}}},
          {"change", {{"delegations", Bounds(3, 3)}, {"people", nullptr}}},
          {"stated",
           {{"delegations", Bounds(94, 94)},
            {"people", Bounds(486, 486)},
            {"period", {{"start", "2021-01-01"}, {"end", "2021-12-31"}, {"raw", "Năm 2021"}}},
            {"letter_id", 5}}}};
}

const SummaryWords kWords{"tất cả", "không rõ", SheetLanguage::kVietnamese};

TEST(SummaryRowTest, ATableIsForReading) {
  const ordered_json row = SummaryRow(RowFormat::kTable, kWords, Sample());
  EXPECT_EQ(row["direction"], "đoàn ra");
  EXPECT_EQ(row["stage"], "thực hiện");
  EXPECT_EQ(row["country"], "tất cả");
  EXPECT_EQ(row["delegations"], "7");
  EXPECT_EQ(row["before"], "4");
  EXPECT_EQ(row["change"], "+3");
  EXPECT_EQ(row["people"], "50-52");
  EXPECT_EQ(row["before (p)"], nullptr);
  EXPECT_EQ(row["change (p)"], nullptr);
  EXPECT_EQ(row["stated"], "94 / 486");
  for (const std::string& column : SummaryColumns(RowFormat::kTable)) {
    EXPECT_TRUE(row.contains(column)) << column;
  }
}

TEST(SummaryRowTest, ChangesHaveASign) {
  ordered_json sample = Sample();
  const auto change = [&](int min, int max, RowFormat format) {
    sample["change"]["people"] = Bounds(min, max);
    return SummaryRow(format, kWords, sample)["people_change"];
  };
  EXPECT_EQ(change(-2, -2, RowFormat::kCsv), "-2");
  EXPECT_EQ(change(0, 0, RowFormat::kCsv), "0");
  EXPECT_EQ(change(-2, 1, RowFormat::kCsv), "-2..+1");
  EXPECT_EQ(change(-2, -2, RowFormat::kXlsx), -2);
  EXPECT_EQ(change(-2, 1, RowFormat::kXlsx), "-2..+1");
}

TEST(SummaryRowTest, ProgramsGetCodesAndColumnsOfTheirOwn) {
  const ordered_json row = SummaryRow(RowFormat::kCsv, kWords, Sample());
  EXPECT_EQ(row["direction"], "out");
  EXPECT_EQ(row["country"], nullptr);
  EXPECT_EQ(row["people_unknown_before"], 4);
  EXPECT_EQ(row["stated_period"], "2021");
  EXPECT_EQ(row["stated_letter"], 5);
  for (const std::string& column : SummaryColumns(RowFormat::kCsv)) {
    EXPECT_TRUE(row.contains(column)) << column;
    EXPECT_NE(ShapeOf(column, SheetLanguage::kVietnamese).name,
              ShapeOf(column, SheetLanguage::kEnglish).name)
        << column;
  }
  EXPECT_EQ(SummaryRow(RowFormat::kJson, kWords, Sample()), Sample());
}

TEST(SummaryRowTest, WhatIsNotKnownIsEmpty) {
  ordered_json sample = Sample();
  sample["part"] = "country";
  sample["delegations"] = sample["before"] = sample["stated"] = nullptr;
  const ordered_json row = SummaryRow(RowFormat::kTable, kWords, sample);
  EXPECT_EQ(row["country"], "không rõ");
  EXPECT_EQ(row["delegations"], nullptr);
  EXPECT_EQ(row["before"], nullptr);
  EXPECT_EQ(row["stated"], nullptr);
}

}  // namespace
}  // namespace vanthu::exporting
