// Lines and what their shape tells; noise; tables by their white space.
#include <gtest/gtest.h>

#include "pipeline/layout/layout.h"
#include "tests/unit/layout/paper.h"

namespace vanthu::layout {
namespace {

TEST(Lines, WordsOfOneLineInAnyOrder) {
  Page page;
  page.words = {{"ba", {140, 100, 155, 112}}, {"một", {85, 101, 108, 113}},
                {"hai", {112, 99, 136, 113}}, {",", {156, 108, 158, 113}}};
  const Page laid = Arrange(page);
  ASSERT_EQ(laid.lines.size(), 1U);
  EXPECT_EQ(laid.lines[0].text, "một hai ba ,");
  EXPECT_EQ(laid.lines[0].box, (Box{85, 99, 158, 113}));
  EXPECT_EQ(laid.words.size(), 4U);
}

TEST(Lines, ArrangingTwiceChangesNothing) {
  Paper paper;
  paper.Body(100).Body(116).At(85, 132, "hết.").Weak(300, 132, "~^", 0.2);
  const Page once = Arrange(paper.Make());
  const Page twice = Arrange(once);
  EXPECT_EQ(Outline(twice), Outline(once));
  EXPECT_EQ(twice.diagnostics.size(), once.diagnostics.size());
}

TEST(Lines, BoldItalicAndConfidenceAreThoseOfAllWords) {
  Page page;
  page.words = {{"Nơi", {85, 100, 105, 112}, 0.8, true, true},
                {"nhận:", {109, 100, 140, 112}, 0.6, true, false}};
  const Page laid = Arrange(page);
  ASSERT_EQ(laid.lines.size(), 1U);
  EXPECT_TRUE(laid.lines[0].bold);
  EXPECT_FALSE(laid.lines[0].italic);
  EXPECT_NEAR(laid.lines[0].confidence, 0.7, 1e-9);
}

TEST(Lines, ParagraphsByIndentBlankAndShortEnd) {
  Paper paper;
  paper.At(113, 100, "Theo đề nghị của Bộ Tài chính tại nội dung các Công văn: Số 650 và việc này");
  paper.Body(116).At(85, 132, "như sau:");
  paper.At(113, 148, "Sở Tài chính chủ trì, phối hợp với các cơ quan, đơn vị và địa phương khác");
  paper.Body(164).Body(180);
  paper.Body(212);
  for (double y = 228; y < 300; y += Paper::kStep) paper.Body(y);
  const Page page = Arrange(paper.Make());
  std::string starts;
  for (const Line& line : page.lines) starts += line.starts_paragraph ? 'P' : '.';
  EXPECT_EQ(starts, "P..P..P.....");
}

TEST(Lines, Centered) {
  Paper paper;
  paper.Body(100).Centered(315, 120, "QUYẾT ĐỊNH").At(113, 140, "Điều 1.").Body(160).Body(176);
  const Page page = Arrange(paper.Make());
  ASSERT_EQ(page.lines.size(), 5U);
  EXPECT_FALSE(page.lines[0].centered);
  EXPECT_TRUE(page.lines[1].centered);
  EXPECT_FALSE(page.lines[2].centered);
}

TEST(Noise, MarksOfSealsAndRulesGoAndAreNoted) {
  Paper paper;
  paper.Body(100).Weak(300, 300, "SP", 0.13).Weak(400, 300, "_", 0.9).Weak(500, 300, "°", 0.3);
  paper.Body(116);
  const Page page = Arrange(paper.Make());
  EXPECT_EQ(page.lines.size(), 2U);
  ASSERT_EQ(page.diagnostics.size(), 1U);
  EXPECT_EQ(page.diagnostics[0].code, "noise_dropped");
  EXPECT_EQ(page.words.size(), paper.Make().words.size());
}

// Damaged words of the scans in /shared with the confidence they were read with.
TEST(Noise, DoubtfulTextStays) {
  struct Row {
    const char* text;
    double confidence;
  };
  const Row rows[] = {
      {"P.KTTHTien3I", 0.35}, {"02", 0.26}, {"TT-CNTT&TV", 0.06}, {"- Lưu:", 0.4},
      {"1", 0.6},             {"-", 0.93},  {"Hã Thị", 0.4},
  };
  for (const Row& row : rows) {
    Paper paper;
    paper.Body(100).Weak(120, 200, row.text, row.confidence).Body(300);
    EXPECT_EQ(Arrange(paper.Make()).lines.size(), 3U) << row.text;
  }
}

TEST(Noise, TextLayersAreNeverDoubted) {
  Paper paper(1.0);
  paper.Body(100).At(300, 200, "|").At(200, 300, "_").At(100, 400, "x");
  EXPECT_EQ(Arrange(paper.Make()).lines.size(), 4U);
}

// The table of 09: cells of several lines, the third column close to the second.
Paper Table() {
  Paper paper;
  paper.Body(60).Body(76);
  paper.At(55, 110, "STT").At(120, 110, "Công việc").At(285, 110, "Thời gian");
  paper.At(430, 110, "Người thực hiện");
  paper.At(55, 136, "01").At(85, 136, "Xây dựng danh mục khung thuốc");
  paper.At(283, 138, "01/3/2018 - 05/3/2018").At(470, 142, "Sở Y tế");
  paper.At(85, 150, "đấu thầu năm 2019");
  paper.At(55, 176, "02").At(85, 176, "Triển khai danh mục khung và gửi");
  paper.At(283, 178, "05/3/2018 - 09/3/2018").At(430, 176, "Các bệnh viện và");
  paper.At(85, 190, "cho các cơ sở điều trị").At(430, 190, "trung tâm y tế");
  return paper;
}

TEST(Tables, RowByRowCellByCell) {
  Paper paper = Table();
  paper.Body(230);
  const Page page = Arrange(paper.Make());
  const std::string outline = Outline(page);
  EXPECT_NE(outline.find(" |STT\n |Công việc\n |Thời gian\n |Người thực hiện\n"
                         " |01\n |Xây dựng danh mục khung thuốc\n |đấu thầu năm 2019\n"
                         " |01/3/2018 - 05/3/2018\n |Sở Y tế\n"
                         " |02\n |Triển khai danh mục khung và gửi\n |cho các cơ sở điều trị\n"
                         " |05/3/2018 - 09/3/2018\n |Các bệnh viện và\n |trung tâm y tế\n"),
            std::string::npos)
      << outline;
  ASSERT_EQ(page.grids.size(), 1U);
  EXPECT_EQ(page.grids[0].rows, 3);
  EXPECT_EQ(page.grids[0].columns, 4);
  ASSERT_EQ(page.grids[0].cells.size(), 12U);
  EXPECT_EQ(page.grids[0].cells[5].text, "Xây dựng danh mục khung thuốc\nđấu thầu năm 2019");
  EXPECT_EQ(page.lines[2].cell, (CellRef{0, 0, 0}));
  EXPECT_FALSE(page.lines.front().cell.has_value());
  EXPECT_FALSE(page.lines.back().cell.has_value());
}

TEST(Tables, HeadingUnderTheTableIsNotInIt) {
  Paper paper = Table();
  paper.At(85, 230, "2. Đấu thầu vật tư").Body(250).Body(266);
  const Page page = Arrange(paper.Make());
  EXPECT_FALSE(page.lines[page.lines.size() - 3].cell.has_value());
}

// Tabbed text of 16 is four lines of two parts, not a table.
TEST(Tables, TwoColumnsAreText) {
  Paper paper;
  for (int i = 0; i < 4; ++i) {
    paper.At(110, 100 + i * Paper::kStep, "+ Phía Đông giáp:");
    paper.At(250, 100 + i * Paper::kStep, "Lô đất số 16");
  }
  paper.Body(180);
  const Page page = Arrange(paper.Make());
  EXPECT_TRUE(page.grids.empty());
  EXPECT_EQ(page.lines.front().text, "+ Phía Đông giáp: Lô đất số 16");
}

}  // namespace
}  // namespace vanthu::layout
