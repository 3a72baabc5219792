#include "pipeline/archive/delegation_doubles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vanthu::archive {
namespace {

using testing::ElementsAre;

ListedDelegation Listed(int64_t letter, const std::string& purpose, std::string start = "",
                        std::string end = "") {
  ListedDelegation row;
  row.letter = letter;
  row.issuer = "Ủy ban nhân dân tỉnh An Phú";
  row.place = "An Phú";
  row.countries = {"LA"};
  row.purpose = purpose;
  row.period_start = std::move(start);
  row.period_end = std::move(end);
  return row;
}

TEST(SameDelegationTest, TwoLettersListIt) {
  const ListedDelegation plan =
      Listed(1, "Đoàn thăm hữu nghị tỉnh Champasak", "2021-04-01", "2021-04-30");
  ListedDelegation other = Listed(2, "Đoàn thăm hữu nghị tỉnh Champasak");
  EXPECT_TRUE(IsSameDelegation(plan, other));
  other.purpose = "Đoàn  THĂM hữu nghị tỉnh Champasak, Lào";
  EXPECT_TRUE(IsSameDelegation(plan, other));
  other.issuer = "Sở Ngoại vụ";  // the office of the same place
  EXPECT_TRUE(IsSameDelegation(plan, other));
}

TEST(SameDelegationTest, WhatDiffersIsAnother) {
  const ListedDelegation plan = Listed(1, "Đoàn thăm hữu nghị", "2021-04-01", "2021-04-30");
  EXPECT_FALSE(IsSameDelegation(plan, plan)) << "rows of one letter";
  EXPECT_FALSE(IsSameDelegation(plan, Listed(2, "Đoàn xúc tiến đầu tư")));
  EXPECT_FALSE(IsSameDelegation(plan, Listed(2, "Đoàn thăm hữu nghị", "2021-09-01", "2021-09-30")));
  ListedDelegation abroad = Listed(2, "Đoàn thăm hữu nghị");
  abroad.countries = {"KH"};
  EXPECT_FALSE(IsSameDelegation(plan, abroad));
  ListedDelegation elsewhere = Listed(2, "Đoàn thăm hữu nghị");
  elsewhere.issuer = "Ủy ban nhân dân tỉnh Hà Giang";
  elsewhere.place = "Hà Giang";
  EXPECT_FALSE(IsSameDelegation(plan, elsewhere));
}

TEST(SameDelegationTest, WithoutWordsDaysAndPeopleDecide) {
  ListedDelegation a = Listed(1, "", "2021-04-01", "2021-04-30"), b = a;
  b.letter = 2;
  EXPECT_FALSE(IsSameDelegation(a, b));
  a.members = b.members = 8;
  EXPECT_TRUE(IsSameDelegation(a, b));
  b.members = 9;
  EXPECT_FALSE(IsSameDelegation(a, b));
}

TEST(DoublesTest, OneRowTakesOneOfEachLetter) {
  EXPECT_THAT(FindDoubles({Listed(3, "Đoàn thăm"), Listed(2, "Đoàn thăm"), Listed(2, "Đoàn thăm"),
                           Listed(1, "Đoàn thăm")}),
              ElementsAre(false, true, false, true));
  EXPECT_THAT(FindDoubles({Listed(3, "Đoàn thăm"), Listed(3, "Đoàn thăm")}),
              ElementsAre(false, false));
  EXPECT_THAT(FindDoubles({}), ElementsAre());
}

}  // namespace
}  // namespace vanthu::archive
