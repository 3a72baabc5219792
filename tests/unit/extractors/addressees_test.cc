// Kính gửi: one an entry, however they are set.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/extractors/record_of.h"

namespace vanthu::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> To(const std::string& block,
                            const std::string& body = "\nUBND tỉnh đề nghị phối hợp./.") {
  return ValuesOf(
      RecordOf(
          "UBND TỈNH HÀ NAM\nSố: 88/UBND-NC\nV/v phối hợp\n\nHà Nam, ngày 05 tháng 3 năm 2015\n\n" +
          block + "\n" + body + "\n")
          .addressees);
}

TEST(Addressees, AreReadFromOneLine) {
  EXPECT_THAT(To("Kính gửi: Sở Tài chính"), ElementsAre("Sở Tài chính"));
  EXPECT_THAT(To("Kính gửi: Sở Tài chính."), ElementsAre("Sở Tài chính"));
  EXPECT_THAT(To("Kính gởi : Sở Tài chính"), ElementsAre("Sở Tài chính"));
  EXPECT_THAT(To("KÍNH GỬI: SỞ TÀI CHÍNH"), ElementsAre("SỞ TÀI CHÍNH"));
  EXPECT_THAT(To("Kính trình: Thủ tướng Chính phủ"), ElementsAre("Thủ tướng Chính phủ"));
  EXPECT_THAT(To("Kinh gui: Sở Tài chính"), ElementsAre("Sở Tài chính"));
  EXPECT_THAT(To("Kính gửi: Sở Tài chính; Sở Y tế;"), ElementsAre("Sở Tài chính", "Sở Y tế"));
  EXPECT_THAT(To("Kính gửi: Sở Tài chính, Sở Y tế"), ElementsAre("Sở Tài chính", "Sở Y tế"));
  EXPECT_THAT(To("Kính gửi: - Sở Tài chính; - Sở Y tế."), ElementsAre("Sở Tài chính", "Sở Y tế"));
}

TEST(Addressees, KeepTheCommasOfOneName) {
  for (const char* name : {"Bộ Văn hóa, Thể thao và Du lịch", "Các sở, ban, ngành",
                           "Ủy ban nhân dân các huyện, thị xã, thành phố",
                           "Các Bộ: Tài chính, Tư pháp", "Các phòng, ban, ngành, đoàn thể huyện"}) {
    EXPECT_THAT(To(std::string("Kính gửi: ") + name), ElementsAre(name));
  }
}

TEST(Addressees, AreReadFromLists) {
  EXPECT_THAT(To("Kính gửi:\n- Bộ Ngoại giao;\n- Bộ Công an."),
              ElementsAre("Bộ Ngoại giao", "Bộ Công an"));
  EXPECT_THAT(To("Kính gửi: - Bộ Ngoại giao;\n- Bộ Công an."),
              ElementsAre("Bộ Ngoại giao", "Bộ Công an"));
  EXPECT_THAT(To("Kính gửi:\n– Bộ Ngoại giao;\n+ Bộ Công an;"),
              ElementsAre("Bộ Ngoại giao", "Bộ Công an"));
  EXPECT_THAT(To("Kính gửi:\n\n- Bộ Ngoại giao;\n\n- Bộ Công an."),
              ElementsAre("Bộ Ngoại giao", "Bộ Công an"));
  EXPECT_THAT(To("Kính gửi:\nBộ Ngoại giao;\nBộ Công an."),
              ElementsAre("Bộ Ngoại giao", "Bộ Công an"));
  // over two lines
  EXPECT_THAT(To("Kính gửi:\n- Các Bộ: Công an, Quốc phòng, Kế hoạch\nvà Đầu tư;\n- Ủy ban nhân "
                 "dân các tỉnh trực thuộc\nTrung ương."),
              ElementsAre("Các Bộ: Công an, Quốc phòng, Kế hoạch và Đầu tư",
                          "Ủy ban nhân dân các tỉnh trực thuộc Trung ương"));
  EXPECT_THAT(To("Kính gửi: Ban Quản lý Khu kinh tế và các\nKhu công nghiệp tỉnh"),
              ElementsAre("Ban Quản lý Khu kinh tế và các Khu công nghiệp tỉnh"));
}

TEST(Addressees, MayBeMany) {
  std::string block = "Kính gửi:";
  for (int i = 1; i <= 12; ++i) block += "\n- Sở thứ " + std::to_string(i) + (i < 12 ? ";" : ".");
  const auto names = To(block);
  ASSERT_EQ(names.size(), 12u);
  EXPECT_EQ(names.front(), "Sở thứ 1");
  EXPECT_EQ(names.back(), "Sở thứ 12");
}

TEST(Addressees, EndWhereTheBodyBegins) {
  // without a blank line between them
  for (const char* body :
       {"Thực hiện Công văn số 12/BNG-NV, UBND tỉnh báo cáo.",
        "UBND tỉnh đề nghị Sở Tài chính phối hợp./.",
        "Phòng Nội vụ gửi báo cáo biên chế như sau: đủ 85 người./.",
        "Theo đề nghị của Bộ Tài chính tại Công văn số 1/BTC, UBND tỉnh có ý kiến:",
        "Ngày 12/3/2015, UBND tỉnh nhận được Công văn số 8.", "Căn cứ Luật Đất đai;"}) {
    EXPECT_THAT(To("Kính gửi: Sở Tài chính", body), ElementsAre("Sở Tài chính")) << body;
    EXPECT_THAT(To("Kính gửi:\n- Sở Tài chính;\n- Sở Y tế.", body),
                ElementsAre("Sở Tài chính", "Sở Y tế"))
        << body;
  }
}

TEST(Addressees, OfATelegramFollowDien) {
  const Record record = RecordOf(
      "UBND TỈNH HÀ NAM\nSố: 05/CĐ-UBND\n\nHà Nam, ngày 14 tháng 9 năm 2017\n\nCÔNG ĐIỆN\nVề việc "
      "ứng phó bão\n\n"
      "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:\n- Ban Chỉ huy Phòng chống thiên tai tỉnh;\n- Chủ tịch "
      "UBND các huyện.\n\nBão đang mạnh lên.\n");
  EXPECT_THAT(ValuesOf(record.addressees),
              ElementsAre("Ban Chỉ huy Phòng chống thiên tai tỉnh", "Chủ tịch UBND các huyện"));
}

TEST(Addressees, AreNotInvented) {
  for (const char* text : {"Kính thưa các đồng chí,\nHôm nay chúng ta họp.",
                           "Chúng tôi kính gửi lời chào.", "Gửi: anh Ba", ""}) {
    EXPECT_THAT(ValuesOf(RecordOf(text).addressees), IsEmpty()) << text;
  }
}

}  // namespace
}  // namespace vanthu::test
