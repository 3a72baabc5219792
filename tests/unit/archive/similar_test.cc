#include "pipeline/archive/similar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/archive/archive_fixture.h"

namespace vanthu::archive {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class SimilarTest : public ArchiveTest {
 protected:
  std::vector<int64_t> Ids(int64_t id, const SimilarOptions& options = {}) {
    const Result<std::vector<SearchRow>> rows = SimilarLetters(archive_, id, options);
    if (!rows.ok()) {
      ADD_FAILURE() << rows.error().Describe();
      return {};
    }
    std::vector<int64_t> ids;
    double score = 1;
    for (const SearchRow& row : *rows) {
      EXPECT_LE(row.score, score);
      EXPECT_GT(row.score, 0);
      score = row.score;
      ids.push_back(row.id);
    }
    return ids;
  }

  Archive archive_ = Open();
};

TEST_F(SimilarTest, ByWhatIsCited) {
  Add(archive_, 1, {.number = "1/BC", .date = "2020-03-01", .body = "a", .cites = {"22-NQ/TW"}});
  Add(archive_, 2, {.date = "2021-01-01", .body = "b", .cites = {"22-NQ/TW", "9/KH-UBND"}});
  Add(archive_, 3, {.date = "2021-01-01", .body = "c", .cites = {"1/BC"}});
  Add(archive_, 4, {.body = "d", .cites = {"122-NQ/TW"}});
  Add(archive_, 5, {.body = "e", .cited_law = "Luật Đầu tư"});
  Add(archive_, 6, {.body = "g", .cited_law = "Luật Đầu tư"});
  // One that cites it comes before one that cites the same.
  EXPECT_THAT(Ids(1), ElementsAre(3, 2));
  EXPECT_THAT(Ids(3), ElementsAre(1));
  EXPECT_THAT(Ids(4), IsEmpty());
  EXPECT_THAT(Ids(5), ElementsAre(6));
}

TEST_F(SimilarTest, ByPartnersAndWords) {
  Partner champasak = Evident<Partner>("Champasak");
  champasak.name = "Champasak";
  champasak.country = "LA";
  for (const int n : {1, 2}) {
    Record record = MakeRecord({.body = n == 1 ? "trồng cà phê" : "khác hẳn"});
    record.partners = {champasak};
    ASSERT_TRUE(archive_.AddLetters(0, FakeFile(n), std::vector{record}).ok());
  }
  Add(archive_, 3, {.body = "giá cà phê"});
  Add(archive_, 4, {.body = "phê cà"});
  EXPECT_THAT(Ids(1), ElementsAre(2, 3));
  EXPECT_THAT(Ids(4), IsEmpty());
  const Result<std::vector<SearchRow>> rows = SimilarLetters(archive_, 3);
  ASSERT_TRUE(rows.ok());
  ASSERT_EQ(rows->size(), 1U);
  EXPECT_THAT(rows->front().snippet, HasSubstr("<mark>cà phê</mark>"));
}

TEST_F(SimilarTest, TheSubjectBeforeTheBodyAndACopyIsWhole) {
  const Sketch letter = {.subject = "khắc phục hậu quả bom mìn",
                         .body = "khắc phục hậu quả bom mìn; nước sạch nông thôn"};
  Add(archive_, 1, letter);
  Add(archive_, 2, {.body = "nước sạch nông thôn"});
  Add(archive_, 3, {.body = "hậu quả bom mìn"});
  Add(archive_, 4, letter);
  EXPECT_THAT(Ids(1), ElementsAre(4, 3, 2));
  EXPECT_THAT(Ids(1, {.limit = 1}), ElementsAre(4));
  EXPECT_EQ(SimilarLetters(archive_, 1)->front().score, 1);
}

TEST_F(SimilarTest, WhatAllLettersSaySaysNothing) {
  Result<Transaction> batch = archive_.BeginBatch();
  ASSERT_TRUE(batch.ok());
  for (int n = 1; n <= 600; ++n) Add(archive_, n, {.body = "cộng hòa xã hội"});
  Add(archive_, 601, {.body = "cộng hòa xã hội và một chuyện riêng"});
  ASSERT_TRUE(batch->Commit().ok());
  EXPECT_THAT(Ids(601), IsEmpty());
}

TEST_F(SimilarTest, Errors) {
  Add(archive_, 1, {.body = ""});
  EXPECT_THAT(Ids(1), IsEmpty());
  EXPECT_EQ(SimilarLetters(archive_, 99).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(SimilarLetters(archive_, 1, {.limit = -1}).error().code, ErrorCode::kUsage);
}

}  // namespace
}  // namespace vanthu::archive
