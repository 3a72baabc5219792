// Heads of scans: what must stand there decides what a letter or a digit was.
#include <gtest/gtest.h>

#include "extractors/fields/number_symbol.h"
#include "models/lexicon/names.h"
#include "tests/unit/extractors/record_of.h"

namespace vanthu::test {
namespace {

Record ScannedRecordOf(std::string_view text) {
  std::vector<Page> pages = PagesOf(text);
  for (Page& page : pages) page.origin = PageOrigin::kOcr;
  Record record;
  extractors::ExtractAll(segment::Segment(std::move(pages)), record);
  return record;
}

TEST(InitialsOf, TakesFirstLettersAndAbbreviationsWhole) {
  EXPECT_EQ(extractors::InitialsOf("SỞ THÔNG TIN VÀ TRUYỀN THÔNG"), "STTTT");
  EXPECT_EQ(extractors::InitialsOf("TRƯỜNG CĐ KINH TẾ - KỸ THUẬT"), "TCĐKTKT");
  EXPECT_EQ(extractors::InitialsOf("TRƯỜNG ĐẠI HỌC ĐỒNG NAI"), "TĐHĐN");
  EXPECT_EQ(extractors::InitialsOf(""), "");
}

TEST(RepairedSymbol, PutsPartsRightThatNobodyUses) {
  const struct {
    const char* symbol;
    const char* issuer;
    const char* type;
    const char* want;
  } rows[] = {
      {"QĐ-CPKTKT-CTHSSV", "TRƯỜNG CĐ KINH TẾ - KỸ THUẬT", "QĐ", "QĐ-CĐKTKT-CTHSSV"},
      {"2021/QĐĐ-UBND", "ỦY BAN NHÂN DÂN", "QĐ", "2021/QĐ-UBND"},
      {"QĐÐ-UBND", "ỦY BAN NHÂN DÂN", "", "QĐ-UBND"},
      {"QD-UBND", "ỦY BAN NHÂN DÂN", "QĐ", "QĐ-UBND"},
      {"QĐ-DHĐN", "TRƯỜNG ĐẠI HỌC ĐỒNG NAI", "QĐ", "QĐ-ĐHĐN"},
      {"TH-STC-SKHĐT", "SỞ TÀI CHÍNH - SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "TTr", "TTr-STC-SKHĐT"},
      {"UBNDD-NC", "ỦY BAN NHÂN DÂN", "", "UBND-NC"},
      // What is used, or is as near to two, stays.
      {"UBND-KTTH", "ỦY BAN NHÂN DÂN", "", "UBND-KTTH"},
      {"UBND-ĐC", "ỦY BAN NHÂN DÂN", "", "UBND-ĐC"},
      {"SYT-NVY", "SỞ Y TẾ", "", "SYT-NVY"},
      {"SYT-TCCB", "SỞ Y TẾ", "", "SYT-TCCB"},
      {"STTTT-CNTT", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "", "STTTT-CNTT"},
      {"SGDĐT-CTrTT", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "", "SGDĐT-CTrTT"},
      {"QĐ-NĐ-UB", "UỶ BAN NHÂN DÂN", "QĐ", "QĐ-NĐ-UB"},
      {"QĐ-TTg", "THỦ TƯỚNG CHÍNH PHỦ", "QĐ", "QĐ-TTg"},
      {"-BC/TU", "TỈNH ỦY", "BC", "-BC/TU"},
      {"", "SỞ Y TẾ", "QĐ", ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(extractors::RepairedSymbol(row.symbol, extractors::InitialsOf(row.issuer), row.type),
              row.want)
        << row.symbol;
  }
}

TEST(ProvinceNear, KnowsSpoiltNames) {
  const struct {
    const char* text;
    const char* want;
  } rows[] = {
      {"Bắn Tre", "Bến Tre"},
      {"BÉNTRE", "Bến Tre"},
      {"KIÊN, GIANG:", "Kiên Giang"},
      {"Đông Nai", "Đồng Nai"},
      {"ĐÀ NÀNG", "Đà Nẵng"},
      {"Cao Bằng", "Cao Bằng"},
      {"Quảng Ngâi", "Quảng Ngãi"},
      {"Hội An", ""},
      {"Huê", ""},
      {"Mỹ Đức", ""},
      {"", ""},
      {"Quảng", ""},
      {"Hà Bắc", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(ProvinceNear(row.text).value_or(""), row.want) << row.text;
}

constexpr const char* kHead =
    "<|UBND TỈNH KIÊN, GIANG:\n<|SỞ Y TẾ\n<|Số: 12/KH-SYT\n"
    ">|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n>|Độc lập - Tự do - Hạnh phúc\n"
    ">|Kiên Giana, ngày 02 tháng 3 năm 2018\n\n^|KẾ HOẠCH\n^|Tiêm chủng\n\n"
    "Sở Y tế xây dựng kế hoạch như sau./.\n\n";

TEST(ScannedHead, NamesItsProvinceAsItIsCalled) {
  const Record record = ScannedRecordOf(kHead);
  ASSERT_TRUE(record.issuer);
  EXPECT_EQ(record.issuer->name, "Sở Y tế tỉnh Kiên Giang");
  EXPECT_EQ(record.issuer->parent.value_or(""), "Ủy ban nhân dân tỉnh Kiên Giang");
  EXPECT_EQ(ValueOf(record.place), "Kiên Giang");
}

TEST(ScannedHead, IsLeftAsItStandsInAText) {
  const Record record = RecordOf(kHead);
  EXPECT_EQ(ValueOf(record.place), "Kiên Giana");
}

TEST(ScannedHead, TakesSerialAndDayFromAnAnnex) {
  const struct {
    const char* annex;
    const char* number;
    const char* date;
  } rows[] = {
      {"(Kèm theo Kế hoạch số 72/KH-SYT ngày 01/3/2018 của Sở Y tế)", "72/KH-SYT", "2018-03-01"},
      {"(Ban hành kèm theo Kế hoạch số 12/KH-SYT ngày 05 tháng 3 năm 2018)", "12/KH-SYT",
       "2018-03-05"},
      // another month, another symbol, no number, a day that is none
      {"(Kèm theo Kế hoạch số 12/KH-SYT ngày 01/4/2018 của Sở Y tế)", "12/KH-SYT", "2018-03-02"},
      {"(Kèm theo Quyết định số 72/QĐ-SYT ngày 01/3/2018 của Sở Y tế)", "12/KH-SYT", "2018-03-02"},
      {"(Kèm theo Kế hoạch của Sở Y tế)", "12/KH-SYT", "2018-03-02"},
      {"(Kèm theo Kế hoạch số 12/KH-SYT ngày 41/3/2018 của Sở Y tế)", "12/KH-SYT", "2018-03-02"},
      {"Theo Kế hoạch số 72/KH-SYT ngày 01/3/2018 của Sở Y tế", "12/KH-SYT", "2018-03-02"},
  };
  for (const auto& row : rows) {
    const std::string text =
        std::string(kHead).append("\f^|PHỤ LỤC\n^|").append(row.annex).append("\n\nTrạm y tế\n");
    const Record record = ScannedRecordOf(text);
    ASSERT_TRUE(record.number) << row.annex;
    EXPECT_EQ(record.number->normalized, row.number) << row.annex;
    EXPECT_EQ(DateText(record.issue_date), row.date) << row.annex;
    const Record as_text = RecordOf(text);
    EXPECT_EQ(as_text.number->normalized, "12/KH-SYT") << row.annex;
  }
}

}  // namespace
}  // namespace vanthu::test
