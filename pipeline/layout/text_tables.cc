#include "pipeline/layout/text_tables.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/text/normalize.h"
#include "pipeline/layout/anchors.h"
#include "pipeline/layout/cell_markup.h"

namespace vanthu::layout {
namespace {

// Cells of one line of a text table, as they stand there.
using Fields = std::vector<std::string>;

struct Table {
  size_t end = 0;  // the line after the last
  std::vector<Fields> rows;
  bool header = false;  // the first row is marked as head
};

Fields SplitAt(std::string_view text, char separator) {
  Fields fields(1);
  for (const char c : text) {
    if (c == separator) {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  return fields;
}

size_t Tabs(const Line& line) {
  if (line.cell) return 0;
  return static_cast<size_t>(std::count(line.text.begin(), line.text.end(), '\t'));
}

bool NearlySame(size_t tabs, size_t first) {
  const size_t slack = first >= 3 ? 1 : 0;
  return tabs >= 1 && tabs + slack >= first && tabs <= first + slack;
}

bool IsTwoColumnTable(const std::vector<Fields>& rows) {
  size_t full = 0;
  for (const Fields& row : rows) {
    for (const std::string& field : row) {
      if (IsMotto(field) || OpensRecipients(field)) return true;
    }
    if (row.size() == 2 && !CleanLine(row[0]).empty() && !CleanLine(row[1]).empty()) ++full;
  }
  return full >= 3;
}

std::optional<Table> TabTableAt(const std::vector<Line>& lines, size_t begin) {
  const size_t first = Tabs(lines[begin]);
  if (first == 0) return std::nullopt;
  Table table;
  table.end = begin;
  while (table.end < lines.size()) {
    const Line& line = lines[table.end];
    // Blank lines stand between rows of a long table.
    const bool blank = line.text.empty() && !line.cell && table.end + 1 < lines.size() &&
                       NearlySame(Tabs(lines[table.end + 1]), first);
    if (!blank && !NearlySame(Tabs(line), first)) break;
    if (!blank) table.rows.push_back(SplitAt(line.text, '\t'));
    ++table.end;
  }
  const bool enough = first >= 2 ? table.rows.size() >= 2 : IsTwoColumnTable(table.rows);
  if (!enough) return std::nullopt;
  return table;
}

bool IsPipeLine(const Line& line) {
  const std::string& text = line.text;
  return !line.cell && text.size() >= 2 && text.front() == '|' && text.back() == '|';
}

// "|---|:--:|": what makes a Markdown table of the lines around it.
bool IsPipeRule(const Line& line) {
  return IsPipeLine(line) && line.text.find("--") != std::string::npos &&
         line.text.find_first_not_of("|-: \t") == std::string::npos;
}

Fields PipeFields(std::string_view text) {
  Fields fields(1);
  text = text.substr(1, text.size() - 2);
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '|') {
      fields.back() += '|';
      ++i;
    } else if (text[i] == '|') {
      fields.emplace_back();
    } else {
      fields.back() += text[i];
    }
  }
  return fields;
}

std::optional<Table> PipeTableAt(const std::vector<Line>& lines, size_t begin) {
  // The rule stands under the head, which may have several rows.
  constexpr size_t kMostHeadRows = 4;
  size_t rule = begin;
  while (rule < lines.size() && rule <= begin + kMostHeadRows && IsPipeLine(lines[rule]) &&
         !IsPipeRule(lines[rule])) {
    ++rule;
  }
  if (rule == begin || rule >= lines.size() || !IsPipeRule(lines[rule])) {
    return std::nullopt;
  }
  Table table;
  table.header = true;
  for (table.end = begin; table.end < lines.size() && IsPipeLine(lines[table.end]); ++table.end) {
    if (!IsPipeRule(lines[table.end])) table.rows.push_back(PipeFields(lines[table.end].text));
  }
  return table;
}

// Appends the table to `page` as a grid and its cells' lines.
Page WithTable(Page page, const Table& table) {
  const int number = static_cast<int>(page.grids.size());
  Grid grid;
  grid.rows = static_cast<int>(table.rows.size());
  for (size_t row = 0; row < table.rows.size(); ++row) {
    grid.columns = std::max(grid.columns, static_cast<int>(table.rows[row].size()));
    for (size_t column = 0; column < table.rows[row].size(); ++column) {
      Cell& cell = grid.cells.emplace_back();
      cell.row = static_cast<int>(row);
      cell.column = static_cast<int>(column);
      cell.header = table.header && row == 0;
      for (std::string& text : CellLines(table.rows[row][column])) {
        Line& line = page.lines.emplace_back();
        line.starts_paragraph = cell.text.empty();
        line.cell = CellRef{number, cell.row, cell.column};
        if (!cell.text.empty()) cell.text += '\n';
        cell.text += text;
        line.text = std::move(text);
      }
    }
  }
  page.grids.push_back(std::move(grid));
  return page;
}

}  // namespace

Page FindTextTables(Page page) {
  const std::vector<Line> lines = std::exchange(page.lines, {});
  std::vector<Grid> grids = std::exchange(page.grids, {});
  std::map<int, int> moved;  // old number of a grid -> new one
  for (size_t i = 0; i < lines.size();) {
    std::optional<Table> table = TabTableAt(lines, i);
    if (!table) table = PipeTableAt(lines, i);
    if (table) {
      page = WithTable(std::move(page), *table);
      i = table->end;
      continue;
    }
    Line line = lines[i++];
    if (line.cell && static_cast<size_t>(line.cell->grid) < grids.size()) {
      const auto [at, is_new] =
          moved.try_emplace(line.cell->grid, static_cast<int>(page.grids.size()));
      if (is_new) page.grids.push_back(std::move(grids[static_cast<size_t>(line.cell->grid)]));
      line.cell->grid = at->second;
    }
    if (line.text.find('\t') != std::string::npos) line.text = CleanLine(line.text);
    if (!line.text.empty()) page.lines.push_back(std::move(line));
  }
  return page;
}

}  // namespace vanthu::layout
