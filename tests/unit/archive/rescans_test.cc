#include "pipeline/archive/rescans.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/archive/archive_fixture.h"

namespace vanthu::archive {
namespace {

using nlohmann::ordered_json;
using testing::ElementsAre;
using testing::IsEmpty;

class RescansTest : public ArchiveTest {
 protected:
  std::vector<int64_t> RescansOfLetter(int64_t id) {
    const Result<std::vector<ScannedLetter>> found = RescansOf(archive_, id);
    if (!found.ok()) {
      ADD_FAILURE() << found.error().Describe();
      return {};
    }
    std::vector<int64_t> ids;
    for (const ScannedLetter& letter : *found) ids.push_back(letter.head.id);
    return ids;
  }

  std::vector<ordered_json> Pairs() {
    std::vector<ordered_json> pairs;
    const Status listed = EachRescan(archive_, [&](const ordered_json& pair) -> Status {
      pairs.push_back(pair);
      return Done{};
    });
    EXPECT_TRUE(listed.ok());
    return pairs;
  }

  Archive archive_ = Open();
};

constexpr const char* kIssuer = "Ủy ban nhân dân tỉnh An Phú";

TEST_F(RescansTest, WhatIsOneAndWhatIsNone) {
  Add(archive_, 1, {.number = "650/UBND-VX", .date = "2014-02-27", .issuer = kIssuer});
  const struct {
    const char* what;
    Sketch letter;
    std::vector<int64_t> of;
  } rows[] = {
      {"another symbol", {.number = "650/UBND-NC", .date = "2014", .issuer = kIssuer}, {}},
      {"another number", {.number = "1650/UBND-VX", .date = "2014", .issuer = kIssuer}, {}},
      {"another year", {.number = "650/UBND-VX", .date = "2015", .issuer = kIssuer}, {}},
      {"another office",
       {.number = "650/UBND-VX", .date = "2014", .issuer = "Ủy ban nhân dân tỉnh Lào Cai"},
       {}},
      {"no year", {.number = "650/UBND-VX", .issuer = kIssuer}, {}},
      {"no office", {.number = "650/UBND-VX", .date = "2014"}, {}},
      {"no number", {.date = "2014", .issuer = kIssuer}, {}},
      {"the number left blank", {.number = "/UBND-VX", .date = "2014", .issuer = kIssuer}, {}},
      {"again the number left blank",
       {.number = "/UBND-VX", .date = "2014", .issuer = kIssuer},
       {}},
      {"the same, its day misread",
       {.number = "650/UBND-VX", .date = "2014-02-21", .issuer = "Ủy ban nhân dân Tỉnh An Phú"},
       {1}},
  };
  int n = 1;
  for (const auto& row : rows) {
    const int64_t id = Add(archive_, ++n, row.letter);
    EXPECT_EQ(RescansOfLetter(id), row.of) << row.what;
  }
  EXPECT_THAT(RescansOfLetter(1), ElementsAre(n));
  EXPECT_THAT(RescansOfLetter(999), IsEmpty());
  EXPECT_EQ(Pairs().size(), 1U);
}

TEST_F(RescansTest, LettersOfOneFileAreNone) {
  const Record letter = MakeRecord({.number = "650/UBND", .date = "2014", .issuer = kIssuer});
  ASSERT_TRUE(archive_.AddLetters(0, FakeFile(1), std::vector{letter, letter}).ok());
  EXPECT_THAT(RescansOfLetter(1), IsEmpty());
  EXPECT_THAT(Pairs(), IsEmpty());
}

TEST_F(RescansTest, SideBySide) {
  Add(archive_, 1,
      {.number = "650/UBND-VX",
       .date = "2014-02-27",
       .issuer = kIssuer,
       .subject = "V/v đoàn ra",
       .body = "một\fhai"});
  Add(archive_, 2, {.number = "1/BC", .date = "2014", .issuer = kIssuer});
  Add(archive_, 3,
      {.number = "650/UBND-VX", .date = "2014-02", .issuer = kIssuer, .subject = "V/v đoàn ra"});
  Add(archive_, 4, {.number = "1/BC", .date = "2014", .issuer = kIssuer});
  Add(archive_, 5, {.number = "1/BC", .date = "2014", .issuer = kIssuer});
  const std::vector<ordered_json> pairs = Pairs();
  ASSERT_EQ(pairs.size(), 3U);
  // Of three scans the first stands beside each other.
  EXPECT_EQ(pairs[0]["first"]["id"], 2);
  EXPECT_EQ(pairs[0]["second"]["id"], 4);
  EXPECT_EQ(pairs[1]["first"]["id"], 2);
  EXPECT_EQ(pairs[1]["second"]["id"], 5);
  EXPECT_EQ(pairs[0]["differences"].size(), 0U);
  const ordered_json& pair = pairs[2];
  EXPECT_EQ(pair["number"], "650/UBND-VX");
  EXPECT_EQ(pair["year"], 2014);
  EXPECT_EQ(pair["issuer"], kIssuer);
  EXPECT_EQ(pair["first"]["source"], "letter1.txt");
  EXPECT_EQ(pair["second"]["source"], "letter3.txt");
  EXPECT_EQ(pair["differences"].dump(),
            R"([{"field":"issue_date","first":"2014-02-27","second":"2014-02"},)"
            R"({"field":"pages","first":"2","second":"1"}])");
}

TEST_F(RescansTest, TheErrorOfTheTakerEndsTheList) {
  for (const int n : {1, 2})
    Add(archive_, n, {.number = "1/BC", .date = "2014", .issuer = kIssuer});
  const Status listed = EachRescan(archive_, [](const ordered_json&) -> Status {
    return Error{ErrorCode::kInterrupted, "stopped", "", 0};
  });
  ASSERT_FALSE(listed.ok());
  EXPECT_EQ(listed.error().code, ErrorCode::kInterrupted);
}

}  // namespace
}  // namespace vanthu::archive
