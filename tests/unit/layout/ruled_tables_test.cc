#include "pipeline/layout/ruled_tables.h"

#include <gtest/gtest.h>

#include <cmath>

#include "pipeline/layout/layout.h"
#include "tests/unit/layout/paper.h"

namespace vanthu::layout {
namespace {

// Full lines at these heights and places.
std::vector<Ruling> Lines(const std::vector<double>& xs, const std::vector<double>& ys) {
  std::vector<Ruling> out;
  for (const double y : ys) out.push_back({xs.front(), y, xs.back(), y});
  for (const double x : xs) out.push_back({x, ys.front(), x, ys.back()});
  return out;
}

// "row,column[+row_span,column_span]: text", one line a cell with text.
std::string Cells(const vanthu::Grid& grid) {
  std::string out;
  for (const Cell& cell : grid.cells) {
    if (cell.text.empty()) continue;
    out += std::to_string(cell.row) + ',' + std::to_string(cell.column);
    if (cell.row_span > 1 || cell.column_span > 1) {
      out += '+' + std::to_string(cell.row_span) + ',' + std::to_string(cell.column_span);
    }
    out += ": " + cell.text + '\n';
  }
  return out;
}

Paper Delegations() {
  Paper paper(1);
  paper.At(90, 110, "TT").At(125, 110, "Danh nghĩa đoàn").At(300, 110, "Nội dung");
  paper.At(90, 140, "1").At(125, 140, "Đoàn xúc tiến").At(300, 140, "- Làm việc với");
  paper.At(125, 154, "đầu tư").At(300, 154, "JETRO;");
  paper.At(300, 168, "- Ký biên bản");
  paper.At(90, 200, "2").At(125, 200, "Đoàn học tập").At(300, 200, "Từ ngày 13");
  paper.At(300, 214, "- 15/6/2024");
  return paper;
}

TEST(RuledTables, CellsHoldTheirWrappedLines) {
  Page page = Delegations().At(85, 60, "Chi tiết như sau:").At(85, 260, "Trân trọng.").Make();
  page.rulings = Lines({85, 120, 295, 520}, {100, 125, 185, 230});
  page = Arrange(std::move(page));
  ASSERT_EQ(page.grids.size(), 1U);
  EXPECT_EQ(page.grids[0].rows, 3);
  EXPECT_EQ(page.grids[0].columns, 3);
  EXPECT_EQ(Cells(page.grids[0]),
            "0,0: TT\n0,1: Danh nghĩa đoàn\n0,2: Nội dung\n"
            "1,0: 1\n1,1: Đoàn xúc tiến đầu tư\n1,2: - Làm việc với JETRO;\n- Ký biên bản\n"
            "2,0: 2\n2,1: Đoàn học tập\n2,2: Từ ngày 13 - 15/6/2024\n");
  EXPECT_FALSE(page.lines.front().cell.has_value());
  EXPECT_FALSE(page.lines.back().cell.has_value());
  EXPECT_EQ(page.lines.back().text, "Trân trọng.");
  EXPECT_EQ(page.lines[1].cell, (CellRef{0, 0, 0}));
  EXPECT_TRUE(page.grids[0].cells[0].header);
  EXPECT_FALSE(page.grids[0].cells[3].header);
}

TEST(RuledTables, ADoubtfulDashOpensAnItem) {
  Paper paper;
  paper.At(90, 110, "TT").At(150, 110, "Kinh phí").At(90, 140, "1");
  paper.Weak(150, 140, "-", 0.2).At(159, 140, "Ngân sách tỉnh;");
  paper.Weak(150, 156, "-", 0.3).At(159, 156, "Doanh nghiệp tự túc");
  paper.Weak(300, 156, "-", 0.3);  // a speck
  Page page = paper.Make();
  page.rulings = Lines({85, 140, 520}, {100, 125, 175});
  page = Arrange(std::move(page));
  ASSERT_EQ(page.grids.size(), 1U);
  EXPECT_EQ(page.grids[0].cells[3].text, "- Ngân sách tỉnh;\n- Doanh nghiệp tự túc");
}

TEST(RuledTables, OpenSides) {
  Page page = Delegations().Make();
  page.rulings = Lines({85, 120, 295, 520}, {100, 125, 185, 230});
  std::erase_if(page.rulings,
                [](const Ruling& r) { return r.x0 == r.x1 && (r.x0 == 85 || r.x0 == 520); });
  page = Arrange(std::move(page));
  ASSERT_EQ(page.grids.size(), 1U);
  EXPECT_EQ(page.grids[0].columns, 3);
}

TEST(RuledTables, MergedHead) {
  Paper paper(1);
  paper.At(90, 120, "TT").Centered(330, 110, "Số đại biểu");
  paper.At(150, 135, "Việt Nam").At(350, 135, "Nước ngoài");
  paper.At(90, 160, "1").At(150, 160, "80").At(350, 160, "45");
  Page page = paper.Make();
  page.rulings = {{85, 100, 520, 100},  {140, 122, 520, 122}, {85, 147, 520, 147},
                  {85, 172, 520, 172},  {85, 100, 85, 172},   {140, 100, 140, 172},
                  {340, 122, 340, 172}, {520, 100, 520, 172}};
  page = Arrange(std::move(page));
  ASSERT_EQ(page.grids.size(), 1U);
  EXPECT_EQ(Cells(page.grids[0]),
            "0,0+2,1: TT\n0,1+1,2: Số đại biểu\n1,1: Việt Nam\n1,2: Nước ngoài\n"
            "2,0: 1\n2,1: 80\n2,2: 45\n");
  EXPECT_TRUE(page.grids[0].cells[2].header);
}

TEST(RuledTables, AskewPageWithShortLinesOnly) {
  Page page = Delegations().Make();
  page.rulings = Lines({85, 120, 295, 520}, {100, 125, 140, 185, 230});
  std::erase_if(page.rulings, [](const Ruling& r) { return r.y0 == 140 && r.y1 == 140; });
  for (Ruling& r : page.rulings) {
    r = {r.x0 - 0.01 * r.y0, r.y0 + 0.01 * r.x0, r.x1 - 0.01 * r.y1, r.y1 + 0.01 * r.x1};
  }
  for (Word& word : page.words) {
    const double down = 0.01 * word.box.center_x(), left = 0.01 * word.box.center_y();
    word.box = {word.box.x0 - left, word.box.y0 + down, word.box.x1 - left, word.box.y1 + down};
  }
  page = Arrange(std::move(page));
  ASSERT_EQ(page.grids.size(), 1U);
  EXPECT_EQ(page.grids[0].cells.size(), 9U);
  EXPECT_EQ(page.grids[0].cells[5].text, "- Làm việc với JETRO;\n- Ký biên bản");
}

TEST(RuledTables, TwoTablesOnAPage) {
  Paper paper(1);
  for (const double y : {110.0, 310.0}) {
    paper.At(90, y, "TT").At(150, y, "Chỉ tiêu").At(90, y + 25, "1").At(150, y + 25, "Xuất khẩu");
  }
  paper.At(85, 250, "Về nhập khẩu:");
  Page page = paper.Make();
  page.rulings = Lines({85, 140, 520}, {100, 122, 150});
  for (const Ruling& ruling : Lines({85, 140, 520}, {300, 322, 350}))
    page.rulings.push_back(ruling);
  page = Arrange(std::move(page));
  ASSERT_EQ(page.grids.size(), 2U);
  std::string order;
  for (const Line& line : page.lines) order += line.cell ? std::to_string(line.cell->grid) : "-";
  EXPECT_EQ(order, "0000-1111");
}

TEST(RuledTables, NoTables) {
  struct Row {
    const char* what;
    std::vector<std::string> texts;  // in the places of a grid of 2 x 2
  };
  const Row rows[] = {
      {"a stamp", {"SỞ NGOẠI VỤ", "Số: 1046", "ĐẾN", "Ngày: 12/3"}},
      {"a ruled head", {"UBND TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12", "Độc lập"}},
      {"a ruled foot", {"Nơi nhận:", "CHỦ TỊCH", "- Như trên;", "Nguyễn Văn A"}},
      {"an empty form", {"", "", "", ""}},
      {"one text in a frame", {"HỎA TỐC", "", "", ""}},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.what);
    Paper paper(1);
    for (size_t i = 0; i < 4; ++i) {
      paper.At(i % 2 == 0 ? 90 : 190, i < 2 ? 110 : 140, row.texts[i]);
    }
    Page page = paper.At(85, 300, "Kính gửi: Ủy ban nhân dân các huyện").Make();
    page.rulings = Lines({85, 180, 280}, {100, 125, 155});
    if (std::string_view(row.what) == "a ruled head")
      page.rulings = Lines({85, 180, 520}, {100, 125, 155});
    EXPECT_TRUE(Arrange(std::move(page)).grids.empty());
  }
}

TEST(RuledTables, ManyLinesAreNoLongWork) {
  Page page = Delegations().Make();
  for (int i = 0; i < 3000; ++i) {
    const double at = 50 + i % 1500 * 0.4;
    page.rulings.push_back(i < 1500 ? Ruling{50, at, 550, at} : Ruling{at, 50, at, 650});
  }
  EXPECT_FALSE(Arrange(std::move(page)).lines.empty());
}

TEST(BeginsItem, Rows) {
  const struct {
    const char* above;
    const char* line;
    bool begins;
  } rows[] = {
      {"- Hội đàm;", "- Ký biên bản", true},
      {"Mục đích:", "- Đánh giá kết quả", true},
      {"Mục đích:", "+ Đánh giá kết quả", true},
      {"Việc làm:", "1. Ký biên bản", true},
      {"Thăm tỉnh;", "b) Ký biên bản", true},
      {"đến 2018;", "- 15 đoàn", true},
      {"Từ ngày 13", "- 15/6/2024", false},
      {"Tháng 4", "- 5", false},
      {"Từ 01/3", "- 05/3", false},
      {"Làm việc với", "JETRO", false},
      {"trong năm", "2024", false},
      {"khoảng", "12. người", false},
      {"Đại học", "-Wageningen", false},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(BeginsItem(row.above, row.line), row.begins) << row.above << " | " << row.line;
  }
}

}  // namespace
}  // namespace vanthu::layout
