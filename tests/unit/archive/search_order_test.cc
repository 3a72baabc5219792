// In which order letters are listed, and how far.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/archive/corrections.h"
#include "pipeline/archive/search.h"
#include "tests/unit/archive/search_fixture.h"

namespace vanthu::archive {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST_F(SearchTest, NumberBeforeSubjectBeforeBody) {
  std::string many;
  for (int i = 0; i < 200; ++i) many += "Champasak UBND ";
  Fill({
      {.number = "5/UBND-TH", .date = "2000-01-01", .body = "trống"},
      {.date = "2001-01-01", .subject = "V/v đoàn ra Champasak, UBND", .body = "trống"},
      {.date = "2022-01-01", .body = many},
      {.date = "2021-01-01", .issuer = "Văn phòng Champasak", .body = "trống"},
  });
  EXPECT_THAT(Ids("champasak"), ElementsAre(2, 4, 3));
  EXPECT_THAT(Ids("ubnd"), ElementsAre(1, 2, 3));
}

TEST_F(SearchTest, TheNewestAmongEquals) {
  Fill({
      {.date = "2020-01-01", .body = "Lào"},
      {.date = "2022", .body = "Lào"},
      {.body = "Lào"},
      {.date = "2021-12-31", .body = "Lào"},
      {.date = "2022-01", .body = "Lào"},
  });
  EXPECT_THAT(Ids("lào"), ElementsAre(5, 2, 4, 1, 3));
}

TEST_F(SearchTest, WordsSideBySideFirst) {
  Fill({
      {.date = "2022-01-01", .body = "biên bản về giới tính"},
      {.date = "2020-01-01", .body = "đường biên giới"},
  });
  EXPECT_THAT(Ids("biên giới"), ElementsAre(2, 1));
}

TEST_F(SearchTest, Pages) {
  for (int n = 1; n <= 9; ++n) {
    Add(archive_, n, {.date = "2020-01-0" + std::to_string(n), .body = "Lào"});
  }
  const auto page = [&](int limit, int offset) {
    const Result<SearchAnswer> answer = Search(archive_, "lao", {.limit = limit, .offset = offset});
    std::vector<int64_t> ids = {answer->more ? 1 : 0};
    for (const SearchRow& row : answer->rows) ids.push_back(row.id);
    return ids;
  };
  EXPECT_THAT(page(4, 0), ElementsAre(1, 9, 8, 7, 6));
  EXPECT_THAT(page(4, 4), ElementsAre(1, 5, 4, 3, 2));
  EXPECT_THAT(page(4, 8), ElementsAre(0, 1));
  EXPECT_THAT(page(4, 1'000'000), ElementsAre(0));
  EXPECT_THAT(page(0, 0), ElementsAre(1));
  EXPECT_THAT(page(2'000'000'000, 2'000'000'000), ElementsAre(0));
  EXPECT_EQ(Search(archive_, "lao", {.limit = -1}).error().code, ErrorCode::kUsage);
}

TEST_F(SearchTest, VeryManyLettersAreListedByDate) {
  Result<Transaction> batch = archive_.BeginBatch();
  ASSERT_TRUE(batch.ok());
  for (int n = 1; n <= 2100; ++n) {
    Add(archive_, n,
        {.date = n % 2 == 0 ? "2015-03-0" + std::to_string(1 + n % 9) : "2012", .body = "Lào"});
  }
  Add(archive_, 2101, {.date = "2001-01-01", .subject = "đoàn Lào", .body = "Lào"});
  Add(archive_, 2102, {.date = "2016-01-01", .body = "Lào"});
  Add(archive_, 2103, {.body = "Lào"});
  ASSERT_TRUE(batch->Commit().ok());
  const Result<SearchAnswer> answer = Search(archive_, "Lào", {.limit = 3});
  ASSERT_TRUE(answer.ok()) << answer.error().Describe();
  ASSERT_EQ(answer->rows.size(), 3U);
  EXPECT_THAT(answer->notes, ElementsAre(Note::kNewestFirst));
  EXPECT_EQ(answer->rows[0].id, 2101);
  EXPECT_EQ(answer->rows[1].id, 2102);
  EXPECT_EQ(answer->rows[2].issue_date, "2015-03-09");
  const Result<SearchAnswer> last = Search(archive_, "Lào", {.limit = 10, .offset = 2100});
  ASSERT_TRUE(last.ok());
  EXPECT_EQ(last->rows.size(), 3U);
  EXPECT_FALSE(last->more);
  EXPECT_EQ(last->rows.back().id, 2103);
  // Where all that fit are of years long ago.
  EXPECT_EQ(Search(archive_, "Lào ngay:..2015", {.limit = 1})->rows[0].issue_date, "2001-01-01");
  EXPECT_EQ(Search(archive_, "Lào ngay:..2014", {.limit = 10, .offset = 1})->rows[0].issue_date,
            "2012");
  // A filter makes them few enough to be ranked.
  EXPECT_THAT(Search(archive_, "Lào nam:2001")->notes, IsEmpty());
}

// Letters of one month stand together in the index, in no order of days.
TEST_F(SearchTest, VeryManyLettersOfAMonthAreListedByDay) {
  Result<Transaction> batch = archive_.BeginBatch();
  ASSERT_TRUE(batch.ok());
  for (int n = 1; n <= 2010; ++n) {
    Add(archive_, n, {.date = fmt::format("2015-03-{:02}", 1 + n * 7 % 28), .body = "Lào"});
  }
  ASSERT_TRUE(batch->Commit().ok());
  Add(archive_, 2011, {.date = "2015-03-30", .body = "Lào"});
  Add(archive_, 2012, {.date = "2015-04-01", .body = "Lào"});
  Add(archive_, 2013, {.date = "2015-03-29", .body = "Lào"});
  EXPECT_THAT(IdsOfFirst("Lào", 3), ElementsAre(2012, 2011, 2013));
  EXPECT_THAT(IdsOfFirst("Lào ngay:..2015-03-29", 1), ElementsAre(2013));
  EXPECT_THAT(IdsOfFirst("Lào ngay:2015-03-30", 3), ElementsAre(2011));
  EXPECT_THAT(IdsOfFirst("-Nga Lào ngay:2015-04..", 3), ElementsAre(2012));
}

TEST_F(SearchTest, ALetterWhoseDateIsCorrectedMoves) {
  Fill({{.date = "2015-03-01", .body = "Lào"}, {.date = "2016-03-01", .body = "Lào"}});
  ASSERT_TRUE(Correct(archive_, "lan", 1, "issue_date", "2017-05-06").ok());
  EXPECT_THAT(Ids("Lào"), ElementsAre(1, 2));
  EXPECT_THAT(Ids("Lào nam:2017"), ElementsAre(1));
  EXPECT_THAT(Ids("Lào nam:2015"), IsEmpty());
}

TEST_F(SearchTest, ALimitInTimeSaysSo) {
  Result<Transaction> batch = archive_.BeginBatch();
  ASSERT_TRUE(batch.ok());
  for (int n = 1; n <= 500; ++n) Add(archive_, n, {.body = "Lào Lào Lào"});
  ASSERT_TRUE(batch->Commit().ok());
  const Result<SearchAnswer> answer =
      Search(archive_, "lao", {.time_limit = std::chrono::milliseconds(-1)});
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, ErrorCode::kTimeout);
  EXPECT_TRUE(Search(archive_, "lao").ok());
}

}  // namespace
}  // namespace vanthu::archive
