#include "pipeline/export/fact_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vanthu::exporting {
namespace {

using nlohmann::ordered_json;
using testing::ElementsAre;

ordered_json Range(const char* raw, ordered_json min, ordered_json max, bool approx = false) {
  return {{"raw", raw}, {"min", std::move(min)}, {"max", std::move(max)}, {"approx", approx}};
}

TEST(RangeTextTest, IsShort) {
  EXPECT_EQ(RangeText(Range("12 người", 12, 12)), "12");
  EXPECT_EQ(RangeText(Range("Khoảng 12", 12, 12, true)), "~12");
  EXPECT_EQ(RangeText(Range("5 - 7", 5, 7)), "5-7");
  EXPECT_EQ(RangeText(Range("0,5", 0.5, 0.5)), "0.5");
  EXPECT_EQ(RangeText(Range("từ 5", 5, nullptr)), "5");
  EXPECT_EQ(RangeText(Range("Do Trưởng đoàn", nullptr, nullptr)), "Do Trưởng đoàn");
  EXPECT_EQ(RangeText(nullptr), "");
  EXPECT_EQ(RangeText(ordered_json::object()), "");
}

TEST(PeriodTextTest, NamesWholeMonthsAndYears) {
  const struct {
    ordered_json start, end;
    std::string text;
  } rows[] = {
      {"2021-05-10", "2021-05-10", "2021-05-10"},
      {"2021-05-10", "2021-05-14", "2021-05-10..2021-05-14"},
      {"2021-05-01", "2021-05-31", "2021-05"},
      {"2021-04-01", "2021-06-30", "2021-04..2021-06"},
      {"2021-01-01", "2021-12-31", "2021"},
      {"2021-01-01", "2025-12-31", "2021..2025"},
      {"2020-02-01", "2020-02-29", "2020-02"},
      {"2021-02-01", "2021-02-27", "2021-02-01..2021-02-27"},
      {nullptr, "2021-06-30", "..2021-06-30"},
      {nullptr, nullptr, "sau Tết"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(PeriodText({{"start", row.start}, {"end", row.end}, {"raw", "sau Tết"}}), row.text);
  }
  EXPECT_EQ(PeriodText(nullptr), "");
}

TEST(FactRowTest, FlattensForCsvAndShortensForTables) {
  const ordered_json row = {
      {"letter_id", 3},
      {"number", "35/KH-UBND"},
      {"direction", "out"},
      {"countries", {"JP", "KR"}},
      {"members", Range("10 - 12", 10, 12)},
      {"days", nullptr},
      {"period", {{"start", "2021-04-01"}, {"end", "2021-06-30"}, {"raw", "Quý II"}}},
      {"page", 1}};
  EXPECT_EQ(FactRow(FactRows::kDelegations, RowFormat::kJson, row), row);
  const ordered_json csv = FactRow(FactRows::kDelegations, RowFormat::kCsv, row);
  EXPECT_EQ(csv["members"], "10-12");
  EXPECT_EQ(csv["period"], "2021-04..2021-06");
  EXPECT_EQ(csv["days"], nullptr);
  const ordered_json table = FactRow(FactRows::kDelegations, RowFormat::kTable, row);
  EXPECT_EQ(table["id"], 3);
  EXPECT_EQ(table["to"], ordered_json({"JP", "KR"}));
  EXPECT_EQ(table["period"], "2021-04..06");
}

TEST(FactRowTest, TablesLeaveOutWhatGoesWithoutSaying) {
  const ordered_json row = {{"approx", "exact"}, {"change", "none"}, {"kind", "money"}};
  EXPECT_EQ(FactRow(FactRows::kFigures, RowFormat::kCsv, row)["approx"], "exact");
  EXPECT_EQ(FactRow(FactRows::kFigures, RowFormat::kTable, row)["approx"], nullptr);
  EXPECT_EQ(FactRow(FactRows::kFigures, RowFormat::kTable, row)["kind"], "money");
}

TEST(FactColumnsTest, AreFixed) {
  EXPECT_THAT(FactColumns(FactRows::kPartners, RowFormat::kCsv),
              ElementsAre("name", "kind", "country", "letters", "last_letter_id", "last_number",
                          "last_date"));
  EXPECT_THAT(FactColumns(FactRows::kDeadlines, RowFormat::kTable),
              ElementsAre("due", "task", "assignee", "id", "number", "page"));
}

}  // namespace
}  // namespace vanthu::exporting
