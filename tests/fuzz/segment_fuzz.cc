// The segmenter alone, over lines with columns, emphasis and cells as layout may give them: no line is
// lost, and what is said of a line names something that is there. The first byte of a line says how it
// stands: bits 0-1 column, 2 bold, 3 italic, 4 centred, 5 paragraph, 6 cell, 7 new page.
#include <string>
#include <vector>

#include "models/text/normalize.h"
#include "pipeline/segment/segment.h"
#include "tests/fuzz/fuzz.h"

namespace {

using namespace vanthu;

Line MakeLine(uint8_t stand, std::string_view text) {
  Line line;
  line.text = CleanLine(text);
  line.column = static_cast<Column>((stand & 3U) % 3);
  line.bold = (stand & 4U) != 0;
  line.italic = (stand & 8U) != 0;
  line.centered = (stand & 16U) != 0;
  line.starts_paragraph = (stand & 32U) != 0;
  return line;
}

// The line as a cell of the page's last grid, two cells a row.
void PutInCell(Page& page, Line& line) {
  if (page.grids.empty()) page.grids.emplace_back();
  Grid& grid = page.grids.back();
  const int place = static_cast<int>(grid.cells.size());
  grid.columns = 2;
  grid.rows = place / 2 + 1;
  Cell cell;
  cell.row = place / 2;
  cell.column = place % 2;
  cell.text = line.text;
  grid.cells.push_back(cell);
  line.cell = CellRef{static_cast<int>(page.grids.size()) - 1, cell.row, cell.column};
}

std::vector<Page> MakePages(std::string_view text) {
  std::vector<Page> pages(1);
  while (!text.empty()) {
    const auto stand = static_cast<uint8_t>(text.front());
    const size_t end = std::min(text.find('\n', 1), text.size());
    Line line = MakeLine(stand, text.substr(1, end - 1));
    text.remove_prefix(std::min(end + 1, text.size()));
    if ((stand & 128U) != 0) {
      pages.emplace_back();
      pages.back().number = static_cast<int>(pages.size());
    }
    if (line.text.empty()) continue;
    if ((stand & 64U) != 0) PutInCell(pages.back(), line);
    pages.back().lines.push_back(std::move(line));
  }
  return pages;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::vector<Page> pages = MakePages(fuzz::Text(data, size));
  size_t lines = 0;
  for (const Page& page : pages) lines += page.lines.size();
  const Letter letter = segment::Segment(std::move(pages));
  fuzz::Check(letter.lines.size() == lines, "every line is in the letter");
  const auto annexes = static_cast<int>(letter.annexes.size());
  const auto sections = static_cast<int>(letter.sections.size());
  for (const LetterLine& line : letter.lines) {
    fuzz::Check(line.annex < annexes && line.section < sections,
                "a line's annex and section are there");
    fuzz::Check(!letter.Printed(line).text.empty(), "a line has text");
  }
  return 0;
}
