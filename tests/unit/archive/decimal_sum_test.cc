#include "pipeline/archive/decimal_sum.h"

#include <gtest/gtest.h>

#include <vector>

namespace vanthu::archive {
namespace {

TEST(DecimalSumTest, IsExact) {
  struct Row {
    std::vector<std::string> decimals;
    std::string sum;
  };
  const std::vector<Row> rows = {
      {{}, "0"},
      {{"0"}, "0"},
      {{"37500000"}, "37500000"},
      {{"0.1", "0.2"}, "0.3"},
      {{"0.5", "0.5"}, "1"},
      {{"1.25", "100"}, "101.25"},
      {{"100", "1.25"}, "101.25"},
      {{"-1", "0.5"}, "-0.5"},
      {{"5", "-5"}, "0"},
      {{"-0.25", "-0.75"}, "-1"},
      {{"10", "-0.01"}, "9.99"},
      {{"007", "3"}, "10"},
      {{"99999999999999999999999999", "1"}, "100000000000000000000000000"},
  };
  for (const Row& row : rows) {
    DecimalSum sum;
    for (const std::string& decimal : row.decimals) EXPECT_TRUE(sum.Add(decimal));
    EXPECT_EQ(sum.Text(), row.sum);
  }
}

TEST(DecimalSumTest, TakesDecimalsAlone) {
  for (const char* text :
       {"", "-", ".", "1.", ".5", "1,5", "1 000", "1e3", "+1", "--1", "1.2.3", "một"}) {
    DecimalSum sum;
    EXPECT_FALSE(sum.Add(text)) << text;
    EXPECT_FALSE(IsDecimal(text)) << text;
    EXPECT_EQ(sum.Text(), "0");
  }
}

}  // namespace
}  // namespace vanthu::archive
