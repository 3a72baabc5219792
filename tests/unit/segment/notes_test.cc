// Footnotes of texts ("[1] …") and of pages with boxes (small print at the foot).
#include <gtest/gtest.h>

#include "tests/unit/letter_builder.h"

namespace vanthu::test {
namespace {

TEST(Footnotes, OfTextsBeginWithABracket) {
  const Letter letter = LetterOf(
      "Tỉnh có 05 đoàn ra[1] và 07 đoàn vào[2].\n\n[1] Trong đó: Lào 03 đoàn;\nThái Lan 02 "
      "đoàn.\n[2] Theo báo cáo của các sở.\n");
  ASSERT_EQ(letter.footnotes.size(), 2u);
  EXPECT_EQ(letter.footnotes[0].label, "1");
  EXPECT_EQ(letter.footnotes[0].text, "Trong đó: Lào 03 đoàn; Thái Lan 02 đoàn.");
  EXPECT_EQ(letter.footnotes[1].label, "2");
  EXPECT_TRUE(letter.diagnostics.empty());
}

TEST(Footnotes, WithoutAMarkAreReported) {
  const Letter letter = LetterOf("Tỉnh có 05 đoàn ra.\n\n[7] Trong đó: Lào 03 đoàn.\n");
  ASSERT_EQ(letter.footnotes.size(), 1u);
  EXPECT_LT(letter.footnotes[0].score, 0.9);
  ASSERT_EQ(letter.diagnostics.size(), 1u);
  EXPECT_EQ(letter.diagnostics[0].code, "footnote_without_mark");
}

// A4, lines one under the other; small print where the text begins with "~", set apart with "~~".
Letter SheetOf(const std::vector<std::string>& lines) {
  Page page;
  page.width = 595;
  page.height = 842;
  double y = 420;
  for (const std::string& text : lines) {
    Line line;
    const bool small = text.starts_with("~");
    line.text = small ? text.substr(1) : text;
    const double height = small ? 9 : 13;
    line.box = Box{80, y, 500, y + height};
    if (text.starts_with("~~")) {  // set apart
      line.text = text.substr(2);
      line.box = Box{80, y + 15, 500, y + 24};
      y += 15;
    }
    y += height + 5;
    page.lines.push_back(line);
  }
  return segment::Segment({page});
}

TEST(Footnotes, OfPagesAreSmallPrintWithTheirMarkAbove) {
  const Letter letter = SheetOf({"Trong năm tỉnh tổ chức nhiều đoàn ra nước ngoài1 theo kế hoạch",
                                 "đã được phê duyệt và báo cáo đầy đủ kết quả.",
                                 "~1 Trong đó có 03 đoàn đi Lào và 02 đoàn đi Thái Lan,",
                                 "~không kể đoàn của các huyện."});
  ASSERT_EQ(letter.footnotes.size(), 1u);
  EXPECT_EQ(letter.footnotes[0].text,
            "Trong đó có 03 đoàn đi Lào và 02 đoàn đi Thái Lan, không kể đoàn của các huyện.");
}

TEST(Footnotes, MayBeMarkedBehindAYearAndStandUnderTheFoot) {
  const Letter letter = SheetOf(
      {"Số: 88/BC-UBND", "Dự kiến thực hiện xong toàn bộ các nội dung trong Quý III/20141.",
       "GIÁM ĐỐC", "Vàng Thị Lan", "~1 Theo Tờ trình số 112/TTr-", "~UBND ngày 25/9/2013."});
  ASSERT_EQ(letter.footnotes.size(), 1u);
  EXPECT_EQ(letter.footnotes[0].text, "Theo Tờ trình số 112/TTr-UBND ngày 25/9/2013.");
  EXPECT_EQ(LinesIn(letter, Zone::kFootnote).size(), 2u);
}

TEST(Footnotes, EndAboveTheAddressAtThePagesFoot) {
  const Letter letter =
      SheetOf({"Trong quý các trạm y tế đã tổ chức tiêm chủng mở rộng,",
               "tỉnh đã tiêm chủng cho 2.871/2.940 trẻ, chiếm 97,7%1.",
               "Các huyện tiếp tục rà soát số trẻ chưa tiêm đủ liều.",
               "Ngành y tế giám sát chặt chẽ các điểm tiêm tại xã.",
               "~1 Trong đó tại 13 xã biên giới tiêm được 604 trẻ,", "~đạt 93%.",
               "~~Số 28 đường Trần Phú, phường Bắc Cường", "~E-mail: soyte@example.vn"});
  ASSERT_EQ(letter.footnotes.size(), 1u);
  EXPECT_EQ(letter.footnotes[0].text, "Trong đó tại 13 xã biên giới tiêm được 604 trẻ, đạt 93%.");
  EXPECT_EQ(LinesIn(letter, Zone::kContact).size(), 2u);
}

TEST(Footnotes, AreNotWhatOnlyIsSmallOrNumbered) {
  // no mark above
  EXPECT_TRUE(SheetOf({"Trong năm tỉnh tổ chức nhiều đoàn ra nước ngoài theo kế hoạch",
                       "~1 Đoàn đi Lào do lãnh đạo tỉnh làm trưởng đoàn"})
                  .footnotes.empty());
  // not small
  EXPECT_TRUE(SheetOf({"Trong năm tỉnh tổ chức nhiều đoàn ra nước ngoài1 theo kế hoạch",
                       "1 đoàn đi Lào do lãnh đạo tỉnh làm trưởng đoàn công tác"})
                  .footnotes.empty());
  for (const char* text :
       {"Xem [1] và [2].", "1. Đoàn ra\n\nCó 5 đoàn.", "[ghi chú] không có số", ""}) {
    EXPECT_TRUE(LetterOf(text).footnotes.empty()) << text;
  }
}

}  // namespace
}  // namespace vanthu::test
