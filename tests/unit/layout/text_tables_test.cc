// Pages without geometry: tab-separated and Markdown tables, HTML in cells, placing grids.
#include <gtest/gtest.h>

#include <initializer_list>

#include "pipeline/layout/cell_markup.h"
#include "pipeline/layout/layout.h"
#include "tests/unit/layout/paper.h"

namespace vanthu::layout {
namespace {

Page TextPage(std::initializer_list<std::string> texts) {
  Page page;
  for (const std::string& text : texts) page.lines.emplace_back().text = text;
  return page;
}

std::string Cells(const Grid& grid) {
  std::string out;
  for (const Cell& cell : grid.cells) {
    out += std::to_string(cell.row) + "," + std::to_string(cell.column) + "=" + cell.text + ";";
  }
  return out;
}

TEST(CellMarkup, Rows) {
  struct Row {
    const char* cell;
    std::vector<std::string> want;
  };
  const Row rows[] = {
      {"6", {"6"}},
      {"", {}},
      {" Khoảng  15 người ", {"Khoảng 15 người"}},
      {"<ul style=\"list-style-type: none\"> <li>Thường trực</li> <li>Tỉnh ủy</li> </ul>",
       {"Thường trực Tỉnh ủy"}},
      {"<ul style=\"list-style-type: none\"><li>- một</li><li>hai</li><li>- ba</li></ul>",
       {"- một hai", "- ba"}},
      {"<ul style=\"list-style-type: none\"> <li>- Lãnh đạo tỉnh;</li></ul>", {"- Lãnh đạo tỉnh;"}},
      {"<ul><li>một</li><li>hai</li></ul>", {"- một", "- hai"}},
      {"<ul><li>- một</li></ul>", {"- một"}},
      {"<p><b>Mục đích:</b></p> <ul><li>một;</li></ul> hết", {"Mục đích:", "- một;", "hết"}},
      {"một<br>hai<BR/>ba", {"một", "hai", "ba"}},
      {"2 &lt; 3 &amp; 4&nbsp;m<sup>2</sup> &#273;", {"2 < 3 & 4 m2 đ"}},
      {"a < b, c > d", {"a < b, c > d"}},
      {"<NĐ-CP> &chưa", {"<NĐ-CP> &chưa"}},
      {"<ul", {"<ul"}},
  };
  for (const Row& row : rows) EXPECT_EQ(CellLines(row.cell), row.want) << row.cell;
}

// The annex of a letter in /shared/seeds: the head is a column short, a blank line stands inside.
TEST(TextTables, TabSeparated) {
  const Page page = Arrange(TextPage({
      "KẾ HOẠCH ĐOÀN RA",
      "STT\tDanh nghĩa * Nước đến\tTrưởng đoàn\tSố ngày\t",
      "(1)\t(2)\t(3)\t(4)\t(5)",
      "1\tThăm\tLào\t<ul><li>Thường trực</li><li>Tỉnh ủy</li></ul>\t6",
      "",
      "2\tHọc tập\tTrung Quốc\tTỉnh ủy\t7",
      "Ghi chú",
  }));
  ASSERT_EQ(page.grids.size(), 1U);
  EXPECT_EQ(page.grids[0].rows, 4);
  EXPECT_EQ(page.grids[0].columns, 5);
  EXPECT_EQ(Cells(page.grids[0]),
            "0,0=STT;0,1=Danh nghĩa * Nước đến;0,2=Trưởng đoàn;0,3=Số ngày;0,4=;"
            "1,0=(1);1,1=(2);1,2=(3);1,3=(4);1,4=(5);"
            "2,0=1;2,1=Thăm;2,2=Lào;2,3=- Thường trực\n- Tỉnh ủy;2,4=6;"
            "3,0=2;3,1=Học tập;3,2=Trung Quốc;3,3=Tỉnh ủy;3,4=7;");
  EXPECT_FALSE(page.lines.front().cell.has_value());
  EXPECT_FALSE(page.lines.back().cell.has_value());
  EXPECT_EQ(page.lines[1].cell, (CellRef{0, 0, 0}));
}

TEST(TextTables, HeadWithoutItsLastTab) {
  const Page page = Arrange(TextPage(
      {"STT\tTên\tNước\tNgày", "1\tThăm\tLào\t6\tNgân sách", "2\tHọc\tĐức\t7\tNgân sách"}));
  ASSERT_EQ(page.grids.size(), 1U);
  EXPECT_EQ(page.grids[0].columns, 5);
  EXPECT_EQ(page.grids[0].rows, 3);
}

TEST(TextTables, DifferentTablesStaySeparate) {
  const Page page =
      Arrange(TextPage({"a\tb\tc\td\te\tf", "1\t2\t3\t4\t5\t6", "a\tb\tc", "1\t2\t3"}));
  ASSERT_EQ(page.grids.size(), 2U);
  EXPECT_EQ(page.grids[0].columns, 6);
  EXPECT_EQ(page.grids[1].columns, 3);
}

TEST(TextTables, Markdown) {
  const Page page = Arrange(TextPage(
      {"| STT | Tên |", "|-----|:---:|", "| 1 | a\\|b<br>c |", "hết", "| không phải bảng |"}));
  ASSERT_EQ(page.grids.size(), 1U);
  EXPECT_EQ(Cells(page.grids[0]), "0,0=STT;0,1=Tên;1,0=1;1,1=a|b\nc;");
  EXPECT_TRUE(page.grids[0].cells[0].header);
  EXPECT_FALSE(page.grids[0].cells[2].header);
  EXPECT_EQ(page.lines.back().text, "| không phải bảng |");
}

// An incoming stamp in /shared/seeds has a tab now and then.
TEST(TextTables, StrayTabsBecomeBlanks) {
  const Page page = Arrange(TextPage({"TRUNG TÂM CÔNG BÁO\t", "CV\tSố:.....1046.....",
                                      "DỄN\tNgày: 28/01/14", "Chuyên: Thực hiện\t"}));
  EXPECT_TRUE(page.grids.empty());
  EXPECT_EQ(page.Text(),
            "TRUNG TÂM CÔNG BÁO\nCV Số:.....1046.....\nDỄN Ngày: 28/01/14\nChuyên: Thực hiện");
}

TEST(TextTables, TwoColumnsOfThreeFullRows) {
  const Page page = Arrange(TextPage({"Tên\tSố", "a\t1", "b\t2"}));
  ASSERT_EQ(page.grids.size(), 1U);
  EXPECT_EQ(page.grids[0].columns, 2);
}

TEST(TextTables, TabbedHead) {
  const Page page =
      Arrange(TextPage({"UBND TỈNH LÀO CAI\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Số: 1/TB-UBND\tLào Cai, ngày 1 tháng 2 năm 2020", "Kính gửi: Sở"}));
  EXPECT_TRUE(page.grids.empty());
  EXPECT_EQ(Outline(page),
            "L|UBND TỈNH LÀO CAI\nL|Số: 1/TB-UBND\nR|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "R|Lào Cai, ngày 1 tháng 2 năm 2020\n |Kính gửi: Sở\n");
}

// Adds a grid with the given texts, row by row, as intake does.
Page WithGrid(Page page, bool ruled, std::vector<std::vector<std::string>> rows) {
  const int number = static_cast<int>(page.grids.size());
  Grid grid;
  grid.ruled = ruled;
  grid.rows = static_cast<int>(rows.size());
  for (size_t row = 0; row < rows.size(); ++row) {
    grid.columns = std::max(grid.columns, static_cast<int>(rows[row].size()));
    for (size_t column = 0; column < rows[row].size(); ++column) {
      Cell& cell = grid.cells.emplace_back();
      cell.row = static_cast<int>(row);
      cell.column = static_cast<int>(column);
      cell.text = rows[row][column];
      if (cell.text.empty()) continue;
      Line& line = page.lines.emplace_back();
      line.text = cell.text;
      line.cell = CellRef{number, cell.row, cell.column};
    }
  }
  page.grids.push_back(grid);
  return page;
}

TEST(PlacingGrids, HeadAndFootDissolveAndTheTableStays) {
  Page page = WithGrid({}, true,
                       {{"SỞ NGOẠI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
                        {"Số: 12/SNgV", "Quảng Ngãi, ngày 1 tháng 2"}});
  page.lines.emplace_back().text = "Thân văn bản";
  page = WithGrid(std::move(page), true, {{"STT", "Tên"}, {"1", "a"}});
  page.lines.emplace_back().text = "Hết";
  page = WithGrid(std::move(page), false, {{"Nơi nhận:", "GIÁM ĐỐC"}, {"- Lưu: VT", "Nguyễn A"}});
  const Page laid = Arrange(page);
  EXPECT_EQ(Outline(laid),
            "L|SỞ NGOẠI VỤ\nL|Số: 12/SNgV\nR|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "R|Quảng Ngãi, ngày 1 tháng 2\n |Thân văn bản\n |STT\n |Tên\n |1\n |a\n |Hết\n"
            "L|Nơi nhận:\nL|- Lưu: VT\nR|GIÁM ĐỐC\nR|Nguyễn A\n");
  ASSERT_EQ(laid.grids.size(), 1U);
  EXPECT_EQ(laid.lines[5].cell, (CellRef{0, 0, 0}));
  EXPECT_EQ(Outline(Arrange(laid)), Outline(laid));
}

TEST(PlacingGrids, RuledTableAtTheEndStays) {
  Page page = TextPage({"a", "b", "c"});
  page = WithGrid(std::move(page), true, {{"Tên", "Số"}, {"x", "1"}});
  EXPECT_EQ(Arrange(page).grids.size(), 1U);
}

TEST(PlacingGrids, SignatureAtTheRightOfAnEmptyCell) {
  Page page = TextPage({"a", "b", "c"});
  page = WithGrid(std::move(page), false, {{"", "KT. CHỦ TỊCH"}, {"", "Nguyễn A"}});
  EXPECT_EQ(Outline(Arrange(page)), " |a\n |b\n |c\nR|KT. CHỦ TỊCH\nR|Nguyễn A\n");
}

}  // namespace
}  // namespace vanthu::layout
