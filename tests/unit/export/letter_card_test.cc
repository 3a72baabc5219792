#include "pipeline/export/letter_card.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vanthu::exporting {
namespace {

using nlohmann::ordered_json;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

const CardWords kWords{"letter {}", "not in the archive", "... {} more"};

std::vector<std::string> Lines(const ordered_json& record,
                               const std::vector<ordered_json>& citations = {}) {
  std::vector<std::string> lines;
  for (const ordered_json& row : LetterCard(record, citations, kWords)) {
    const ordered_json& value = row["value"];
    lines.push_back(row["field"].get<std::string>() + ": " +
                    (value.is_string() ? value.get<std::string>() : value.dump()));
  }
  return lines;
}

TEST(LetterCardTest, SaysWhereCitedDocumentsAre) {
  ordered_json cited = {{"number", "35/KH-UBND"},
                        {"title", nullptr},
                        {"issue_date", "2021-01-20"},
                        {"issuer", nullptr},
                        {"role", "basis"},
                        {"status", "in_archive"},
                        {"letter_id", 2},
                        {"candidates", ordered_json::array()}};
  EXPECT_THAT(Lines(ordered_json::object(), {cited}),
              Contains("cites: 35/KH-UBND, 2021-01-20 (basis) → letter 2"));
  cited["letter_id"] = nullptr;
  EXPECT_THAT(Lines(ordered_json::object(), {cited}),
              Contains("cites: 35/KH-UBND, 2021-01-20 (basis) → not in the archive"));
  cited["candidates"] = {3, 5};
  EXPECT_THAT(Lines(ordered_json::object(), {cited}),
              Contains("cites: 35/KH-UBND, 2021-01-20 (basis) → letter 3? 5?"));
}

TEST(LetterCardTest, PrintsListsBriefly) {
  const ordered_json record = {
      {"deadlines",
       {{{"due", {{"year", 2021}, {"month", 6}, {"day", nullptr}}},
         {"task", "báo cáo"},
         {"assignee", "Sở Ngoại vụ"}}}},
      {"figures",
       {{{"value", "37500000"},
         {"value_max", nullptr},
         {"unit", "USD"},
         {"approx", "about"},
         {"change", "up"},
         {"label", "vốn"},
         {"raw", "37,5 triệu USD"}}}},
      {"partners", {{{"name", "Champasak"}, {"kind", "locality"}, {"country", "LA"}}}},
      {"delegations",
       {{{"direction", "out"},
         {"seq", nullptr},
         {"purpose", "thăm"},
         {"countries", {"LA", "KH"}},
         {"head", nullptr},
         {"count", nullptr},
         {"period", nullptr}}}}};
  EXPECT_THAT(Lines(record),
              ElementsAre("deadline: 2021-06: báo cáo (Sở Ngoại vụ)",
                          "figure: 37500000 USD (about, up): vốn",
                          "partner: Champasak (locality, LA)", "delegation: out: thăm → LA, KH"));
}

TEST(LetterCardTest, CutsLongLists) {
  ordered_json record = {{"partners", ordered_json::array()}};
  for (int i = 0; i < 100; ++i) record["partners"].push_back({{"name", "P"}, {"kind", "ngo"}});
  const std::vector<std::string> lines = Lines(record);
  EXPECT_LT(lines.size(), 20);
  EXPECT_EQ(lines.back(), "partner: ... 88 more");
}

TEST(LetterCardTest, AnEmptyRecordGivesNothing) {
  EXPECT_THAT(Lines(ordered_json::object()), IsEmpty());
  EXPECT_THAT(Lines({{"figures", nullptr}, {"dates", "x"}}), IsEmpty());
}

}  // namespace
}  // namespace vanthu::exporting
