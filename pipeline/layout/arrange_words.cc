#include "pipeline/layout/arrange_words.h"

#include <string>
#include <utility>
#include <vector>

#include "pipeline/layout/columns.h"
#include "pipeline/layout/flatten.h"
#include "pipeline/layout/lines.h"
#include "pipeline/layout/noise.h"
#include "pipeline/layout/rows.h"
#include "pipeline/layout/tables.h"

namespace vanthu::layout {
namespace {

void Append(std::vector<PlacedLine> lines, Page& page) {
  for (PlacedLine& placed : lines) page.lines.push_back(std::move(placed.line));
}

// A block of lines, one a row.
void AddBlock(std::vector<Row> rows, Column column, const Measure& measure, Page& page) {
  std::vector<PlacedLine> lines;
  for (const Row& row : rows) lines.push_back(MakeLine(Joined(row), column));
  MarkShapes(lines, Margins(lines, measure));
  Append(std::move(lines), page);
}

void AddTable(const Stretch& table, Page& page) {
  const int number = static_cast<int>(page.grids.size());
  Grid grid;
  grid.rows = table.row_count;
  grid.columns = table.column_count;
  for (const TableCell& from : table.cells) {
    Cell& cell = grid.cells.emplace_back();
    cell.row = from.row;
    cell.column = from.column;
    for (const Segment& segment : from.lines) {
      Line line = MakeLine(segment, Column::kFull).line;
      line.cell = CellRef{number, from.row, from.column};
      line.starts_paragraph = cell.text.empty();
      if (!cell.text.empty()) cell.text += '\n';
      cell.text += line.text;
      cell.box = cell.box ? Union(*cell.box, *line.box) : *line.box;
      page.lines.push_back(std::move(line));
    }
    grid.box = grid.box ? Union(*grid.box, *cell.box) : *cell.box;
  }
  page.grids.push_back(std::move(grid));
}

void AddFull(std::vector<Segment> segments, const Measure& measure, Page& page) {
  for (Stretch& stretch : FindTables(MakeRows(std::move(segments), measure), measure)) {
    if (stretch.cells.empty()) {
      AddBlock(std::move(stretch.rows), Column::kFull, measure, page);
    } else {
      AddTable(stretch, page);
    }
  }
}

void NoteDropped(const std::vector<Word>& dropped, Page& page) {
  std::erase_if(page.diagnostics, [](const Diagnostic& d) { return d.code == "noise_dropped"; });
  if (dropped.empty()) return;
  std::string message = "taken for marks, not text:";
  for (const Word& word : dropped) message += " " + word.text;
  page.diagnostics.push_back({Severity::kInfo, "noise_dropped", std::move(message), page.number});
}

}  // namespace

Page ArrangeWords(Page page) {
  page.lines.clear();
  page.grids.clear();
  std::vector<Token> tokens = Flatten(page.words);
  const Measure measure = MeasurePage(tokens);
  Cleaned cleaned = DropNoise(MakeSegments(std::move(tokens), measure), measure);
  Zones zones = FindZones(std::move(cleaned.segments), measure);
  const auto add_side = [&](std::vector<Segment> segments, Column column) {
    AddBlock(MakeRows(std::move(segments), measure), column, measure, page);
  };
  AddFull(std::move(zones.above), measure, page);
  add_side(std::move(zones.head_left), Column::kLeft);
  add_side(std::move(zones.head_right), Column::kRight);
  AddFull(std::move(zones.body), measure, page);
  add_side(std::move(zones.foot_left), Column::kLeft);
  add_side(std::move(zones.foot_right), Column::kRight);
  AddFull(std::move(zones.below), measure, page);
  NoteDropped(cleaned.dropped, page);
  return page;
}

}  // namespace vanthu::layout
