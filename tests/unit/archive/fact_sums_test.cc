// Rows over the archive added up by year, agency, country and the like.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/archive/rows_fixture.h"

namespace vanthu::archive {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Conference MakeConference(const std::string& name, std::optional<Range> local,
                          std::optional<Range> foreign) {
  Conference conference = Evident<Conference>(name);
  conference.name = name;
  conference.local_delegates = std::move(local);
  conference.foreign_delegates = std::move(foreign);
  return conference;
}

class FactSumsTest : public RowsTest {
 protected:
  Rows Conferences(const ConferenceFilter& filter, ConferenceGroup group) {
    return RowsOf(
        [&](const RowSink& take) { return SumConferences(archive_, filter, group, take); });
  }
  Rows Partners(const PartnerFilter& filter, PartnerGroup group) {
    return RowsOf([&](const RowSink& take) { return SumPartners(archive_, filter, group, take); });
  }
  Rows Deadlines(const DeadlineFilter& filter, DeadlineGroup group) {
    return RowsOf([&](const RowSink& take) { return SumDeadlines(archive_, filter, group, take); });
  }
};

TEST_F(FactSumsTest, PeopleThatNoRowNamesAreNotZero) {
  Record record = MakeRecord({.number = "1/KH", .date = "2020-01-02"});
  record.delegations = {MakeDelegation("Đoàn thăm", {"LA"})};
  Put(1, record);
  const Rows rows = RowsOf([&](const RowSink& take) {
    return SumDelegations(archive_, {}, DelegationGroup::kDirection, take);
  });
  const ordered_json sum = {{"direction", "out"},     {"rows", 1},
                            {"delegations_min", 1},   {"delegations_max", 1},
                            {"members_min", nullptr}, {"members_max", nullptr},
                            {"members_unknown", 1}};
  EXPECT_THAT(rows, ElementsAre(sum));
}

TEST_F(FactSumsTest, ConferencesByYearAndIssuer) {
  Record record = MakeRecord({.number = "1/BC", .date = "2021-06-30", .issuer = "Sở Ngoại vụ"});
  record.conferences = {
      MakeConference("Hội thảo về cà phê", MakeRange("20 - 30", 20, 30), MakeRange("5", 5, 5)),
      MakeConference("Hội nghị hữu nghị", MakeRange("40", 40, 40), std::nullopt)};
  record.conferences[1].period = MakePeriod({2022, 3, 1}, {2022, 3, 2});
  Put(1, record);
  const auto sum = [](const char* name, const ordered_json& group, int rows,
                      const ordered_json& least, const ordered_json& most,
                      const ordered_json& foreign, int unknown) {
    return ordered_json{{name, group},
                        {"rows", rows},
                        {"local_min", least},
                        {"local_max", most},
                        {"local_unknown", 0},
                        {"foreign_min", foreign},
                        {"foreign_max", foreign},
                        {"foreign_unknown", unknown}};
  };
  EXPECT_THAT(
      Conferences({}, ConferenceGroup::kYear),
      ElementsAre(sum("year", 2021, 1, 20, 30, 5, 0), sum("year", 2022, 1, 40, 40, nullptr, 1)));
  EXPECT_THAT(Conferences({}, ConferenceGroup::kIssuer),
              ElementsAre(sum("issuer", "Sở Ngoại vụ", 2, 60, 70, 5, 1)));
  EXPECT_THAT(Conferences({.name = "ca phe"}, ConferenceGroup::kYear),
              ElementsAre(sum("year", 2021, 1, 20, 30, 5, 0)));
  EXPECT_THAT(Conferences({.issuer = "Sở Y tế"}, ConferenceGroup::kYear), IsEmpty());
}

TEST_F(FactSumsTest, PartnersCountOnceEach) {
  Record old = MakeRecord({.number = "1/BC", .date = "2020-01-01", .issuer = "Sở Ngoại vụ"});
  old.partners = {MakePartner("Champasak", PartnerKind::kLocality, "LA"),
                  MakePartner("Champasak", PartnerKind::kLocality, "LA"),
                  MakePartner("JICA", PartnerKind::kIgo, "JP")};
  Record recent = MakeRecord({.number = "2/BC", .date = "2021-02-03"});
  recent.partners = {MakePartner("Champasak", PartnerKind::kLocality, "LA"),
                     MakePartner("Care", PartnerKind::kNgo, "")};
  Put(1, old);
  Put(2, recent);
  const auto sum = [](const char* name, const ordered_json& group, int partners, int letters) {
    return ordered_json{{name, group}, {"partners", partners}, {"letters", letters}};
  };
  EXPECT_THAT(Partners({}, PartnerGroup::kYear),
              ElementsAre(sum("year", 2020, 2, 1), sum("year", 2021, 2, 1)));
  EXPECT_THAT(Partners({}, PartnerGroup::kCountry),
              ElementsAre(sum("country", "JP", 1, 1), sum("country", "LA", 1, 2),
                          sum("country", nullptr, 1, 1)));
  EXPECT_THAT(Partners({.issuer = "so ngoai vu"}, PartnerGroup::kKind),
              ElementsAre(sum("kind", "igo", 1, 1), sum("kind", "locality", 1, 1)));
  EXPECT_THAT(Partners({.country = "LA"}, PartnerGroup::kIssuer),
              ElementsAre(sum("issuer", "Sở Ngoại vụ", 1, 1), sum("issuer", nullptr, 1, 1)));
}

TEST_F(FactSumsTest, DeadlinesByAssigneeAndTime) {
  Record record = MakeRecord({.number = "1/CV", .issuer = "Sở Ngoại vụ"});
  record.deadlines = {MakeDeadline("gửi danh sách", 2021, 6, 15, "Sở Tài chính"),
                      MakeDeadline("hoàn thành", 2021, 6, std::nullopt, "Sở Tài chính"),
                      MakeDeadline("báo cáo năm", 2022, std::nullopt, std::nullopt, "")};
  Put(1, record);
  const auto sum = [](const char* name, const ordered_json& group, int deadlines, const char* first,
                      const char* last) {
    return ordered_json{{name, group},
                        {"deadlines", deadlines},
                        {"letters", 1},
                        {"first_due", first},
                        {"last_due", last}};
  };
  EXPECT_THAT(Deadlines({}, DeadlineGroup::kAssignee),
              ElementsAre(sum("assignee", "Sở Tài chính", 2, "2021-06", "2021-06-15"),
                          sum("assignee", nullptr, 1, "2022", "2022")));
  EXPECT_THAT(Deadlines({}, DeadlineGroup::kYear),
              ElementsAre(sum("year", 2021, 2, "2021-06", "2021-06-15"),
                          sum("year", 2022, 1, "2022", "2022")));
  EXPECT_THAT(Deadlines({}, DeadlineGroup::kMonth),
              ElementsAre(sum("month", "2021-06", 2, "2021-06", "2021-06-15"),
                          sum("month", nullptr, 1, "2022", "2022")));
  EXPECT_THAT(Deadlines({.assignee = "thuế"}, DeadlineGroup::kIssuer), IsEmpty());
  EXPECT_THAT(Deadlines({.issuer = "Sở Y tế"}, DeadlineGroup::kIssuer), IsEmpty());
}

TEST_F(FactSumsTest, FiguresOfOneIssuer) {
  Record record = MakeRecord({.number = "1/BC", .issuer = "Sở Ngoại vụ"});
  record.figures = {MakeFigure(FigureKind::kCount, "5", "đoàn")};
  Put(1, record);
  record.issuer->name = "Sở Y tế";
  Put(2, record);
  const Rows rows = RowsOf([&](const RowSink& take) {
    return SumFigures(archive_, {.issuer = "so y te"}, FigureGroup::kUnit, take);
  });
  ASSERT_EQ(rows.size(), 1);
  EXPECT_EQ(rows.front()["sum"], "5");
}

}  // namespace
}  // namespace vanthu::archive
