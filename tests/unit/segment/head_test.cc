// The zones of a head, in the orders in which texts bring its parts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/letter_builder.h"

namespace vanthu::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Head, HasAZoneForEachPart) {
  const Letter letter = LetterOf(
      "UBND TỈNH HÀ NAM\nSỞ NGOẠI VỤ\n-------\nSố: 88/SNgV-LS\nV/v phối hợp đón\nđoàn "
      "khách\n\nKHẨN\n\n"
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nam, ngày 05 tháng 3 "
      "năm 2015\n\n"
      "Kính gửi:\n- Công an tỉnh;\n- Sở Tài chính.\n\nSở Ngoại vụ đề nghị phối hợp.\n");
  EXPECT_THAT(LinesIn(letter, Zone::kIssuer), ElementsAre("UBND TỈNH HÀ NAM", "SỞ NGOẠI VỤ"));
  EXPECT_THAT(LinesIn(letter, Zone::kNumber), ElementsAre("Số: 88/SNgV-LS"));
  EXPECT_THAT(LinesIn(letter, Zone::kSubject), ElementsAre("V/v phối hợp đón", "đoàn khách"));
  EXPECT_THAT(LinesIn(letter, Zone::kUrgency), ElementsAre("KHẨN"));
  EXPECT_EQ(LinesIn(letter, Zone::kMotto).size(), 2u);
  EXPECT_THAT(LinesIn(letter, Zone::kPlaceDate), ElementsAre("Hà Nam, ngày 05 tháng 3 năm 2015"));
  EXPECT_THAT(LinesIn(letter, Zone::kAddressee),
              ElementsAre("Kính gửi:", "- Công an tỉnh;", "- Sở Tài chính."));
  EXPECT_THAT(LinesIn(letter, Zone::kBody), ElementsAre("Sở Ngoại vụ đề nghị phối hợp."));
}

TEST(Head, OfTwoColumnsReadsTheSame) {
  const Letter letter = LetterOf(
      "<|ỦY BAN NHÂN DÂN\n<|TỈNH HÀ NAM\n<|Số: 88/UBND-NC\n<|V/v phối hợp\n<|đón đoàn\n>|CỘNG HÒA "
      "XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
      ">|Độc lập - Tự do - Hạnh phúc\n>|Hà Nam, ngày 05 tháng 3 năm 2015\n\nKính gửi: Sở Tài "
      "chính\n\nUBND tỉnh đề nghị.\n");
  EXPECT_THAT(LinesIn(letter, Zone::kIssuer), ElementsAre("ỦY BAN NHÂN DÂN", "TỈNH HÀ NAM"));
  EXPECT_THAT(LinesIn(letter, Zone::kSubject), ElementsAre("V/v phối hợp", "đón đoàn"));
  EXPECT_EQ(LinesIn(letter, Zone::kMotto).size(), 2u);
}

TEST(Head, ReadsASubjectThatIsOneLongLine) {
  const Letter letter = LetterOf(
      "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\nSố: 88/UBND-NC\nV/v triển khai kế hoạch công tác đối ngoại "
      "năm "
      "2015 của tỉnh và tổ chức các đoàn đi công tác nước ngoài trong sáu tháng\nđầu năm, phối hợp "
      "với các sở, ban, ngành và ủy ban nhân dân các huyện, thành phố chuẩn bị đón các đoàn\n"
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
      "Hà Nam, ngày 05 tháng 3 năm 2015\n\nKính gửi: Sở Tài chính\n\nUBND tỉnh đề nghị.\n");
  EXPECT_THAT(LinesIn(letter, Zone::kIssuer), ElementsAre("ỦY BAN NHÂN DÂN", "TỈNH HÀ NAM"));
  EXPECT_EQ(LinesIn(letter, Zone::kSubject).size(), 2u);
  EXPECT_THAT(LinesIn(letter, Zone::kPlaceDate), ElementsAre("Hà Nam, ngày 05 tháng 3 năm 2015"));
  EXPECT_THAT(LinesIn(letter, Zone::kAddressee), ElementsAre("Kính gửi: Sở Tài chính"));
}

TEST(Head, OfAPartyLetter) {
  const Letter letter = LetterOf(
      "TỈNH ỦY HÀ NAM\nBAN TUYÊN GIÁO\n*\nSố 41-BC/BTGTU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nHà Nam, ngày "
      "17 tháng 8 năm 2016\n\n"
      "BÁO CÁO\ncông tác quý III\n\nThực hiện Kết luận số 05-KL/TU, Ban Tuyên giáo báo cáo.\n");
  EXPECT_THAT(LinesIn(letter, Zone::kIssuer), ElementsAre("TỈNH ỦY HÀ NAM", "BAN TUYÊN GIÁO"));
  EXPECT_THAT(LinesIn(letter, Zone::kMotto), ElementsAre("ĐẢNG CỘNG SẢN VIỆT NAM"));
  EXPECT_THAT(LinesIn(letter, Zone::kTypeTitle), ElementsAre("BÁO CÁO"));
  EXPECT_THAT(LinesIn(letter, Zone::kSubject), ElementsAre("công tác quý III"));
}

TEST(Head, KeepsTheDecidingBodyOutOfTheSubject) {
  const Letter letter = LetterOf(
      "UBND TỈNH HÀ NAM\nSố: 88/QĐ-UBND\n\nHà Nam, ngày 17 tháng 8 năm 2016\n\nQUYẾT ĐỊNH\nVề việc "
      "giao đất\n\n"
      "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\nCăn cứ Luật Đất đai;\nCăn cứ Nghị định số "
      "43/2014/NĐ-CP;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Giao đất.\n");
  EXPECT_THAT(LinesIn(letter, Zone::kSubject), ElementsAre("Về việc giao đất"));
  EXPECT_THAT(LinesIn(letter, Zone::kTypeTitle), ElementsAre("QUYẾT ĐỊNH"));
  EXPECT_EQ(LinesIn(letter, Zone::kBasis).size(), 2u);
}

TEST(Head, EndsWithItsLastMarkWhereTitleAndKinhGuiWereLost) {
  const Letter letter = LetterOf(
      "UBND TỈNH HÀ NAM\nSố: 88/UBND-NC\nV/v đón đoàn\nkhách quốc\ntế\n\nHà Nam, ngày 04 tháng 02 "
      "năm 2015\n\nKHẨN\n\n"
      "Trong năm 2014, các đoàn đã hoàn thành nhiệm vụ\nđược giao.\n\nĐề nghị các cơ quan phối "
      "hợp./.\n");
  EXPECT_EQ(LinesIn(letter, Zone::kBody).size(), 3u);
  EXPECT_THAT(LinesIn(letter, Zone::kOther), IsEmpty());
  EXPECT_THAT(LinesIn(letter, Zone::kSubject), ElementsAre("V/v đón đoàn", "khách quốc", "tế"));
  EXPECT_THAT(LinesIn(letter, Zone::kUrgency), ElementsAre("KHẨN"));
}

TEST(Head, IsAbsentFromWhatIsNoLetter) {
  for (const char* text :
       {"Sáng 12/5 khai mạc hội chợ.\nGIÁ VÀNG TĂNG MẠNH\nVàng tăng 200.000 đồng/lượng.",
        "1/2\n3/4\n5-6", "SALES CONTRACT\nNo: 15/2019/HD-ABC\nArticle 1. Goods\n", ""}) {
    const Letter letter = LetterOf(text);
    for (const Zone zone : {Zone::kIssuer, Zone::kNumber, Zone::kMotto, Zone::kPlaceDate,
                            Zone::kTypeTitle, Zone::kSubject, Zone::kAddressee, Zone::kStamp}) {
      EXPECT_THAT(LinesIn(letter, zone), IsEmpty()) << text;
    }
  }
}

TEST(Head, LeavesBlocksOfElectronicSignaturesAside) {
  const Letter letter = LetterOf(
      "Ký bởi: Văn phòng Ủy ban nhân dân\nCơ quan: Tỉnh Hà Nam\nNgày ký: 05-02-2025 16:31:04 "
      "+07:00\n\nUBND TỈNH HÀ NAM\n"
      "Số: 88/UBND-NC\n\nHà Nam, ngày 04 tháng 02 năm 2025\n\nKính gửi: Sở Tài chính\n\nUBND tỉnh "
      "đề nghị.\n");
  EXPECT_EQ(LinesIn(letter, Zone::kOther).size(), 3u);
  EXPECT_THAT(LinesIn(letter, Zone::kIssuer), ElementsAre("UBND TỈNH HÀ NAM"));
}

}  // namespace
}  // namespace vanthu::test
