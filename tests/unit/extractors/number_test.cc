// The letter's own number: what the head prints behind Số, and what never is one.
#include <gtest/gtest.h>

#include "tests/unit/extractors/record_of.h"

namespace vanthu::test {
namespace {

constexpr const char* kOffice = "UBND TỈNH HÀ NAM\nSỞ NGOẠI VỤ";

TEST(Number, IsReadFromTheHead) {
  const struct {
    const char* line;
    const char* want;
  } rows[] = {
      {"Số: 88/SNgV-LS", "88/SNgV-LS"},
      {"Số: 575 /UBND-KTTH", "575/UBND-KTTH"},
      {"Số 127-QĐ/TW", "127-QĐ/TW"},
      {"Số: 22 – NQ/TW", "22-NQ/TW"},
      {"Số:      /BC-BCĐ", "/BC-BCĐ"},
      {"Số: ……/TTr-UBND", "/TTr-UBND"},
      {"Số: /SNgV-BC", "/SNgV-BC"},
      {"Số: 3176B/QĐ-SYT", "3176B/QĐ-SYT"},
      {"Số: 02/2016/NQ-HĐND", "02/2016/NQ-HĐND"},
      {"Số : 157/ QĐ-NĐ-UB", "157/QĐ-NĐ-UB"},
      {"Số: 01/1999/QĐ.UB", "01/1999/QĐ.UB"},
      {"Số: 158", "158"},
      // OCR: lost marks, another Đ, O and l for digits
      {"Sô: 88/SNgV-LS", "88/SNgV-LS"},
      {"So: 88/SNgV-LS", "88/SNgV-LS"},
      {"Số; 88/SNgV-LS", "88/SNgV-LS"},
      {"Số: 12/Q\u00D0-UBND", "12/QĐ-UBND"},
      {"Số: O1/2025/QĐ-TTg", "01/2025/QĐ-TTg"},
      {"Số: l57/UB-NC", "157/UB-NC"},
      {"Số: 1478⁄CĐ-TTg", "1478/CĐ-TTg"},
      // The place and the date on the same line
      {"Số: 12/BC-SNgV Long An, ngày 02 tháng 4 năm 2018", "12/BC-SNgV"},
      {"Số: 45/SNgV-VP TP. Hồ Chí Minh, ngày 02 tháng 4 năm 2018", "45/SNgV-VP"},
  };
  for (const auto& row : rows) {
    const Record record = RecordOf(WithHead(kOffice, row.line));
    ASSERT_TRUE(record.number) << row.line;
    EXPECT_EQ(record.number->normalized, row.want) << row.line;
    EXPECT_FALSE(record.number->evidence.empty()) << row.line;
    EXPECT_GT(record.number->score, 0.4) << row.line;
  }
}

TEST(Number, StandsAnywhereInTheHead) {
  // behind the motto, behind the date
  const Record record = RecordOf(
      "UBND TỈNH HÀ NAM\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
      "Hà Nam, ngày 05 tháng 3 năm 2015\n\nSố: 88/UBND-NC\n\nV/v đón đoàn khách\n\n"
      "Kính gửi: Công an tỉnh\n\nUBND tỉnh đề nghị phối hợp./.\n");
  ASSERT_TRUE(record.number);
  EXPECT_EQ(record.number->normalized, "88/UBND-NC");
  EXPECT_EQ(ValueOf(record.subject), "đón đoàn khách");
}

TEST(Number, IsNotInvented) {
  for (const std::string& text :
       {WithHead(kOffice, "Số điện thoại: 0226.3852.111"), WithHead(kOffice, "Số lượng: 12 người"),
        WithHead(kOffice, "Ngày: 04/4/18"), WithHead(kOffice, ""),
        std::string(
            "Thực hiện Công văn số 77/UBND-NC ngày 02/3/2015 của UBND tỉnh, Sở báo cáo như sau:"),
        std::string(
            "Sáng 12/5, đội khách thắng 3/5 trận, tỷ số 2-1.\nGIÁ VÀNG TĂNG MẠNH\nGiá vàng tăng."),
        std::string("SALES CONTRACT\nNo: 15/2019/HD-ABC\nArticle 1. Goods"),
        std::string("1/2\n3/4\n12/5-7\n"), std::string()}) {
    EXPECT_FALSE(RecordOf(text).number) << text;
  }
}

TEST(Number, IsNotTheIncomingStamps) {
  const struct {
    const char* text;
    const char* want;
  } rows[] = {
      // the stamp above the letter's own head
      {"CÔNG VĂN ĐẾN\nSố: 2770\nNgày: 04/4/18\nChuyển: P. NCTH\n\nUBND TỈNH HÀ NAM\nSỞ NGOẠI VỤ\n"
       "Số: 45/SNgV-VP\n\nKính gửi: Sở Tài chính\n\nSở Ngoại vụ đề nghị./.\n",
       "45/SNgV-VP"},
      // behind it
      {"UBND TỈNH HÀ NAM\nSỞ NGOẠI VỤ\nSố: 45/SNgV-VP\n\nCV ĐẾN\nSố: 2770\nNgày: "
       "04/4/18\nChuyển:\n\n"
       "Kính gửi: Sở Tài chính\n\nSở Ngoại vụ đề nghị./.\n",
       "45/SNgV-VP"},
  };
  for (const auto& row : rows) {
    const Record record = RecordOf(row.text);
    ASSERT_TRUE(record.number) << row.text;
    EXPECT_EQ(record.number->normalized, row.want);
    ASSERT_TRUE(record.stamp) << row.text;
    EXPECT_EQ(record.stamp->number.value_or(""), "2770");
  }
}

}  // namespace
}  // namespace vanthu::test
