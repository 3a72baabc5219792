#include "pipeline/archive/number_query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vanthu::archive {
namespace {

using testing::ElementsAre;

TEST(NumberKey, EqualForTheSameNumber) {
  const struct {
    const char* number;
    const char* key;
  } rows[] = {
      {"650/UBND-ĐNMN", "650-UBND-ĐNMN"},
      {"650-UBND-ĐNMN", "650-UBND-ĐNMN"},
      {"650 /UBND - ĐNMN", "650-UBND-ĐNMN"},
      {"650/UBND-\u00D0NMN", "650-UBND-ĐNMN"},  // Ð U+00D0
      {"650\u2044UBND\u2013ĐNMN", "650-UBND-ĐNMN"},
      {"09/2011/QĐ-UBND", "9-2011-QĐ-UBND"},
      {"3176B/QĐ-SYT", "3176-B-QĐ-SYT"},
      {"1444BKH/KTĐN", "1444-BKH-KTĐN"},
      {"1444 BKH/KTĐN", "1444-BKH-KTĐN"},
      {"703-TB/TU", "703-TB-TU"},
      {"473/TTr - NN&PTNT", "473-TTR-NN-PTNT"},
      {"17/2021/QH14", "17-2021-QH14"},
      {"/SNgV-BC", "-SNGV-BC"},
      {"000/UBND", "0-UBND"},
      {"", ""},
      {"///", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(NumberKey(row.number), row.key) << row.number;
}

TEST(NumberKey, DiffersForOthers) {
  EXPECT_NE(NumberKey("12/HD-SNgV"), NumberKey("12/HĐ-SNgV"));
  EXPECT_NE(NumberKey("1650/UBND"), NumberKey("650/UBND"));
  EXPECT_NE(NumberKey("65/0UBND"), NumberKey("650/UBND"));
}

TEST(ParseNumberQuery, WhatLooksLikeANumber) {
  const struct {
    const char* text;
    int64_t serial;
    std::vector<std::string> symbol;
    int year;  // 0: none
    bool exact;
    std::vector<std::string> types;
  } rows[] = {
      {"650/UBND-ĐNMN", 650, {"UBND", "ĐNMN"}, 0, true, {}},
      {"650-UBND-ĐNMN", 650, {"UBND", "ĐNMN"}, 0, true, {}},
      {"650 ubnd dnmn", 650, {"UBND", "DNMN"}, 0, false, {}},
      {"650 ubnd đnmn", 650, {"UBND", "ĐNMN"}, 0, true, {}},
      {"650/ubnd", 650, {"UBND"}, 0, false, {}},
      {"cv 650/2014", 650, {}, 2014, false, {"CV"}},
      {"cv 650 năm 2014", 650, {}, 2014, false, {"CV"}},
      {"650/UBND-ĐNMN năm 2014", 650, {"UBND", "ĐNMN"}, 2014, true, {}},
      {"số 650", 650, {}, 0, false, {}},
      {"so 650", 650, {}, 0, false, {}},
      {"Số: 650/UBND-ĐNMN", 650, {"UBND", "ĐNMN"}, 0, true, {}},
      {"công văn 650", 650, {}, 0, false, {"CV"}},
      {"Công văn số 650", 650, {}, 0, false, {"CV"}},
      {"cong van so 650", 650, {}, 0, false, {"CV"}},
      {"nghị quyết 22-NQ/TW", 22, {"NQ", "TW"}, 0, true, {"NQ"}},
      {"22 nq tw", 22, {"NQ", "TW"}, 0, false, {}},
      {"703 tb tu", 703, {"TB", "TU"}, 0, false, {}},
      {"650", 650, {}, 0, false, {}},
      {"0650", 650, {}, 0, false, {}},
      {"02/2016/NQ-HĐND", 2, {"2016", "NQ", "HĐND"}, 0, true, {}},
      {"17/2021/QH14", 17, {"2021", "QH14"}, 0, true, {}},
      {"3176B/QĐ-SYT", 3176, {"B", "QĐ", "SYT"}, 0, true, {}},
      {"1444 BKH/KTĐN", 1444, {"BKH", "KTĐN"}, 0, true, {}},
      {"4532 /UBND- KSTTHC", 4532, {"UBND", "KSTTHC"}, 0, true, {}},
      {"HD 12", 12, {}, 0, false, {"HD"}},
      {"hd 12", 12, {}, 0, false, {"HD", "HĐ"}},
      {"hđ 12", 12, {}, 0, false, {"HĐ"}},
  };
  for (const auto& row : rows) {
    const std::optional<NumberQuery> query = ParseNumberQuery(row.text);
    ASSERT_TRUE(query) << row.text;
    EXPECT_EQ(query->serial, row.serial) << row.text;
    EXPECT_EQ(query->symbol, row.symbol) << row.text;
    EXPECT_EQ(query->year.value_or(0), row.year) << row.text;
    EXPECT_EQ(query->exact, row.exact) << row.text;
    EXPECT_EQ(query->types.value_or(TypeChoice{}).exact, row.types) << row.text;
  }
}

TEST(ParseNumberQuery, ABlankSerial) {
  const std::optional<NumberQuery> query = ParseNumberQuery("/SNgV-BC");
  ASSERT_TRUE(query);
  EXPECT_FALSE(query->serial);
  EXPECT_THAT(query->symbol, ElementsAre("SNGV", "BC"));
}

TEST(ParseNumberQuery, WhatIsNone) {
  for (const char* text : {
           "",
           " ",
           "///",
           "-",
           "báo cáo",
           "UBND",
           "650 triệu đồng",
           "15 đoàn",
           "12 doan ra",
           "12 nguyen trai",
           "27/02/2014",
           "10-11",
           "tháng 8",
           "Champasak 2021",
           "6 tháng đầu năm 2021",
           "0905123456789",
           "năm 2014",
           "650 2014 2015",
           "ISO 9001:2015",
           "30/4",
           "số",
           "công văn",
           "công văn số",
           "650/UBND triệu tập họp",
       }) {
    EXPECT_FALSE(ParseNumberQuery(text)) << text;
  }
}

TEST(ChooseType, ByCodeAndName) {
  const struct {
    const char* typed;
    std::vector<std::string> exact, near;
  } rows[] = {
      {"BC", {"BC"}, {}},         {"bc", {"BC"}, {}},      {"báo cáo", {"BC"}, {}},
      {"Báo cáo", {"BC"}, {}},    {"BÁO CÁO", {"BC"}, {}}, {"bao cao", {"BC"}, {}},
      {"HD", {"HD"}, {"HĐ"}},     {"HĐ", {"HĐ"}, {"HD"}},  {"H\u00D0", {"HĐ"}, {"HD"}},
      {"hd", {"HD", "HĐ"}, {}},   {"TTR", {"TTr"}, {}},    {"chương trình hành động", {"CTr"}, {}},
      {"quyết đinh", {}, {"QĐ"}},
  };
  for (const auto& row : rows) {
    const std::optional<TypeChoice> choice = ChooseType(row.typed);
    ASSERT_TRUE(choice) << row.typed;
    EXPECT_EQ(choice->exact, row.exact) << row.typed;
    EXPECT_EQ(choice->near, row.near) << row.typed;
  }
  for (const char* typed : {"", "báo", "XYZ", "báo cáo tháng"}) {
    EXPECT_FALSE(ChooseType(typed)) << typed;
  }
}

}  // namespace
}  // namespace vanthu::archive
