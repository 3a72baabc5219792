// Missing and double numbers, and which types share a series.
#include "pipeline/archive/gaps.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/archive/archive_fixture.h"

namespace vanthu::archive {
namespace {

using nlohmann::ordered_json;
using testing::ElementsAre;
using testing::IsEmpty;

NumberedLetter Letter(int64_t serial, const std::string& type, std::optional<int64_t> day,
                      const std::string& suffix = "") {
  NumberedLetter letter;
  letter.serial = serial;
  letter.type = type;
  letter.day = day;
  letter.suffix = suffix;
  letter.number = fmt::format("{}{}/{}", serial, suffix, type);
  return letter;
}

// "CV KH | QĐ": the types of each series.
std::string SeriesText(const std::vector<NumberSeries>& all) {
  std::string text;
  for (const NumberSeries& series : all) {
    if (!text.empty()) text += " | ";
    for (const std::string& type : series.types)
      text += (&type == &series.types[0] ? "" : " ") + type;
    if (series.year_in_number) text += "*";
  }
  return text;
}

std::string FindingText(const NumberFinding& finding) {
  const char* kind = finding.letters.empty() ? "missing" : "double";
  return finding.first == finding.last ? fmt::format("{} {}", kind, finding.first)
                                       : fmt::format("{} {}-{}", kind, finding.first, finding.last);
}

std::vector<std::string> Findings(const std::vector<NumberedLetter>& letters) {
  std::vector<std::string> texts;
  for (const NumberSeries& series : SeriesOf(letters, SeriesRule::kOne)) {
    for (const NumberFinding& finding : FindingsIn(series)) texts.push_back(FindingText(finding));
  }
  return texts;
}

TEST(Gaps, MissingAndDouble) {
  const auto cv = [](int64_t serial, const std::string& suffix = "") {
    return Letter(serial, "CV", std::nullopt, suffix);
  };
  EXPECT_THAT(Findings({cv(1), cv(2), cv(3)}), IsEmpty());
  EXPECT_THAT(Findings({cv(7), cv(3), cv(4)}), ElementsAre("missing 1-2", "missing 5-6"));
  EXPECT_THAT(Findings({cv(1), cv(2), cv(2), cv(4)}), ElementsAre("double 2", "missing 3"));
  // 2a stands between 2 and 3, and in place of 2.
  EXPECT_THAT(Findings({cv(1), cv(2), cv(2, "a"), cv(3)}), IsEmpty());
  EXPECT_THAT(Findings({cv(1), cv(2, "a"), cv(3)}), IsEmpty());
  EXPECT_THAT(Findings({cv(1), cv(2, "a"), cv(2, "a")}), ElementsAre("double 2"));
}

TEST(Gaps, OneSeriesWhereNumbersRiseWithTheDays) {
  std::vector<NumberedLetter> letters;
  for (int i = 1; i <= 60; ++i) letters.push_back(Letter(i, i % 5 == 0 ? "KH" : "CV", i * 6));
  // One that waited for its signature.
  letters[30].day = *letters[30].day + 20;
  EXPECT_EQ(SeriesText(SeriesOf(letters, SeriesRule::kAuto)), "CV KH");
  EXPECT_EQ(SeriesText(SeriesOf(letters, SeriesRule::kTypes)), "CV | KH");
}

TEST(Gaps, OwnSeriesOfWhatContradicts) {
  std::vector<NumberedLetter> letters;
  for (int i = 1; i <= 60; ++i) letters.push_back(Letter(i * 10, "CV", i * 6));
  for (int i = 1; i <= 12; ++i) letters.push_back(Letter(i, "KH", i * 30));
  for (int i = 1; i <= 12; ++i) letters.push_back(Letter(i * 50 + 1, "BC", i * 30));
  EXPECT_EQ(SeriesText(SeriesOf(letters, SeriesRule::kAuto)), "BC CV | KH");
  EXPECT_EQ(SeriesText(SeriesOf(letters, SeriesRule::kOne)), "BC CV KH");
}

TEST(Gaps, OwnSeriesOfWhatGrowsAlike) {
  std::vector<NumberedLetter> letters;
  for (int i = 1; i <= 20; ++i) {
    letters.push_back(Letter(i, "CV", i * 15));
    letters.push_back(Letter(i, "BC", i * 15));
  }
  EXPECT_EQ(SeriesText(SeriesOf(letters, SeriesRule::kAuto)), "CV | BC");
  // One number that was given twice is what is looked for.
  EXPECT_EQ(SeriesText(SeriesOf({Letter(1, "CV", 5), Letter(2, "CV", 9), Letter(2, "BC", 9)},
                                SeriesRule::kAuto)),
            "BC CV");
}

TEST(Gaps, DecisionsAndNormativeTextsStandApart) {
  NumberedLetter normative = Letter(3, "QĐ", 100);
  normative.year_in_number = true;
  const std::vector<NumberedLetter> letters = {Letter(1, "CV", 5), Letter(2, "QĐ", 9), normative};
  EXPECT_EQ(SeriesText(SeriesOf(letters, SeriesRule::kAuto)), "CV | QĐ | QĐ*");
  EXPECT_EQ(SeriesText(SeriesOf(letters, SeriesRule::kOne)), "CV QĐ | QĐ*");
}

class GapsTest : public ArchiveTest {
 protected:
  std::vector<std::string> Gaps(Archive& archive, const Office& office, const GapFilter& filter) {
    std::vector<std::string> rows;
    const Status read = EachGap(archive, office, filter, [&](const ordered_json& row) -> Status {
      rows.push_back(fmt::format("{} {} {} {}-{} {}", row.at("issuer").get<std::string>(),
                                 row.at("series").get<std::string>(),
                                 row.at("kind").get<std::string>(), row.at("first").get<int>(),
                                 row.at("last").get<int>(), row.at("count").get<int>()));
      return Done{};
    });
    EXPECT_TRUE(read.ok());
    return rows;
  }
};

TEST_F(GapsTest, ByAgencyAndYear) {
  Archive archive = Open();
  Add(archive, 1,
      {.number = "1/A", .type = "CV", .date = "2021-01-01", .issuer = "Sở Y tế tỉnh An Phú"});
  Add(archive, 2,
      {.number = "3/A", .type = "CV", .date = "2021-02-01", .issuer = "SỞ Y TẾ TỈNH AN PHÚ"});
  Add(archive, 3,
      {.number = "2/A", .type = "CV", .date = "2020-02-01", .issuer = "Sở Y tế tỉnh An Phú"});
  Add(archive, 4,
      {.number = "02/2021/QĐ-UBND",
       .type = "QĐ",
       .date = "2021-03-01",
       .issuer = "UBND tỉnh An Phú"});
  Add(archive, 5,
      {.number = "1/B", .type = "CV", .date = "2021-03-01", .issuer = "UBND tỉnh An Phú"});
  Add(archive, 6,
      {.number = "1/C",
       .type = "CV",
       .date = "2021-03-09",
       .issuer = "Ủy ban nhân dân tỉnh An Phú"});
  const Office none(""), ours("UBND tỉnh An Phú");
  EXPECT_THAT(
      Gaps(archive, none, {.year = 2021}),
      ElementsAre("Sở Y tế tỉnh An Phú CV missing 2-2 1", "UBND tỉnh An Phú CV double 1-1 2",
                  "UBND tỉnh An Phú 2021/QĐ missing 1-1 1"));
  EXPECT_THAT(
      Gaps(archive, ours, {.year = 2021}),
      ElementsAre("UBND tỉnh An Phú CV double 1-1 2", "UBND tỉnh An Phú 2021/QĐ missing 1-1 1"));
  EXPECT_THAT(Gaps(archive, ours, {.year = 2020}), IsEmpty());
  EXPECT_THAT(Gaps(archive, ours, {.year = 2020, .issuer = "Sở Y tế"}),
              ElementsAre("Sở Y tế tỉnh An Phú CV missing 1-1 1"));
}

TEST_F(GapsTest, NumbersOfArrival) {
  Archive archive = Open();
  const Office ours("UBND tỉnh An Phú");
  int n = 0;
  for (const char* number : {"1", "02", "4", "4"}) {
    const int64_t id =
        Add(archive, ++n, {.number = "9/A", .date = "2021-01-01", .issuer = "Bộ Y tế"});
    const LetterPlace place = *PlaceOf(archive.database(), id);
    ASSERT_TRUE(Enter(archive.database(), "lan", place, EntryField::kArrivalNumber, number).ok());
  }
  EXPECT_THAT(
      Gaps(archive, ours, {.year = 2021, .direction = Direction::kIn}),
      ElementsAre("UBND tỉnh An Phú đến missing 3-3 1", "UBND tỉnh An Phú đến double 4-4 2"));
}

}  // namespace
}  // namespace vanthu::archive
