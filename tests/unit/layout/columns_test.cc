// Heads and feet in two columns, as the scans of /shared set them.
#include <gtest/gtest.h>

#include <cmath>

#include "pipeline/layout/layout.h"
#include "tests/unit/layout/paper.h"

namespace vanthu::layout {
namespace {

constexpr std::string_view kMotto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

// Centres: left block 160, right block 420, page 315.
Paper Head() {
  Paper paper;
  paper.Centered(160, 50, "ỦY BAN NHÂN DÂN").Centered(420, 50, kMotto);
  paper.Centered(160, 66, "TỈNH QUẢNG NGÃI").Centered(420, 67, "Độc lập - Tự do - Hạnh phúc");
  paper.Centered(160, 98, "Số: 575 /UBND-KTTH");
  paper.Centered(420, 100, "Quảng Ngãi, ngày 04 tháng 02 năm 2025");
  return paper;
}

TEST(Columns, LeftBlockComesBeforeRightBlock) {
  Paper paper = Head();
  paper.Body(200).Body(216).Body(232);
  EXPECT_EQ(Outline(Arrange(paper.Make())),
            "L|ỦY BAN NHÂN DÂN\n"
            "L|TỈNH QUẢNG NGÃI\n"
            "L|Số: 575 /UBND-KTTH\n"
            "R|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "R|Độc lập - Tự do - Hạnh phúc\n"
            "R|Quảng Ngãi, ngày 04 tháng 02 năm 2025\n"
            " |Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh tại Công văn số 650 về việc này gửi\n"
            " |Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh tại Công văn số 650 về việc này gửi\n"
            " |Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh tại Công văn số 650 về việc này gửi\n");
}

TEST(Columns, SubjectBelowTheDateStaysInTheLeftBlock) {
  Paper paper = Head();
  paper.Centered(160, 116, "V/v tham gia ý kiến").Centered(160, 132, "các dự thảo Nghị định của");
  paper.Centered(160, 148, "Chính phủ").At(270, 190, "Kính gửi: Sở Tài chính");
  paper.Body(220).Body(236);
  const std::string outline = Outline(Arrange(paper.Make()));
  EXPECT_TRUE(outline.starts_with("L|ỦY BAN NHÂN DÂN\n"
                                  "L|TỈNH QUẢNG NGÃI\n"
                                  "L|Số: 575 /UBND-KTTH\n"
                                  "L|V/v tham gia ý kiến\n"
                                  "L|các dự thảo Nghị định của\n"
                                  "L|Chính phủ\n"
                                  "R|CỘNG HÒA"))
      << outline;
  EXPECT_NE(outline.find(" |Kính gửi: Sở Tài chính\n"), std::string::npos) << outline;
}

TEST(Columns, ShortTitleCentredOnThePageEndsTheHead) {
  Paper paper = Head();
  paper.Centered(315, 160, "KẾ HOẠCH").Centered(315, 176, "Tổ chức đấu thầu cung ứng thuốc");
  paper.Body(210);
  const std::string outline = Outline(Arrange(paper.Make()));
  EXPECT_NE(outline.find("R|Quảng Ngãi, ngày 04 tháng 02 năm 2025\n |KẾ HOẠCH\n |Tổ chức"),
            std::string::npos)
      << outline;
}

// 37 carries the mark of an electronic signature over its head, 17 one beside the issuer.
TEST(Columns, ElectronicSignatureStandsAboveTheHead) {
  Paper paper = Head();
  paper.At(250, 8, "Người ký: CỔNG THÔNG TIN").At(250, 22, "Thời gian ký: 08.07.2025 10:04:00");
  paper.At(470, 36, "17:17:01 +07:00").Body(200).Body(216);
  const std::string outline = Outline(Arrange(paper.Make()));
  EXPECT_TRUE(outline.starts_with(" |Người ký: CỔNG THÔNG TIN\n"
                                  " |Thời gian ký: 08.07.2025 10:04:00\n |17:17:01 +07:00\nL|ỦY BAN NHÂN DÂN\n"))
      << outline;
}

// The blocks of 14 are 19 points apart, and the engine may put even less between them.
TEST(Columns, GluedHeadLinesComeApart) {
  Paper paper;
  paper.At(60, 50, "UBND THÀNH PHỐ ĐÀ NẴNG");
  paper.At(60 + Paper::Width("UBND THÀNH PHỐ ĐÀ NẴNG") + 8, 50, kMotto);
  paper.At(60, 66, "SỞ GIÁO DỤC VÀ ĐÀO TẠO");
  paper.Centered(312, 66, "Độc lập - Tự do - Hạnh phúc");
  paper.At(40, 130, "Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh tại Công văn số 4869 ngày 26");
  const std::string outline = Outline(Arrange(paper.Make()));
  EXPECT_TRUE(outline.starts_with("L|UBND THÀNH PHỐ ĐÀ NẴNG\nL|SỞ GIÁO DỤC VÀ ĐÀO TẠO\nR|CỘNG"))
      << outline;
}

TEST(Columns, DamagedMottoIsStillAMotto) {
  Paper paper;
  paper.Centered(160, 50, "SỞ Y TẾ").Centered(420, 50, "CỌNG HÒA XÃ HỌI CHU NGHIA VIẸT NAM");
  paper.Centered(160, 80, "Số: 239 /KH-SYT").Centered(420, 80, "Kiên Giang, ngày 01 tháng 3");
  paper.Body(150);
  const std::string outline = Outline(Arrange(paper.Make()));
  EXPECT_TRUE(outline.starts_with("L|SỞ Y TẾ\nL|Số: 239 /KH-SYT\nR|CỌNG")) << outline;
}

// Party documents and forms without the motto: two lines of capitals side by side.
TEST(Columns, HeadWithoutMotto) {
  Paper paper;
  paper.Centered(160, 50, "TỈNH ỦY QUẢNG NGÃI").Centered(430, 50, "MẬT VÀ KHẨN");
  paper.Centered(160, 66, "Số 127-QĐ/TU").Centered(430, 66, "Quảng Ngãi, ngày 02 tháng 6");
  paper.Body(150).Body(166);
  const std::string outline = Outline(Arrange(paper.Make()));
  EXPECT_TRUE(outline.starts_with("L|TỈNH ỦY QUẢNG NGÃI\nL|Số 127-QĐ/TU\nR|MẬT")) << outline;
}

TEST(Columns, MottoInTheMiddleIsOneColumn) {
  Paper paper;
  paper.Centered(315, 50, kMotto).Centered(315, 66, "Độc lập - Tự do - Hạnh phúc");
  paper.Centered(315, 100, "BIÊN BẢN LÀM VIỆC");
  paper.Body(150).Body(166);
  const Page page = Arrange(paper.Make());
  for (const Line& line : page.lines) EXPECT_EQ(line.column, Column::kFull) << line.text;
  EXPECT_TRUE(page.lines.front().centered);
}

// Blanks in the middle of body lines are no columns (names painted over in 16).
TEST(Columns, BlankInABodyLineDoesNotSplitIt) {
  Paper paper = Head();
  paper.Body(200).At(85, 216, "ông, bà:").At(250, 216, ", chồng").At(400, 216, ", thường trú tại");
  paper.Body(232);
  const std::string outline = Outline(Arrange(paper.Make()));
  EXPECT_NE(outline.find(" |ông, bà: , chồng , thường trú tại\n"), std::string::npos) << outline;
}

Paper Foot(double left_top, double right_top) {
  Paper paper;
  paper.Body(400).Body(416).At(85, 432, "tỉnh theo đúng thời gian yêu cầu./.");
  paper.At(85, left_top, "Nơi nhận:").At(85, left_top + 14, "- Như trên;");
  paper.At(85, left_top + 28, "- Bộ Tài chính;").At(85, left_top + 42, "- Lưu: VT, P.KTTH.");
  paper.Centered(430, right_top, "KT. GIÁM ĐỐC").Centered(430, right_top + 16, "PHÓ GIÁM ĐỐC");
  paper.Centered(430, right_top + 90, "Nguyễn Hữu Việt");
  return paper;
}

TEST(Columns, RecipientsComeBeforeTheSignature) {
  const std::string want =
      " |tỉnh theo đúng thời gian yêu cầu./.\n"
      "L|Nơi nhận:\n"
      "L|- Như trên;\n"
      "L|- Bộ Tài chính;\n"
      "L|- Lưu: VT, P.KTTH.\n"
      "R|KT. GIÁM ĐỐC\n"
      "R|PHÓ GIÁM ĐỐC\n"
      "R|Nguyễn Hữu Việt\n";
  // Level, the left block half a line lower, the signature three lines higher (03).
  for (const double left_top : {470.0, 478.0, 505.0}) {
    const std::string outline = Outline(Arrange(Foot(left_top, 470).Make()));
    EXPECT_TRUE(outline.ends_with(want)) << left_top << '\n' << outline;
  }
}

TEST(Columns, PageNumberAtTheFootComesLast) {
  Paper paper = Foot(470, 470);
  paper.At(530, 800, "3");
  const std::string outline = Outline(Arrange(paper.Make()));
  EXPECT_TRUE(outline.ends_with("R|Nguyễn Hữu Việt\n |3\n")) << outline;
}

TEST(Columns, TwoSignaturesSideBySide) {
  Paper paper;
  paper.Body(400).Body(416);
  paper.Centered(170, 460, "ĐẠI DIỆN BÊN A").Centered(440, 460, "ĐẠI DIỆN BÊN B");
  paper.Centered(170, 540, "Trần Văn Thanh").Centered(440, 541, "Lê Anh Đức");
  const std::string outline = Outline(Arrange(paper.Make()));
  EXPECT_TRUE(outline.ends_with(
      "L|ĐẠI DIỆN BÊN A\nL|Trần Văn Thanh\nR|ĐẠI DIỆN BÊN B\nR|Lê Anh Đức\n"))
      << outline;
}

TEST(Columns, RecipientsAlone) {
  Paper paper;
  paper.Body(400).At(85, 440, "Nơi nhận:").At(85, 454, "- Như trên;").At(85, 468, "- Lưu: VT.");
  const std::string outline = Outline(Arrange(paper.Make()));
  EXPECT_TRUE(outline.ends_with("L|Nơi nhận:\nL|- Như trên;\nL|- Lưu: VT.\n")) << outline;
}

Box Rotated(const Box& b, double degrees) {
  const double angle = degrees * 3.14159265 / 180, x = b.center_x(), y = b.center_y();
  const double cx = x * std::cos(angle) - y * std::sin(angle);
  const double cy = x * std::sin(angle) + y * std::cos(angle);
  return {cx - b.width() / 2, cy - b.height() / 2, cx + b.width() / 2, cy + b.height() / 2};
}

// Words keep their places on the sheet as scanned; 2° is more than a line over the page's width.
TEST(Columns, SkewDoesNotMixLines) {
  Paper paper = Head();
  for (double y = 200; y < 400; y += Paper::kStep) paper.Body(y);
  const Page level = paper.Make();
  for (const double degrees : {-3.0, -1.0, 1.0, 2.0}) {
    Page skewed = level;
    for (Word& word : skewed.words) word.box = Rotated(word.box, degrees);
    EXPECT_EQ(Outline(Arrange(skewed)), Outline(Arrange(level))) << degrees;
  }
}

TEST(Columns, PageOnItsSide) {
  Paper paper = Head();
  for (double y = 200; y < 400; y += Paper::kStep) paper.Body(y);
  const Page upright = paper.Make();
  Page left = upright, down = upright, right = upright;
  for (Word& word : left.words) {
    word.box = {word.box.y0, 595 - word.box.x1, word.box.y1, 595 - word.box.x0};
  }
  for (Word& word : down.words) {
    word.box = {595 - word.box.x1, 842 - word.box.y1, 595 - word.box.x0, 842 - word.box.y0};
  }
  for (Word& word : right.words) {
    word.box = {842 - word.box.y1, word.box.x0, 842 - word.box.y0, word.box.x1};
  }
  EXPECT_EQ(Outline(Arrange(left)), Outline(Arrange(upright)));
  EXPECT_EQ(Outline(Arrange(down)), Outline(Arrange(upright)));
  EXPECT_EQ(Outline(Arrange(right)), Outline(Arrange(upright)));
}

}  // namespace
}  // namespace vanthu::layout
