// Rows over the archive: how they are stored, replaced and migrated, and what the filters let through.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/archive/rows_fixture.h"

namespace vanthu::archive {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// A plan of 2021 with an outgoing delegation in 2021 and one that has no period, an incoming one in 2022.
Record Plan() {
  Record record = MakeRecord({.number = "35/KH-UBND",
                              .date = "2021-01-20",
                              .issuer = "Ủy ban nhân dân tỉnh An Phú",
                              .body = "một\fhai"});
  Delegation trade = MakeDelegation("Đoàn xúc tiến đầu tư", {"JP", "KR"});
  trade.seq = 1;
  trade.head = "Chủ tịch UBND tỉnh";
  trade.partners = {"JETRO", "Kinh đô Seoul"};
  trade.members = MakeRange("10 - 12 người", 10, 12);
  trade.period = MakePeriod({2021, 4, 1}, {2021, 6, 30});
  Delegation visit = MakeDelegation("Đoàn thăm hữu nghị", {"LA"});
  visit.count = MakeRange("02 đoàn", 2, 2);
  visit.members = MakeRange("Do Trưởng đoàn quyết định", std::nullopt, std::nullopt);
  Delegation guests = MakeDelegation("Đoàn tỉnh Champasak", {"LA"});
  guests.direction = Direction::kIn;
  guests.members = MakeRange("8", 8, 8);
  guests.period = MakePeriod({2021, 12, 1}, {2022, 1, 31});
  record.delegations = {trade, visit, guests};
  return record;
}

class FactsTest : public RowsTest {
 protected:
  Rows Delegations(const DelegationFilter& filter) {
    return RowsOf([&](const RowSink& take) { return EachDelegation(archive_, filter, take); });
  }
  std::vector<std::string> Purposes(const DelegationFilter& filter) {
    std::vector<std::string> purposes;
    for (const ordered_json& row : Delegations(filter)) purposes.push_back(row["purpose"]);
    return purposes;
  }
  Rows Figures(const FigureFilter& filter) {
    return RowsOf([&](const RowSink& take) { return EachFigure(archive_, filter, take); });
  }
  std::vector<std::string> Values(const FigureFilter& filter) {
    std::vector<std::string> values;
    for (const ordered_json& row : Figures(filter)) values.push_back(row["raw"]);
    return values;
  }
  Rows FigureSums(const FigureFilter& filter, FigureGroup group) {
    return RowsOf([&](const RowSink& take) { return SumFigures(archive_, filter, group, take); });
  }
  std::vector<std::string> Tasks(const std::string& days, const std::string& assignee = "") {
    DeadlineFilter filter;
    if (!days.empty()) filter.days = ParseDates(days);
    if (!assignee.empty()) filter.assignee = assignee;
    std::vector<std::string> tasks;
    const Rows rows =
        RowsOf([&](const RowSink& take) { return EachDeadline(archive_, filter, take); });
    for (const ordered_json& row : rows) tasks.push_back(row["task"]);
    return tasks;
  }
  int64_t Count(const std::string& table) {
    return **archive_.database().QueryInt("SELECT count(*) FROM " + table);
  }
};

TEST_F(FactsTest, ARowSaysWhatTheRecordSays) {
  const int64_t id = Put(1, Plan());
  const Rows rows = Delegations({.country = "Nhật Bản"});
  ASSERT_EQ(rows.size(), 1);
  const ordered_json expected = {
      {"letter_id", id},
      {"number", "35/KH-UBND"},
      {"issue_date", "2021-01-20"},
      {"issuer", "Ủy ban nhân dân tỉnh An Phú"},
      {"direction", "out"},
      {"seq", 1},
      {"purpose", "Đoàn xúc tiến đầu tư"},
      {"countries", {"JP", "KR"}},
      {"head", "Chủ tịch UBND tỉnh"},
      {"content", nullptr},
      {"partners", {"JETRO", "Kinh đô Seoul"}},
      {"members", {{"raw", "10 - 12 người"}, {"min", 10}, {"max", 12}, {"approx", false}}},
      {"days", nullptr},
      {"count", nullptr},
      {"period", {{"start", "2021-04-01"}, {"end", "2021-06-30"}, {"raw", "quý"}}},
      {"year", 2021},
      {"funding", nullptr},
      {"page", 2},
      {"raw", "Đoàn xúc tiến đầu tư"},
      {"score", 1}};
  EXPECT_EQ(rows.front(), expected) << rows.front().dump();
}

TEST_F(FactsTest, DelegationsAreFiltered) {
  Put(1, Plan());
  const std::string trade = "Đoàn xúc tiến đầu tư", visit = "Đoàn thăm hữu nghị",
                    guests = "Đoàn tỉnh Champasak";
  EXPECT_THAT(Purposes({}), ElementsAre(trade, visit, guests));
  EXPECT_THAT(Purposes({.direction = "in"}), ElementsAre(guests));
  EXPECT_THAT(Purposes({.year = 2021}), ElementsAre(trade, visit, guests));
  EXPECT_THAT(Purposes({.year = 2022}), ElementsAre(guests));
  EXPECT_THAT(Purposes({.year = 2020}), IsEmpty());
  EXPECT_THAT(Purposes({.country = "la"}), ElementsAre(visit, guests));
  EXPECT_THAT(Purposes({.country = "VN"}), IsEmpty());
  EXPECT_THAT(Purposes({.partner = "seoul"}), ElementsAre(trade));
  EXPECT_THAT(Purposes({.partner = "jet"}), IsEmpty());  // whole words
  EXPECT_THAT(Purposes({.partner = ""}), IsEmpty());
  EXPECT_THAT(Purposes({.issuer = "UBND tỉnh An Phú"}), ElementsAre(trade, visit, guests));
  EXPECT_THAT(Purposes({.issuer = "an phu"}), ElementsAre(trade, visit, guests));
  EXPECT_THAT(Purposes({.issuer = "Sở Ngoại vụ"}), IsEmpty());
}

TEST_F(FactsTest, WrongUseIsSaid) {
  const RowSink nothing = [](const ordered_json&) -> Status { return Done{}; };
  EXPECT_EQ(EachDelegation(archive_, {.country = "Atlantis"}, nothing).error().code,
            ErrorCode::kUsage);
  EXPECT_EQ(EachFigure(archive_, {.unit = "lượng"}, nothing).error().code, ErrorCode::kUsage);
  EXPECT_EQ(EachFigure(archive_, {.min = "1.000.000"}, nothing).error().code, ErrorCode::kUsage);
  EXPECT_EQ(EachPartner(archive_, {.country = "??"}, nothing).error().code, ErrorCode::kUsage);
  const std::vector<int64_t> none = {99};
  EXPECT_EQ(EachDiagnostic(archive_, "", none, nothing).error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(EachFigure(archive_, {.unit = "LAK"}, nothing).ok());  // a currency that nobody named
}

TEST_F(FactsTest, TheSinkEndsAQuery) {
  Put(1, Plan());
  int rows = 0;
  const Status status = EachDelegation(archive_, {}, [&](const ordered_json&) -> Status {
    ++rows;
    return Error{ErrorCode::kInterrupted, "stopped", "", 0};
  });
  EXPECT_EQ(status.error().code, ErrorCode::kInterrupted);
  EXPECT_EQ(rows, 1);
}

TEST_F(FactsTest, DelegationsAreCounted) {
  Put(1, Plan());
  const auto sums = [&](const DelegationFilter& filter, DelegationGroup group) {
    return RowsOf(
        [&](const RowSink& take) { return SumDelegations(archive_, filter, group, take); });
  };
  const auto sum = [](const char* name, const ordered_json& group, int rows, int delegations,
                      int least, int most, int unknown) {
    return ordered_json{{name, group},
                        {"rows", rows},
                        {"delegations_min", delegations},
                        {"delegations_max", delegations},
                        {"members_min", least},
                        {"members_max", most},
                        {"members_unknown", unknown}};
  };
  EXPECT_THAT(sums({}, DelegationGroup::kYear), ElementsAre(sum("year", 2021, 3, 4, 18, 20, 1)));
  EXPECT_THAT(sums({.year = 2022}, DelegationGroup::kYear),
              ElementsAre(sum("year", 2022, 1, 1, 8, 8, 0)));
  EXPECT_THAT(
      sums({}, DelegationGroup::kCountry),
      ElementsAre(sum("country", "JP", 1, 1, 10, 12, 0), sum("country", "KR", 1, 1, 10, 12, 0),
                  sum("country", "LA", 2, 3, 8, 8, 1)));
  EXPECT_THAT(sums({.country = "KR"}, DelegationGroup::kCountry),
              ElementsAre(sum("country", "KR", 1, 1, 10, 12, 0)));
  EXPECT_THAT(sums({.direction = "in"}, DelegationGroup::kIssuer),
              ElementsAre(sum("issuer", "Ủy ban nhân dân tỉnh An Phú", 1, 1, 8, 8, 0)));
  EXPECT_THAT(sums({.year = 1999}, DelegationGroup::kIssuer), IsEmpty());
}

TEST_F(FactsTest, FiguresAreFiltered) {
  Record record = MakeRecord({.number = "1/BC", .date = "2021-06-30"});
  record.figures = {MakeFigure(FigureKind::kMoney, "37500000", "USD", "Vốn đăng ký"),
                    MakeFigure(FigureKind::kMoney, "850000000000", "VND", "tổng vốn"),
                    MakeFigure(FigureKind::kCount, "12", "đoàn"),
                    MakeFigure(FigureKind::kPercent, "-1.5", "%")};
  record.figures[2].value_max = "15";
  Put(1, record);
  EXPECT_EQ(Values({}).size(), 4);
  EXPECT_THAT(Values({.kind = "money"}), ElementsAre("37500000 USD", "850000000000 VND"));
  EXPECT_THAT(Values({.unit = "usd"}), ElementsAre("37500000 USD"));
  EXPECT_THAT(Values({.unit = "đồng"}), ElementsAre("850000000000 VND"));
  EXPECT_THAT(Values({.unit = "Đoàn"}), ElementsAre("12 đoàn"));
  EXPECT_THAT(Values({.unit = "%"}), ElementsAre("-1.5 %"));
  EXPECT_THAT(Values({.label = "von"}), ElementsAre("37500000 USD", "850000000000 VND"));
  EXPECT_THAT(Values({.label = "vốn đăng"}), ElementsAre("37500000 USD"));
  EXPECT_THAT(Values({.min = "37500000"}), ElementsAre("37500000 USD", "850000000000 VND"));
  EXPECT_THAT(Values({.min = "14", .max = "14"}), ElementsAre("12 đoàn"));
  EXPECT_THAT(Values({.max = "-1"}), ElementsAre("-1.5 %"));
  EXPECT_THAT(Values({.year = 2021}).size(), 4);
  EXPECT_THAT(Values({.year = 2020}), IsEmpty());
}

TEST_F(FactsTest, WhatIsSaidTwiceIsSummedOnce) {
  Record record = MakeRecord({.number = "1/BC", .date = "2021-06-30"});
  record.figures = {
      MakeFigure(FigureKind::kMoney, "0.1", "USD"), MakeFigure(FigureKind::kMoney, "0.2", "USD"),
      MakeFigure(FigureKind::kMoney, "4600", "VND"), MakeFigure(FigureKind::kPercent, "5", "%"),
      MakeFigure(FigureKind::kCount, "", "đoàn")};
  record.figures[2].same_as = 1;
  Put(1, record);
  const auto sum = [](const char* kind, const char* unit, int figures, const ordered_json& text,
                      int unknown = 0) {
    return ordered_json{{"kind", kind}, {"unit", unit},       {"figures", figures},
                        {"sum", text},  {"sum_max", nullptr}, {"unknown", unknown}};
  };
  EXPECT_THAT(FigureSums({}, FigureGroup::kUnit),
              ElementsAre(sum("count", "đoàn", 1, nullptr, 1), sum("money", "USD", 2, "0.3"),
                          sum("percent", "%", 1, nullptr)));
  // Asked for in the other currency it is the one that counts.
  EXPECT_THAT(FigureSums({.unit = "VND"}, FigureGroup::kUnit),
              ElementsAre(sum("money", "VND", 1, "4600")));
  const Rows by_year = FigureSums({.unit = "USD"}, FigureGroup::kYear);
  ASSERT_EQ(by_year.size(), 1);
  EXPECT_EQ(by_year.front()["year"], 2021);
}

TEST_F(FactsTest, RangesHaveTwoSums) {
  Record record = MakeRecord({.number = "1/BC"});
  record.figures = {MakeFigure(FigureKind::kCount, "5", "đoàn"),
                    MakeFigure(FigureKind::kCount, "7", "đoàn")};
  record.figures[1].value_max = "9";
  Put(1, record);
  const Rows rows = FigureSums({}, FigureGroup::kIssuer);
  ASSERT_EQ(rows.size(), 1);
  EXPECT_EQ(rows.front()["sum"], "12");
  EXPECT_EQ(rows.front()["sum_max"], "14");
  EXPECT_EQ(rows.front()["issuer"], nullptr);
}

TEST_F(FactsTest, PartnersAreGrouped) {
  Record old = MakeRecord({.number = "1/BC", .date = "2020-01-01"});
  old.partners = {MakePartner("Champasak", PartnerKind::kLocality, "LA"),
                  MakePartner("Champasak", PartnerKind::kLocality, "LA")};
  Record recent = MakeRecord({.number = "2/BC", .date = "2021-02-03"});
  recent.partners = {MakePartner("Champasak", PartnerKind::kLocality, "LA"),
                     MakePartner("JICA", PartnerKind::kIgo, "JP")};
  Put(1, recent);
  Put(2, old);
  const auto grouped = [&](const PartnerFilter& filter) {
    return RowsOf([&](const RowSink& take) { return GroupPartners(archive_, filter, take); });
  };
  const ordered_json champasak = {
      {"name", "Champasak"}, {"kind", "locality"},    {"country", "LA"},          {"letters", 2},
      {"last_letter_id", 1}, {"last_number", "2/BC"}, {"last_date", "2021-02-03"}};
  EXPECT_EQ(grouped({}).size(), 2);
  EXPECT_EQ(grouped({}).front(), champasak);
  EXPECT_THAT(grouped({.country = "Lào"}), ElementsAre(champasak));
  EXPECT_THAT(grouped({.kind = "igo", .year = 2020}), IsEmpty());
  EXPECT_EQ(grouped({.name = "champasak", .year = 2020}).front()["letters"], 1);
  const Rows each =
      RowsOf([&](const RowSink& take) { return EachPartner(archive_, {.country = "LA"}, take); });
  ASSERT_EQ(each.size(), 3);
  EXPECT_EQ(each.front()["number"], "1/BC");
}

TEST_F(FactsTest, DeadlinesAreFoundByDay) {
  Record record = MakeRecord({.number = "1/CV"});
  record.deadlines = {MakeDeadline("báo cáo năm", 2022, std::nullopt, std::nullopt, ""),
                      MakeDeadline("gửi danh sách", 2021, 6, 15, "Sở Tài chính"),
                      MakeDeadline("hoàn thành", 2021, 6, std::nullopt, "các sở, ban, ngành")};
  Put(1, record);
  EXPECT_THAT(Tasks(""), ElementsAre("hoàn thành", "gửi danh sách", "báo cáo năm"));
  EXPECT_THAT(Tasks("2021-06-20.."), ElementsAre("hoàn thành", "báo cáo năm"));
  EXPECT_THAT(Tasks("..15/6/2021"), ElementsAre("hoàn thành", "gửi danh sách"));
  EXPECT_THAT(Tasks("..14/6/2021"), ElementsAre("hoàn thành"));
  EXPECT_THAT(Tasks("2021-07..2021-12"), IsEmpty());
  EXPECT_THAT(Tasks("", "tài chính"), ElementsAre("gửi danh sách"));
  EXPECT_THAT(Tasks("", "thuế"), IsEmpty());
}

TEST_F(FactsTest, DiagnosticsNameTheirPages) {
  Record record = MakeRecord({.number = "1/BC", .body = "một\fhai\fba"});
  record.diagnostics = {{Severity::kWarning,
                         "reconcile_delegations",
                         "12 in the text, 11 rows",
                         0,
                         {{3, {}, 2}, {1, {}, 1}}},
                        {Severity::kInfo, "text_layer", "good", 1, {}}};
  const int64_t id = Put(1, record);
  Put(2, MakeRecord({.number = "2/BC"}));
  const auto rows = [&](std::string_view prefix, const std::vector<int64_t>& letters) {
    return RowsOf(
        [&](const RowSink& take) { return EachDiagnostic(archive_, prefix, letters, take); });
  };
  const Rows found = rows("reconcile_", {});
  ASSERT_EQ(found.size(), 1);
  EXPECT_EQ(found.front()["letter_id"], id);
  EXPECT_EQ(found.front()["message"], "12 in the text, 11 rows");
  EXPECT_EQ(found.front()["pages"], ordered_json({1, 3}));
  EXPECT_THAT(rows("reconcile_", {2}), IsEmpty());
  EXPECT_EQ(rows("", {id}).size(), 2);
}

TEST_F(FactsTest, RowsGoAndComeWithTheirLetter) {
  Record record = Plan();
  record.figures = {MakeFigure(FigureKind::kCount, "1", "đoàn")};
  record.partners = {MakePartner("JICA", PartnerKind::kIgo, "JP")};
  record.deadlines = {MakeDeadline("gửi", 2021, 1, 1, "")};
  record.conferences = {Evident<Conference>("hội thảo")};
  record.delegation_totals = {Evident<DelegationTotal>("94 đoàn")};
  record.diagnostics = {{Severity::kInfo, "x", "y", 0, {}}};
  Put(1, record);
  const std::vector<std::pair<std::string, int64_t>> before = {{"figures", 1},
                                                               {"partners", 1},
                                                               {"deadlines", 1},
                                                               {"delegations", 3},
                                                               {"delegation_countries", 4},
                                                               {"delegation_partners", 2},
                                                               {"delegation_totals", 1},
                                                               {"conferences", 1},
                                                               {"diagnostics", 1}};
  for (const auto& [table, count] : before) EXPECT_EQ(Count(table), count) << table;
  Put(1, record, IfPresent::kReplace);
  for (const auto& [table, count] : before) EXPECT_EQ(Count(table), count) << table;
  Put(1, MakeRecord({.number = "35/KH-UBND"}), IfPresent::kReplace);
  for (const auto& [table, count] : before) EXPECT_EQ(Count(table), 0) << table;
}

// A migration fills the tables from stored records, an import from the record at hand: both the same.
TEST_F(FactsTest, RowsAreWhatTheStoredRecordSays) {
  Record record = Plan();
  record.delegations[0].days = MakeRange("5,5", 5.5, std::nullopt);
  record.delegations[0].score = 0.8766;
  record.delegations[1].period = MakePeriod({2020, 1, 1}, {2020, 3, 31});
  record.delegations[1].period->end.reset();
  record.delegations[2].period->start.reset();
  record.figures = {MakeFigure(FigureKind::kMoney, "1234567890123.25", "USD", "Tổng \"vốn\""),
                    MakeFigure(FigureKind::kPercent, "-12.5", "%"),
                    MakeFigure(FigureKind::kCount, "", "lượt Đoàn")};
  record.figures[0].value_max = "2000000000000";
  record.figures[0].same_as = 2;
  record.figures[1].change = Change::kUp;
  record.figures[1].baseline = "cùng kỳ";
  record.figures[1].section = "I.1";
  record.figures[2].unit.reset();
  record.figures[2].of = "60";
  record.figures[2].evidence.clear();
  record.partners = {MakePartner("Chăm-pa-sắc", PartnerKind::kLocality, "LA"),
                     MakePartner("JICA", PartnerKind::kIgo, "")};
  record.deadlines = {MakeDeadline("báo cáo", 2021, 6, 15, "Sở Y tế"),
                      MakeDeadline("rà soát", 2021, 6, std::nullopt, ""),
                      MakeDeadline("tổng hợp", 2021, std::nullopt, std::nullopt, "")};
  record.deadlines[2].due.year.reset();
  Conference conference = Evident<Conference>("Hội thảo");
  conference.name = "Hội thảo \n quốc tế";
  conference.local_delegates = MakeRange("khoảng 60", 60, 60);
  conference.period = MakePeriod({2021, 12, 30}, {2022, 1, 2});
  record.conferences = {conference};
  DelegationTotal total = Evident<DelegationTotal>("khoảng 12 đoàn");
  total.count = MakeRange("khoảng 12 đoàn", 12, 12);
  total.count.approx = true;
  record.delegation_totals = {total};
  record.stamp = Evident<Stamp>("ĐẾN");
  record.stamp->office = "SỞ NGOẠI VỤ";
  record.stamp->date = Evident<DateValue>("ngày    tháng 3");
  record.stamp->date->month = 3;
  record.diagnostics = {{Severity::kError, "page_failed", "trang 2", 2, {}},
                        {Severity::kInfo, "note", "", 0, {{1, Box{1, 2.345, 3, 4}, 7}}}};
  Put(1, record);
  Put(2, MakeRecord({.number = "1/BC-UBND"}));
  for (const std::string table :
       {"figures", "partners", "deadlines", "delegations", "delegation_countries",
        "delegation_partners", "delegation_totals", "conferences", "diagnostics", "stamps"}) {
    EXPECT_GT(Count(table), 0) << table;
    const std::string view = table + "_in_records";
    for (const auto& [one, other] : {std::pair(table, view), std::pair(view, table)}) {
      const std::string sql =
          "SELECT count(*) FROM (SELECT * FROM " + one + " EXCEPT SELECT * FROM " + other + ")";
      EXPECT_EQ(*archive_.database().QueryInt(sql), 0) << one;
    }
  }
}

TEST_F(FactsTest, AnArchiveOfVersionOneGetsItsRows) {
  Put(1, Plan());
  const int64_t broken = Put(2, Plan());
  const std::string sql = "UPDATE letters SET record = 'cut' WHERE id = " + std::to_string(broken);
  ASSERT_TRUE(archive_.database().Execute(sql).ok());
  Database db = MigratedFrom(1);
  EXPECT_EQ(**db.QueryInt("SELECT count(*) FROM delegations"), 3);
  EXPECT_EQ(**db.QueryInt("SELECT count(*) FROM delegation_countries"), 4);
}

}  // namespace
}  // namespace vanthu::archive
