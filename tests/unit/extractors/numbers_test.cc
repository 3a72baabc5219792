// Numbers of cells and exact decimals.
#include "extractors/quantity/numbers.h"

#include <gtest/gtest.h>

#include "extractors/quantity/decimal.h"

namespace vanthu::test {
namespace {

using extractors::DecimalOf;
using extractors::RangeOf;
using extractors::Thousands;

// "10..12", "10..12~" where approximate, "?" for words without a number, "" for nothing.
std::string Text(std::string_view cell) {
  const auto range = RangeOf(cell);
  if (!range) return "";
  if (!range->min || !range->max) return "?";
  char text[64];
  std::snprintf(text, sizeof text, "%g..%g%s", *range->min, *range->max, range->approx ? "~" : "");
  return text;
}

TEST(RangeOf, ReadsOneNumberOrTwo) {
  const struct {
    const char *cell, *want;
  } kRows[] = {
      {"15", "15..15"},
      {"04", "4..4"},
      {"Khoảng 15 người", "15..15~"},
      {"khoảng 10-12 người/đoàn", "10..12~"},
      {"6 - 7", "6..7"},
      {"6 – 7", "6..7"},
      {"từ 5 đến 7 ngày", "5..7"},
      {"5 người - 7 người", "5..7"},
      {"Không quá 10 ngày", "10..10~"},
      {"Dự kiến 12", "12..12~"},
      {"1.200", "1200..1200"},
      {"½ ngày", "0.5..0.5"},
      {"0,5", "0.5..0.5"},
      {"01 đoàn/05 người", "1..1"},
      {"Đoàn: 6 người", "6..6"},
      {"10 - 7", "10..10"},
  };
  for (const auto& row : kRows) EXPECT_EQ(Text(row.cell), row.want) << row.cell;
}

TEST(RangeOf, KeepsWordsWithoutANumber) {
  for (const char* cell : {"Do Trưởng đoàn quyết định", "Theo thư mời", "Tháng 4/2019", "Quý 2",
                           "15/6/2019", "P12", "Ngày 12 tháng 5", "Chưa xác định"}) {
    EXPECT_EQ(Text(cell), "?") << cell;
    EXPECT_EQ(RangeOf(cell)->raw, cell);
  }
  for (const char* cell : {"", " ", "-", "…", "/"}) EXPECT_EQ(Text(cell), "") << cell;
}

TEST(DecimalOf, ReadsPointAndComma) {
  const struct {
    const char *printed, *want;
  } kRows[] = {
      {"1.987,64", "1987.64"},
      {"1,987.64", "1987.64"},
      {"923.197.604", "923197604"},
      {"79.33", "79.33"},
      {"339,477", "339.477"},
      {"7.269,10", "7269.1"},
      {"04", "4"},
      {"0,5", "0.5"},
      {"0.125", "0.125"},
      {"1.840", "1840"},
      {"1.840.5", ""},
      {"½", "0.5"},
      {"1½", "1.5"},
      {"1.2.3", ""},
      {"12,345,678", "12345678"},
      {"1.23,45", ""},
      {"", ""},
      {"5,", ""},
      {"000", "0"},
      {"10,00", "10"},
      {"99999999999999999999", "99999999999999999999"},
  };
  for (const auto& row : kRows)
    EXPECT_EQ(DecimalOf(row.printed).value_or(""), row.want) << row.printed;
  EXPECT_EQ(DecimalOf("25,000", Thousands::kCommaToo), "25000");
  EXPECT_EQ(DecimalOf("25,00", Thousands::kCommaToo), "25");
}

TEST(Decimal, IsExact) {
  EXPECT_EQ(extractors::Shift("1987.64", 6), "1987640000");
  EXPECT_EQ(extractors::Shift("294434", 9), "294434000000000");
  EXPECT_EQ(extractors::Shift("0.1234567", 6), "123456.7");
  EXPECT_EQ(extractors::Shift("5", 0), "5");
  EXPECT_EQ(extractors::Sum("14000000000", "600000000"), "14600000000");
  EXPECT_EQ(extractors::Sum("9.5", "0.75"), "10.25");
  EXPECT_EQ(extractors::Sum("999", "1"), "1000");
  EXPECT_TRUE(extractors::Less("9", "10"));
  EXPECT_TRUE(extractors::Less("10.25", "10.5"));
  EXPECT_FALSE(extractors::Less("10", "10"));
  EXPECT_FALSE(extractors::Less("30", "4"));
}

}  // namespace
}  // namespace vanthu::test
