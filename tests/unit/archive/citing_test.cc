#include "pipeline/archive/citing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/archive/archive_fixture.h"

namespace vanthu::archive {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Cited {
  std::string number;
  std::string date = {};
  std::string issuer = {};
  ReferenceRole role = ReferenceRole::kCites;
};

Reference MakeReference(const Cited& cited) {
  Reference reference = Evident<Reference>(cited.number);
  reference.number = cited.number;
  if (!cited.date.empty()) reference.date = *MakeRecord({.date = cited.date}).issue_date;
  if (!cited.issuer.empty()) reference.issuer = cited.issuer;
  reference.role = cited.role;
  return reference;
}

class CitingTest : public ArchiveTest {
 protected:
  int64_t Put(Sketch sketch, const std::vector<Cited>& cites = {}) {
    Record record = MakeRecord(sketch);
    for (const Cited& cited : cites) record.references.push_back(MakeReference(cited));
    const std::vector<Record> letters = {record};
    return archive_.AddLetters(0, FakeFile(++files_), letters)->front();
  }

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

  Archive archive_ = Open();
  int files_ = 0;
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

TEST_F(CitingTest, NothingFoundIsNoError) {
  EXPECT_THAT(*Cite(archive_, "650/UBND-ĐNMN"), IsEmpty());
  for (const char* text : {"", "báo cáo", "650 triệu đồng", "\xff"}) {
    EXPECT_EQ(Cite(archive_, text).error().code, ErrorCode::kUsage) << text;
  }
}

}  // namespace
}  // namespace vanthu::archive
