// Where the lines of stamps are read.
#include "pipeline/layout/stamps.h"

#include <gtest/gtest.h>

#include "pipeline/layout/layout.h"
#include "tests/unit/layout/paper.h"

namespace vanthu::layout {
namespace {

Line Stamped(const char* text, double x, double y) {
  Line line;
  line.text = text;
  line.box = Box{x, y - 10, x + 60, y + 10};
  line.stamp = true;
  return line;
}

std::vector<std::string> TextsOf(const Page& page) {
  std::vector<std::string> texts;
  for (const Line& line : page.lines) texts.push_back(line.text);
  return texts;
}

Page LetterPage() {
  return Paper()
      .Centered(150, 60, "SỞ Y TẾ")
      .Centered(410, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
      .Centered(150, 100, "Số: 45/SYT")
      .Body(200)
      .Make();
}

TEST(Stamps, AWordStandsAmongTheLeftBlock) {
  Page page = LetterPage();
  page.stamps = {Stamped("HỎA TỐC", 120, 130)};
  page = Arrange(page);
  ASSERT_EQ(page.lines.size(), 5U);
  EXPECT_EQ(page.lines[2].text, "HỎA TỐC");
  EXPECT_EQ(page.lines[2].column, Column::kLeft);
  // Arranging twice changes nothing.
  EXPECT_EQ(TextsOf(Arrange(page)), TextsOf(page));
}

TEST(Stamps, AReceivingStampStandsFirst) {
  Page page = LetterPage();
  page.stamps = {Stamped("ĐẾN", 40, 150), Stamped("Số: 12", 80, 150),
                 Stamped("Ngày: 4/4/2018", 80, 170)};
  page = Arrange(page);
  EXPECT_EQ(page.lines.size(), 7U);
  EXPECT_EQ(page.lines[0].text, "ĐẾN");
  EXPECT_EQ(page.lines[2].text, "Ngày: 4/4/2018");
  EXPECT_FALSE(page.lines[3].stamp);
}

TEST(Stamps, WithoutAnyThePageStays) {
  const Page page = Arrange(LetterPage());
  EXPECT_EQ(page.lines.size(), 4U);
}

}  // namespace
}  // namespace vanthu::layout
