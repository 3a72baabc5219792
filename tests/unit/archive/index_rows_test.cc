#include "pipeline/archive/index_rows.h"

#include <gtest/gtest.h>

#include "tests/unit/archive/archive_fixture.h"

namespace vanthu::archive {
namespace {

DateRange Dates(std::string_view text) { return *ParseDates(text); }

bool Holds(const RowRange& rows, int64_t row) { return row >= rows.first && row <= rows.last; }

class IndexRowsTest : public ArchiveTest {
 protected:
  IndexRowsTest() {
    for (int n = 1; n <= 6; ++n) Add(archive_, n, {});
    if (!archive_.database().Execute("DELETE FROM index_rows").ok()) ADD_FAILURE();
  }

  int64_t Take(std::optional<int64_t> date_key) {
    const Result<int64_t> row = TakeRow(archive_.database(), ++letter_, date_key);
    if (!row.ok()) ADD_FAILURE() << row.error().Describe();
    return row.ok() ? *row : 0;
  }

  Archive archive_ = Open();
  int64_t letter_ = 0;
};

TEST_F(IndexRowsTest, TheNewestMonthFirstAndUndatedLast) {
  const int64_t undated = Take(std::nullopt), june = Take(20140600), day = Take(20140627),
                year = Take(20140000), next_year = Take(20150101);
  EXPECT_LT(next_year, day);
  EXPECT_LT(day, june);  // of one month: who came last stands first
  EXPECT_LT(june, year);
  EXPECT_LT(year, undated);
  EXPECT_EQ(MonthOfRow(day), MonthOfRow(june));
  EXPECT_NE(MonthOfRow(year), MonthOfRow(june));
  EXPECT_EQ(*RowOfLetter(archive_.database(), 3), day);
  ASSERT_TRUE(FreeRow(archive_.database(), day).ok());
  EXPECT_EQ(*RowOfLetter(archive_.database(), 3), std::nullopt);
}

TEST_F(IndexRowsTest, RangesHoldTheirMonthsAlone) {
  const int64_t undated = Take(std::nullopt), march = Take(20140327), december = Take(20141231),
                year = Take(20140000), before = Take(20131231), after = Take(20150000);
  for (const int64_t row : {march, december, year}) EXPECT_TRUE(Holds(RowsOf(Dates("2014")), row));
  for (const int64_t row : {undated, before, after}) {
    EXPECT_FALSE(Holds(RowsOf(Dates("2014")), row));
  }
  EXPECT_TRUE(Holds(RowsOf(Dates("2014-03")), march));
  EXPECT_FALSE(Holds(RowsOf(Dates("2014-03")), year));
  EXPECT_TRUE(Holds(RowsOf(Dates("2014-03-01")), march));  // of the month
  EXPECT_TRUE(Holds(RowsOf(Dates("..2014-03")), before));
  EXPECT_FALSE(Holds(RowsOf(Dates("..2014-03")), december));
  EXPECT_TRUE(Holds(RowsOf({}), undated));
  EXPECT_TRUE(Holds(RowsOf({}), after));
}

TEST_F(IndexRowsTest, DaysAreNoWholeMonths) {
  EXPECT_TRUE(IsOfWholeMonths({}));
  EXPECT_TRUE(IsOfWholeMonths(Dates("2014")));
  EXPECT_TRUE(IsOfWholeMonths(Dates("2014-03..2015-01")));
  EXPECT_FALSE(IsOfWholeMonths(Dates("2014-03-01")));
  EXPECT_FALSE(IsOfWholeMonths(Dates("2014-03..2015-01-31")));
}

}  // namespace
}  // namespace vanthu::archive
