#include "pipeline/archive/year_summary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/archive/rows_fixture.h"

namespace vanthu::archive {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Out: to `countries` in a month of a year, 0 for no period.
Delegation Trip(const std::string& purpose, std::vector<std::string> countries, int year, int month,
                std::optional<int> members) {
  Delegation trip = MakeDelegation(purpose, std::move(countries));
  if (year > 0) trip.period = MakePeriod({year, month, 1}, {year, month, 28});
  if (members) trip.members = MakeRange("x", *members, *members);
  return trip;
}

DelegationTotal Total(int count, int members, CalendarDate start, CalendarDate end) {
  DelegationTotal total = Evident<DelegationTotal>("đoàn");
  total.count = MakeRange("đoàn", count, count);
  total.members = MakeRange("người", members, members);
  total.period = MakePeriod(start, end);
  return total;
}

class YearSummaryTest : public RowsTest {
 protected:
  int64_t Plan(int n, const std::string& date, const std::string& subject,
               std::vector<Delegation> delegations) {
    return PutLetter(n, "KH", date, subject, std::move(delegations));
  }
  int64_t PutLetter(int n, const std::string& type, const std::string& date,
                    const std::string& subject, std::vector<Delegation> delegations,
                    std::vector<DelegationTotal> totals = {}) {
    Record record = MakeRecord({.number = std::to_string(n) + "/" + type + "-UBND",
                                .type = type,
                                .date = date,
                                .issuer = "Ủy ban nhân dân tỉnh An Phú",
                                .subject = subject});
    record.place = Evident<TextValue>("An Phú");
    record.place->value = "An Phú";
    record.delegations = std::move(delegations);
    record.delegation_totals = std::move(totals);
    return Put(n, record);
  }

  Rows Summary(const SummaryQuestion& question) {
    return RowsOf([&](const RowSink& take) { return SummarizeYear(archive_, question, take); });
  }

  static std::string Text(const ordered_json& bounds) {
    if (bounds.is_null()) return "-";
    return bounds["min"] == bounds["max"] ? bounds["min"].dump()
                                          : bounds["min"].dump() + ".." + bounds["max"].dump();
  }
  // "out planned LA 2 (before 1, change 1) people 12 (before 8, change 4) unknown 0 doubles 0"
  std::vector<std::string> Lines(const SummaryQuestion& question) {
    std::vector<std::string> lines;
    for (const ordered_json& row : Summary(question)) {
      const auto before = [&](const char* key) {
        return row["before"].is_null() ? "-" : Text(row["before"][key]);
      };
      const std::string country = row["part"] == "all"       ? "all"
                                  : row["country"].is_null() ? "?"
                                                             : row["country"];
      lines.push_back(row["direction"].get<std::string>() + " " + row["stage"].get<std::string>() +
                      " " + country + " " + Text(row["delegations"]) + " (" +
                      before("delegations") + ", " + Text(row["change"]["delegations"]) + ") " +
                      Text(row["people"]) + " (" + before("people") + ", " +
                      Text(row["change"]["people"]) + ") unknown " + row["people_unknown"].dump() +
                      " doubles " + row["doubles"].dump());
    }
    return lines;
  }
};

TEST_F(YearSummaryTest, StandsBesideTheYearBefore) {
  Plan(1, "2019-12-20", "Đoàn ra năm 2020", {Trip("Đoàn thăm", {"LA"}, 2020, 3, 8)});
  Plan(2, "2020-12-20", "Đoàn ra năm 2021",
       {Trip("Đoàn thăm", {"LA"}, 2021, 3, 10), Trip("Đoàn học tập", {"TH", "LA"}, 2021, 5, 4),
        Trip("Đoàn xúc tiến", {"JP"}, 2021, 6, std::nullopt)});
  EXPECT_THAT(Lines({.year = 2021}),
              ElementsAre("out planned all 3 (1, 2) 14 (8, 6) unknown 1 doubles 0",
                          "out planned LA 2 (1, 1) 14 (8, 6) unknown 0 doubles 0",
                          "out planned JP 1 (0, 1) - (0, -) unknown 1 doubles 0",
                          "out planned TH 1 (0, 1) 4 (0, 4) unknown 0 doubles 0"));
  // No letter tells of 2019: that is not none.
  EXPECT_THAT(Lines({.year = 2020}),
              ElementsAre("out planned all 1 (-, -) 8 (-, -) unknown 0 doubles 0",
                          "out planned LA 1 (-, -) 8 (-, -) unknown 0 doubles 0"));
  EXPECT_THAT(Lines({.year = 2021, .direction = "in"}), IsEmpty());
  EXPECT_THAT(Lines({.year = 2021, .issuer = "Hà Giang"}), IsEmpty());
  EXPECT_EQ(Lines({.year = 2021, .issuer = "UBND tỉnh An Phú"}).size(), 4);
}

TEST_F(YearSummaryTest, PlannedAndReportedAreApart) {
  Plan(1, "2020-12-20", "Đoàn ra năm 2021", {Trip("Đoàn thăm", {"LA"}, 2021, 3, 8)});
  PutLetter(2, "BC", "2021-12-20", "Kết quả năm 2021",
            {Trip("Đoàn thăm", {"LA"}, 2021, 3, 7), Trip("Đoàn xúc tiến", {}, 2022, 5, 4)});
  EXPECT_THAT(Lines({.year = 2021}),
              ElementsAre("out planned all 1 (-, -) 8 (-, -) unknown 0 doubles 0",
                          "out planned LA 1 (-, -) 8 (-, -) unknown 0 doubles 0",
                          "out reported all 1 (-, -) 7 (-, -) unknown 0 doubles 0",
                          "out reported LA 1 (-, -) 7 (-, -) unknown 0 doubles 0"));
  // What the report looks forward to is planned.
  EXPECT_THAT(Lines({.year = 2022}),
              ElementsAre("out planned all 1 (1, 0) 4 (8, -4) unknown 0 doubles 0",
                          "out planned ? 1 (0, 1) 4 (0, 4) unknown 0 doubles 0",
                          "out planned LA 0 (1, -1) 0 (8, -8) unknown 0 doubles 0",
                          "out reported all - (1, -) - (7, -) unknown 0 doubles 0",
                          "out reported LA - (1, -) - (7, -) unknown 0 doubles 0"));
}

TEST_F(YearSummaryTest, AnAmendedPlanCountsOnce) {
  Plan(1, "2020-12-20", "Đoàn ra năm 2021",
       {Trip("Đoàn thăm hữu nghị", {"LA"}, 2021, 3, 8), Trip("Đoàn học tập", {"TH"}, 0, 0, 4)});
  Plan(2, "2021-02-10", "Điều chỉnh kế hoạch đoàn ra năm 2021",
       {Trip("Đoàn thăm hữu nghị", {"LA"}, 2021, 3, 10),
        Trip("Đoàn xúc tiến đầu tư", {"JP"}, 2021, 6, 5)});
  EXPECT_THAT(Lines({.year = 2021}),
              ElementsAre("out planned all 3 (-, -) 19 (-, -) unknown 0 doubles 1",
                          "out planned JP 1 (-, -) 5 (-, -) unknown 0 doubles 0",
                          "out planned LA 1 (-, -) 10 (-, -) unknown 0 doubles 1",
                          "out planned TH 1 (-, -) 4 (-, -) unknown 0 doubles 0"));
}

TEST_F(YearSummaryTest, ARowWithoutAPeriodIsOfTheYearThatItsTableNames) {
  Record record = MakeRecord({.number = "9/BC", .type = "BC", .date = "2020-12-20"});
  record.delegations = {Trip("Đoàn thăm", {"LA"}, 0, 0, 8)};  // on page 2
  Table table = Evident<Table>("KẾ HOẠCH ĐOÀN RA NĂM 2021");
  table.title = "KẾ HOẠCH ĐOÀN RA NĂM 2021";
  table.kind = TableKind::kOutgoingDelegations;
  table.columns = {"TT", "Nước đến"};
  table.pages = {2};
  record.tables = {table};
  Put(1, record);
  EXPECT_THAT(Lines({.year = 2020}), IsEmpty());
  EXPECT_EQ(Lines({.year = 2021}).front(), "out planned all 1 (-, -) 8 (-, -) unknown 0 doubles 0");
}

TEST_F(YearSummaryTest, WhatTextSumsUpStandsBeside) {
  const int64_t year = PutLetter(1, "BC", "2021-12-20", "Kết quả năm 2021", {},
                                 {Total(94, 486, {2021, 1, 1}, {2021, 12, 31})});
  PutLetter(2, "BC", "2021-12-25", "Quý IV", {}, {Total(120, 1, {2021, 10, 1}, {2021, 12, 31})});
  PutLetter(3, "BC", "2021-12-26", "Hai năm", {}, {Total(300, 1, {2020, 1, 1}, {2021, 12, 31})});
  const Rows rows = Summary({.year = 2021});
  ASSERT_EQ(rows.size(), 1);
  EXPECT_EQ(rows.front()["stage"], "reported");
  EXPECT_EQ(rows.front()["delegations"], nullptr);
  EXPECT_EQ(rows.front()["stated"]["letter_id"], year);
  EXPECT_EQ(Text(rows.front()["stated"]["delegations"]), "94");
  EXPECT_EQ(Text(rows.front()["stated"]["people"]), "486");
  EXPECT_THAT(Summary({.year = 2020}), IsEmpty());
  // Without a period of its own it is of the year that the letter looks back on.
  DelegationTotal bare = Total(12, 30, {}, {});
  bare.period.reset();
  PutLetter(4, "CV", "2014-02-27", "kết quả năm 2013, kế hoạch năm 2014", {}, {bare});
  EXPECT_EQ(Text(Summary({.year = 2013}).front()["stated"]["delegations"]), "12");
  EXPECT_THAT(Summary({.year = 2014}), IsEmpty());
}

TEST_F(YearSummaryTest, AnArchiveOfVersionThreeGetsItsSums) {
  PutLetter(1, "BC", "2021-12-20", "Kết quả năm 2021", {},
            {Total(94, 486, {2021, 1, 1}, {2021, 12, 31})});
  Database db = MigratedFrom(3);
  EXPECT_EQ(**db.QueryInt("SELECT count(*) FROM delegation_totals WHERE count_min = 94"), 1);
}

}  // namespace
}  // namespace vanthu::archive
