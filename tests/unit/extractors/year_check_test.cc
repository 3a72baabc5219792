// The year in a number against the year of issue.
#include <gtest/gtest.h>

#include "tests/unit/extractors/record_of.h"

namespace vanthu::test {
namespace {

bool Differs(const std::string& number, const std::string& date) {
  const Record record = RecordOf(WithHead("UBND TỈNH HÀ NAM", number, date));
  for (const Diagnostic& diagnostic : record.diagnostics) {
    if (diagnostic.code == "number_and_date_differ") return true;
  }
  return false;
}

TEST(YearCheck, ReportsANumberOfAnotherYear) {
  EXPECT_TRUE(Differs("Số: 12/2018/QĐ-UBND", "Hà Nam, ngày 05 tháng 3 năm 2013"));
  EXPECT_TRUE(Differs("Số: 01/1999/QĐ.UB", "Hà Nam, ngày    tháng    năm 2000"));
}

TEST(YearCheck, IsSilentWhereTheyAgreeOrOneIsMissing) {
  EXPECT_FALSE(Differs("Số: 12/2018/QĐ-UBND", "Hà Nam, ngày 05 tháng 3 năm 2018"));
  EXPECT_FALSE(Differs("Số: 12/2018/QĐ-UBND", ""));
  EXPECT_FALSE(Differs("Số: 12/2018/QĐ-UBND", "Hà Nam, ngày    tháng    năm"));
  EXPECT_FALSE(Differs("Số: 2018/QĐ-UBND", "Hà Nam, ngày 05 tháng 3 năm 2013"));  // a serial
  EXPECT_FALSE(Differs("Số: 12/QĐ-UBND", "Hà Nam, ngày 05 tháng 3 năm 2013"));
  EXPECT_FALSE(Differs("", "Hà Nam, ngày 05 tháng 3 năm 2013"));
}

TEST(YearCheck, MakesBothValuesDoubtful) {
  const Record record = RecordOf(
      WithHead("UBND TỈNH HÀ NAM", "Số: 12/2018/QĐ-UBND", "Hà Nam, ngày 05 tháng 3 năm 2013"));
  EXPECT_LT(record.number->score, 0.6);
  EXPECT_LT(record.issue_date->score, 0.6);
}

}  // namespace
}  // namespace vanthu::test
