#include "pipeline/archive/citing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/archive/citing_fixture.h"

namespace vanthu::archive {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class CitingTest : public CitingFixture {
 protected:
  // "3" the letter, "3?5?" candidates, "-" none.
  std::string Resolved(const Cited& cited, const std::string& date = "2021-12-31") {
    const int64_t id = Put({.number = "999/BC-X", .date = date}, {cited});
    const auto citations = CitationsOf(archive_, id);
    if (citations->size() != 1) return "wrong";
    const ResolvedCitation& found = citations->front();
    if (found.letter) return std::to_string(found.letter->id);
    std::string text;
    for (const LetterHead& letter : found.candidates) text += std::to_string(letter.id) + "?";
    return text.empty() ? "-" : text;
  }
};

TEST_F(CitingTest, NumberDateAndIssuerDecide) {
  const std::string an_phu = "Ủy ban nhân dân tỉnh An Phú";
  const std::string ha_giang = "Ủy ban nhân dân tỉnh Hà Giang";
  Put({.number = "35/KH-UBND", .date = "2020-01-20", .issuer = an_phu});    // 1
  Put({.number = "35/KH-UBND", .date = "2021-01-20", .issuer = an_phu});    // 2
  Put({.number = "35/KH-UBND", .date = "2021-02-11", .issuer = ha_giang});  // 3
  Put({.number = "7/CV-SNgV"});                                             // 4
  Put({.number = "/SNgV-BC", .date = "2021-03-04"});                        // 5
  Put({.number = "8/QĐ-UBND", .date = "2021-03-04", .issuer = ha_giang});   // 6
  const struct {
    Cited cited;
    std::string expected;
  } rows[] = {
      {{"35/KH-UBND", "2021-01-20"}, "2"},
      {{"35/kh-ubnd", "2021-01-20", an_phu}, "2"},
      {{"035/KH-UBND", "2020"}, "1"},
      {{"35/KH-UBND", "2021", "UBND tỉnh An Phú"}, "2"},
      {{"35/KH-UBND", "2021-02", "UBND tỉnh"}, "3"},
      {{"35/KH-UBND", "2021"}, "2?3?"},
      {{"35/KH-UBND", "", ha_giang}, "3"},
      {{"35/KH-UBND", "", an_phu}, "1?2?"},
      {{"35/KH-UBND"}, "1?2?3?"},
      {{"35/KH-UBND", "2019"}, "-"},
      {{"35/KH-UBND", "2021-01-21"}, "-"},
      {{"35/KH-SNV", "2021-01-20"}, "-"},
      {{"135/KH-UBND", "2021-01-20"}, "-"},
      {{"7/CV-SNgV"}, "4"},
      {{"7/CV-SNgV", "2015-05-05"}, "4"},  // its own date is not known
      {{"/SNgV-BC"}, "-"},                 // many letters have no serial
      {{"/SNgV-BC", "2021-03-04"}, "5"},
      {{"8/QĐ-UBND", "2021-03-04"}, "6"},
      {{"8/QĐ-UBND", "2021-03-04", an_phu}, "6?"},  // the issuer contradicts
  };
  for (const auto& row : rows) {
    EXPECT_EQ(Resolved(row.cited), row.expected) << row.cited.number << " " << row.cited.date;
  }
  // What is younger than the letter that cites it is another document.
  EXPECT_EQ(Resolved({"8/QĐ-UBND"}, "2021-03-03"), "-");
  EXPECT_EQ(Resolved({"8/QĐ-UBND"}, "2021-03-04"), "6");
  EXPECT_EQ(Resolved({"999/BC-X", "2021-12-31"}, "2022-12-31").find('-'), std::string::npos);
}

TEST_F(CitingTest, ALetterDoesNotCiteItself) {
  const int64_t id = Put({.number = "5/BC", .date = "2021-05-05"}, {{"5/BC"}});
  const auto citations = CitationsOf(archive_, id);
  ASSERT_EQ(citations->size(), 1);
  EXPECT_EQ(StatusOf(citations->front()), "not_in_archive");
}

TEST_F(CitingTest, CiteTellsBothWays) {
  const int64_t plan = Put({.number = "35/KH-UBND", .type = "KH", .date = "2021-01-20"},
                           {{"22/NQ-TW", "2013-04-10", "Bộ Chính trị", ReferenceRole::kBasis}});
  const int64_t letter = Put({.number = "214/SNgV-LS", .date = "2021-04-12"},
                             {{"35/KH-UBND", "", "", ReferenceRole::kBasis}, {"22/NQ-TW"}});
  const auto documents = Cite(archive_, "35/KH-UBND");
  ASSERT_TRUE(documents.ok());
  ASSERT_EQ(documents->size(), 1);
  const nlohmann::ordered_json json = ToJson(documents->front());
  EXPECT_EQ(json["status"], "in_archive");
  EXPECT_EQ(json["letter_id"], plan);
  ASSERT_EQ(json["cited_by"].size(), 1);
  EXPECT_EQ(json["cited_by"][0]["letter_id"], letter);
  EXPECT_EQ(json["cited_by"][0]["role"], "basis");
  EXPECT_EQ(json["cited_by"][0]["certain"], true);
  ASSERT_EQ(json["cites"].size(), 1);
  EXPECT_EQ(json["cites"][0]["status"], "not_in_archive");
  EXPECT_EQ(json["cites"][0]["letter_id"], nullptr);
  // Also by the year, though the citation gives none.
  EXPECT_EQ(Cite(archive_, "kh 35/2021")->front().cited_by.size(), 1);
}

TEST_F(CitingTest, WhatIsOnlyCitedIsOneDocument) {
  Put({.number = "1/BC", .date = "2021-01-01"}, {{"22/NQ-TW"}});
  Put({.number = "2/BC", .date = "2021-02-01"}, {{"22-NQ/TW", "2013-04-10", "Bộ Chính trị"}});
  Put({.number = "3/BC", .date = "2021-03-01"}, {{"22-NQ/TW", "2013"}, {"122-NQ/TW"}});
  const auto documents = Cite(archive_, "22-nq/tw");
  ASSERT_TRUE(documents.ok());
  ASSERT_EQ(documents->size(), 1);
  const CitedDocument& document = documents->front();
  EXPECT_FALSE(document.letter);
  EXPECT_EQ(document.issue_date, "2013-04-10");
  EXPECT_EQ(document.issuer, "Bộ Chính trị");
  std::vector<std::string> by;
  for (const CitedBy& cited : document.cited_by) by.push_back(*cited.letter.number);
  EXPECT_THAT(by, ElementsAre("1/BC", "2/BC", "3/BC"));
  EXPECT_EQ(ToJson(document)["status"], "not_in_archive");
}

TEST_F(CitingTest, DocumentsOfOtherYearsAreOthers) {
  Put({.number = "1/BC"}, {{"12/QĐ-UBND", "2019-01-05"}, {"12/QĐ-UBND", "2020-01-06"}});
  EXPECT_EQ(Cite(archive_, "12/QĐ-UBND")->size(), 2);
  EXPECT_EQ(Cite(archive_, "12/QĐ-UBND năm 2020")->size(), 1);
}

TEST_F(CitingTest, ALetterIsAskedForByItsId) {
  const int64_t plan = Put({.number = "35/KH-UBND", .date = "2021-01-20"});
  Put({.number = "214/SNgV-LS", .date = "2021-04-12"}, {{"35/KH-UBND"}});
  const auto documents = Cite(archive_, std::to_string(plan));
  ASSERT_TRUE(documents.ok());
  ASSERT_EQ(documents->size(), 1);
  EXPECT_EQ(documents->front().letter->id, plan);
  EXPECT_EQ(documents->front().cited_by.size(), 1);
  // Of a number without a letter of that id, the document's number.
  EXPECT_EQ(Cite(archive_, "214")->front().number, "214/SNgV-LS");
}

TEST_F(CitingTest, LawsAreAskedForByTheirName) {
  const auto law = [](const std::string& title, const std::string& date = "") {
    return Cited{.date = date, .title = title};
  };
  Put({.number = "1/BC", .date = "2021-01-01"}, {law("Luật Đầu tư", "2020")});
  Put({.number = "2/BC", .date = "2021-02-01"}, {law("Luật Đầu tư", "2014-11-26")});
  Put({.number = "3/BC", .date = "2021-03-01"}, {law("Luật Đầu tư công")});
  Put({.number = "4/BC", .date = "2021-04-01"},
      {{.number = "61/2020/QH14", .date = "2020-06-17", .title = "Luật Đầu tư"}});
  Put({.number = "5/BC", .date = "2021-05-01"}, {law("Công ước Viên năm 1961")});
  const auto found = [&](std::string_view asked) {
    std::vector<std::string> texts;
    const auto documents = Cite(archive_, asked);
    if (!documents.ok()) return std::vector<std::string>{"error"};
    for (const CitedDocument& document : *documents) {
      texts.push_back(document.title.value_or("") + " " + document.issue_date.value_or("") + " " +
                      std::to_string(document.cited_by.size()));
    }
    return texts;
  };
  EXPECT_THAT(found("Luật Đầu tư"),
              ElementsAre("Luật Đầu tư 2014-11-26 1", "Luật Đầu tư 2020-06-17 2"));
  EXPECT_THAT(found("luat dau tu 2014"), ElementsAre("Luật Đầu tư 2014-11-26 1"));
  EXPECT_THAT(found("Luật Đầu tư năm 2020"), ElementsAre("Luật Đầu tư 2020-06-17 2"));
  EXPECT_THAT(found("Luật Đầu tư công"), ElementsAre("Luật Đầu tư công  1"));
  EXPECT_THAT(found("đầu tư công"), ElementsAre("Luật Đầu tư công  1"));  // words of a name
  EXPECT_THAT(found("Công ước Viên năm 1961"), ElementsAre("Công ước Viên năm 1961  1"));
  EXPECT_THAT(found("Luật Đất đai"), IsEmpty());
  EXPECT_THAT(found("Đất đai"), ElementsAre("error"));
}

TEST_F(CitingTest, CitationsAreCountedByYear) {
  Put({.number = "1/BC", .date = "2020-01-01"},
      {{"22-NQ/TW", "", "", ReferenceRole::kBasis}, {"22-NQ/TW"}});
  Put({.number = "2/BC", .date = "2021-02-01"}, {{"22-NQ/TW"}});
  Put({.number = "3/BC"}, {{"22-NQ/TW", "", "", ReferenceRole::kReplyTo}});
  const auto rows = CountsByYear(Cite(archive_, "22-NQ/TW")->front());
  const auto row = [](const nlohmann::ordered_json& year, int basis, int reply_to, int cites) {
    return nlohmann::ordered_json{
        {"document", "22-NQ/TW"}, {"year", year},  {"letters", 1}, {"basis", basis},
        {"reply_to", reply_to},   {"attached", 0}, {"amends", 0},  {"replaces", 0},
        {"cites", cites}};
  };
  EXPECT_THAT(rows, ElementsAre(row(2020, 1, 0, 1), row(2021, 0, 0, 1), row(nullptr, 0, 1, 0)));
}

TEST_F(CitingTest, NothingFoundIsNoError) {
  EXPECT_THAT(*Cite(archive_, "650/UBND-ĐNMN"), IsEmpty());
  for (const char* text : {"", "báo cáo", "650 triệu đồng", "\xff"}) {
    EXPECT_EQ(Cite(archive_, text).error().code, ErrorCode::kUsage) << text;
  }
}

}  // namespace
}  // namespace vanthu::archive
