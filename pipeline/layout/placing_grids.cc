#include "pipeline/layout/placing_grids.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "pipeline/layout/anchors.h"

namespace vanthu::layout {
namespace {

// Lines that may stand before a head (marks of circulation) or after a foot (a page number).
constexpr size_t kMaxOutside = 2;

// A head has six lines a column, the longest lists of recipients thirty.
constexpr size_t kMaxLines = 80;

// The lines of one grid, which follow each other on the page.
struct Span {
  size_t begin = 0, end = 0;
};

Span SpanOf(const std::vector<Line>& lines, size_t begin) {
  Span span{begin, begin};
  const int grid = lines[begin].cell->grid;
  while (span.end < lines.size() && lines[span.end].cell && lines[span.end].cell->grid == grid) {
    ++span.end;
  }
  return span;
}

bool SpansAll(const Grid& grid, const Line& line) {
  return std::any_of(grid.cells.begin(), grid.cells.end(), [&](const Cell& cell) {
    return cell.row == line.cell->row && cell.column == line.cell->column &&
           cell.column_span >= grid.columns && grid.columns > 1;
  });
}

bool OnlyPlaces(const std::vector<Line>& lines, Span span, const Grid& grid) {
  if (span.end - span.begin > kMaxLines) return false;
  std::set<int> columns;
  bool anchored = false, titled = false;
  for (size_t i = span.begin; i < span.end; ++i) {
    const Line& line = lines[i];
    if (SpansAll(grid, line)) continue;
    columns.insert(line.cell->column);
    anchored = anchored || IsMotto(line.text) || OpensRecipients(line.text);
    titled = titled || (line.cell->column > 0 && line.cell->row == 0 && IsCapitals(line.text));
  }
  if (columns.size() > 2 || columns.empty()) return false;
  if (anchored) return true;
  const bool at_edge = span.begin <= kMaxOutside || lines.size() - span.end <= kMaxOutside;
  // One column with text is enough if it is the right one: a signature beside an empty cell.
  return !grid.ruled && *columns.rbegin() > 0 && (at_edge || titled);
}

// Left column, then right column; a cell across both columns comes where it stands.
std::vector<Line> Dissolved(const std::vector<Line>& lines, Span span, const Grid& grid) {
  int first_column = lines[span.begin].cell->column, last_column = first_column;
  for (size_t i = span.begin; i < span.end; ++i) {
    if (SpansAll(grid, lines[i])) continue;
    first_column = std::min(first_column, lines[i].cell->column);
    last_column = std::max(last_column, lines[i].cell->column);
  }
  // One column alone: a signature at the right of an empty cell.
  const bool only_right = first_column == last_column && first_column > 0;
  std::vector<Line> out, right;
  const auto flush = [&] {
    for (Line& line : right) out.push_back(std::move(line));
    right.clear();
  };
  for (size_t i = span.begin; i < span.end; ++i) {
    Line line = lines[i];
    const bool full = SpansAll(grid, line);
    const bool left = line.cell->column == first_column && !only_right;
    line.cell.reset();
    if (full) {
      flush();
      out.push_back(std::move(line));
      continue;
    }
    line.column = left ? Column::kLeft : Column::kRight;
    (left ? out : right).push_back(std::move(line));
  }
  flush();
  return out;
}

}  // namespace

Page DissolvePlacingGrids(Page page) {
  const std::vector<Line> lines = std::exchange(page.lines, {});
  std::vector<Grid> grids = std::exchange(page.grids, {});
  std::map<int, int> moved;  // old number of a grid -> new one
  for (size_t i = 0; i < lines.size();) {
    const Line& line = lines[i];
    if (!line.cell || static_cast<size_t>(line.cell->grid) >= grids.size()) {
      page.lines.push_back(line);
      ++i;
      continue;
    }
    Grid& grid = grids[static_cast<size_t>(line.cell->grid)];
    const Span span = SpanOf(lines, i);
    if (!moved.contains(line.cell->grid) && OnlyPlaces(lines, span, grid)) {
      for (Line& placed : Dissolved(lines, span, grid)) page.lines.push_back(std::move(placed));
      i = span.end;
      continue;
    }
    const auto [at, is_new] =
        moved.try_emplace(line.cell->grid, static_cast<int>(page.grids.size()));
    if (is_new) page.grids.push_back(std::move(grid));
    for (; i < span.end; ++i) {
      Line kept = lines[i];
      kept.cell->grid = at->second;
      page.lines.push_back(std::move(kept));
    }
  }
  return page;
}

}  // namespace vanthu::layout
