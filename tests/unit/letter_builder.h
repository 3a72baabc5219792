// Letters for tests, made from lines of text.
//
//   Letter letter = LetterOf("SỞ NGOẠI VỤ\nSố: 12/BC-SNgV\n\n^|BÁO CÁO\n...");
//
// A blank line begins a paragraph, a form feed a page. A line that holds tabs is a row of a table; rows
// that follow each other are one. In front of a line: `<|` left column, `>|` right column, `^|` bold and
// centred, as layout says it of a page with a geometry.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "models/document/letter.h"
#include "models/text/normalize.h"
#include "pipeline/segment/segment.h"

namespace vanthu::test {

inline void AddTableRow(Page& page, std::string_view row, bool starts) {
  if (starts) page.grids.emplace_back();
  Grid& grid = page.grids.back();
  int column = 0;
  for (size_t begin = 0; begin <= row.size(); ++column) {
    const size_t end = std::min(row.find('\t', begin), row.size());
    const std::string text = CleanLine(row.substr(begin, end - begin));
    Cell cell;
    cell.row = grid.rows;
    cell.column = column;
    cell.text = text;
    cell.header = grid.rows == 0;
    grid.cells.push_back(cell);
    if (!text.empty()) {
      Line line;
      line.text = text;
      line.cell = CellRef{static_cast<int>(page.grids.size()) - 1, grid.rows, column};
      page.lines.push_back(line);
    }
    begin = end + 1;
  }
  grid.columns = std::max(grid.columns, column);
  ++grid.rows;
}

inline std::vector<Page> PagesOf(std::string_view text) {
  std::vector<Page> pages(1);
  bool paragraph = true;
  bool in_table = false;
  while (!text.empty()) {
    const size_t end = text.find_first_of("\n\f");
    std::string_view printed = text.substr(0, end);
    const bool new_page = end != std::string_view::npos && text[end] == '\f';
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    Line line;
    if (printed.starts_with("<|")) line.column = Column::kLeft;
    if (printed.starts_with(">|")) line.column = Column::kRight;
    if (printed.starts_with("^|")) line.centered = line.bold = true;
    if (printed.size() > 1 && printed[1] == '|') printed.remove_prefix(2);
    line.text = CleanLine(printed);
    line.starts_paragraph = paragraph;
    if (printed.find('\t') != std::string_view::npos) {
      AddTableRow(pages.back(), printed, !in_table);
      in_table = true;
    } else if (!line.text.empty()) {
      pages.back().lines.push_back(line);
      in_table = false;
    }
    paragraph = line.text.empty() || new_page;
    in_table = in_table && !paragraph;
    if (new_page) {
      pages.emplace_back();
      pages.back().number = static_cast<int>(pages.size());
    }
  }
  return pages;
}

inline Letter LetterOf(std::string_view text) { return segment::Segment(PagesOf(text)); }

// The printed lines of a zone, in reading order.
inline std::vector<std::string> LinesIn(const Letter& letter, Zone zone) {
  std::vector<std::string> lines;
  for (const LetterLine& line : letter.lines) {
    if (line.zone == zone) lines.push_back(letter.Printed(line).text);
  }
  return lines;
}

}  // namespace vanthu::test
