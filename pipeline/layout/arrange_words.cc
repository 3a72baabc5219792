#include "pipeline/layout/arrange_words.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "models/document/passage.h"
#include "pipeline/layout/columns.h"
#include "pipeline/layout/flatten.h"
#include "pipeline/layout/lines.h"
#include "pipeline/layout/noise.h"
#include "pipeline/layout/rows.h"
#include "pipeline/layout/ruled_tables.h"
#include "pipeline/layout/stamps.h"
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

void AddTable(const RuledTable& table, Page& page) {
  const int number = static_cast<int>(page.grids.size());
  Grid grid;
  grid.rows = table.rows;
  grid.columns = table.columns;
  for (const RuledCell& from : table.cells) {
    Cell cell = from.cell;
    for (const Segment& segment : from.lines) {
      Line line = MakeLine(segment, Column::kFull).line;
      line.cell = CellRef{number, cell.row, cell.column};
      line.starts_paragraph = cell.text.empty() || BeginsItem(cell.text, line.text);
      if (line.starts_paragraph) {
        if (!cell.text.empty()) cell.text += '\n';
        cell.text += line.text;
      } else {
        JoinLine(cell.text, line.text);
      }
      cell.box = cell.box ? Union(*cell.box, *line.box) : *line.box;
      page.lines.push_back(std::move(line));
    }
    if (cell.box) grid.box = grid.box ? Union(*grid.box, *cell.box) : *cell.box;
    grid.cells.push_back(std::move(cell));
  }
  page.grids.push_back(std::move(grid));
}

// A table that its white space tells.
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

void AddRows(std::vector<Row> rows, const Measure& measure, Page& page) {
  for (Stretch& stretch : FindTables(std::move(rows), measure)) {
    if (stretch.cells.empty()) {
      AddBlock(std::move(stretch.rows), Column::kFull, measure, page);
    } else {
      AddTable(stretch, page);
    }
  }
}

// Text with the ruled tables that stand between its rows.
void AddFull(std::vector<Segment> segments, const std::vector<RuledTable>& tables,
             const Measure& measure, Page& page) {
  std::vector<Row> above;
  auto table = tables.begin();
  for (Row& row : MakeRows(std::move(segments), measure)) {
    while (table != tables.end() && table->box.center_y() < row.box.center_y()) {
      AddRows(std::exchange(above, {}), measure, page);
      AddTable(*table++, page);
    }
    above.push_back(std::move(row));
  }
  AddRows(std::move(above), measure, page);
  for (; table != tables.end(); ++table) AddTable(*table, page);
}

// y of the upper edge of the first of these, and of the lower edge of the last.
struct Reach {
  double top = std::numeric_limits<double>::max(), bottom = std::numeric_limits<double>::lowest();
};

Reach ReachOf(const std::vector<Segment>& left, const std::vector<Segment>& right) {
  Reach out;
  for (const std::vector<Segment>* block : {&left, &right}) {
    for (const Segment& s : *block) {
      out.top = std::min(out.top, s.box.y0);
      out.bottom = std::max(out.bottom, s.box.y1);
    }
  }
  return out;
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
  const Leveling leveling(page.words, page.rulings);
  std::vector<Token> tokens = leveling.Level(page.words);
  const Measure measure = MeasurePage(tokens);
  std::vector<Ruling> rulings;
  for (const Ruling& ruling : page.rulings) rulings.push_back(leveling.Level(ruling));
  RuledTables ruled = TakeRuledTables(std::move(tokens), rulings, measure);
  Cleaned cleaned = DropNoise(MakeSegments(std::move(ruled.rest), measure), measure);
  cleaned.dropped.insert(cleaned.dropped.end(), ruled.dropped.begin(), ruled.dropped.end());
  Zones zones = FindZones(std::move(cleaned.segments), measure);

  // Tables over the head and under the foot stand there, all others in the body.
  const Reach head = ReachOf(zones.head_left, zones.head_right);
  const Reach foot = ReachOf(zones.foot_left, zones.foot_right);
  std::vector<RuledTable> above, body, below;
  for (RuledTable& table : ruled.tables) {
    const double y = table.box.center_y();
    const bool under = foot.top < foot.bottom && y > foot.bottom;
    const bool over = head.top < head.bottom && y < head.top;
    (under ? below : over ? above : body).push_back(std::move(table));
  }
  const auto add_side = [&](std::vector<Segment> segments, Column column) {
    AddBlock(MakeRows(std::move(segments), measure), column, measure, page);
  };
  AddFull(std::move(zones.above), above, measure, page);
  add_side(std::move(zones.head_left), Column::kLeft);
  add_side(std::move(zones.head_right), Column::kRight);
  AddFull(std::move(zones.body), body, measure, page);
  add_side(std::move(zones.foot_left), Column::kLeft);
  add_side(std::move(zones.foot_right), Column::kRight);
  AddFull(std::move(zones.below), below, measure, page);
  NoteDropped(cleaned.dropped, page);
  PlaceStamps(page);
  return page;
}

}  // namespace vanthu::layout
