#include "pipeline/segment/tables.h"

#include <re2/re2.h>

#include <algorithm>

#include "models/text/fold.h"
#include "models/text/normalize.h"
#include "pipeline/segment/shape.h"
#include "pipeline/segment/table_kind.h"

namespace vanthu::segment {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// A caption stands at most so many lines above its table.
constexpr size_t kCaptionReach = 3;

// Every merged cell repeated into the places it covers.
Rows Expanded(const Grid& grid) {
  Rows rows(static_cast<size_t>(std::max(grid.rows, 0)),
            std::vector<std::string>(static_cast<size_t>(std::max(grid.columns, 0))));
  for (const Cell& cell : grid.cells) {
    for (int r = cell.row; r < std::min(cell.row + cell.row_span, grid.rows); ++r) {
      for (int c = cell.column; c < std::min(cell.column + cell.column_span, grid.columns); ++c) {
        if (r >= 0 && c >= 0) rows[static_cast<size_t>(r)][static_cast<size_t>(c)] = cell.text;
      }
    }
  }
  return rows;
}

bool IsEmptyRow(const std::vector<std::string>& row) {
  return std::ranges::all_of(row, [](const std::string& cell) { return cell.empty(); });
}

// (1) (2) (3) … or 1 2 3 … under the heads.
bool IsColumnNumbers(const std::vector<std::string>& row) {
  static const RE2 bracketed(R"(^\(?\s*(\d{1,2}|[a-z])\s*\)?(?:\s*=.*)?$)");
  int filled = 0;
  int last = 0;
  bool rising = true;
  bool brackets = false;
  for (const std::string& cell : row) {
    if (cell.empty()) continue;
    if (!RE2::FullMatch(cell, bracketed)) return false;
    brackets = brackets || cell.starts_with("(");
    int number = 0;
    static const RE2 digits(R"((\d+))");
    if (RE2::PartialMatch(cell, digits, &number)) {
      rising = rising && number == last + 1;
      last = number;
    }
    ++filled;
  }
  return filled >= 2 && (brackets || (rising && filled >= 3 && last >= 3));
}

// The same, misread in places ("(2)", "@)", "G)"): short entries alone, most of them with a bracket, two
// at least the number of their column.
bool IsWornColumnNumbers(const std::vector<std::string>& row) {
  static const RE2 number(R"(\(?(\d{1,2})\)?)");
  size_t filled = 0, right = 0, bracketed = 0;
  for (size_t c = 0; c < row.size(); ++c) {
    if (row[c].empty()) continue;
    if (row[c].size() > 5) return false;
    ++filled;
    size_t read = 0;
    const bool bracket = row[c].find_first_of("()") != std::string::npos;
    if (bracket) ++bracketed;
    if (bracket && RE2::FullMatch(row[c], number, &read) && read == c + 1) ++right;
  }
  return filled >= 3 && filled * 2 >= row.size() && right >= 2 && bracketed * 10 >= filled * 7;
}

// "Tổng số" and numbers: a row of totals, which may stand first.
bool IsTotals(const std::vector<std::string>& row) {
  static const RE2 total(R"(tong cong|tong so|tong|cong)");
  static const RE2 number(R"([\d., %-]*)");
  if (row.size() < 2) return false;
  const size_t at = row.front().empty() ? 1 : 0;
  if (!RE2::FullMatch(Fold(row[at]), total)) return false;
  size_t filled = 0;
  for (size_t c = at + 1; c < row.size(); ++c) {
    if (!RE2::FullMatch(row[c], number)) return false;
    filled += row[c].empty() ? 0U : 1U;
  }
  return filled > 0;
}

// "1", "01.", "I", "A. …": the first cell of a row of the body, or its totals.
bool BeginsBodyRow(const std::vector<std::string>& row) {
  static const RE2 ordinal(R"(^(?:\d{1,4}|[IVX]{1,5}|[A-H])[.)]?$|^[A-H]\.\s|^[IVX]{1,4}\.\s)");
  return !row.empty() && (RE2::PartialMatch(row.front(), ordinal) || IsTotals(row));
}

struct Head {
  size_t rows = 0;    // rows that the head takes
  size_t body = 0;    // first row of the body, after the row of column numbers
  bool found = true;  // false: the table begins with a row of the body
};

Head FindHead(const Grid& grid, const Rows& rows) {
  Head head;
  for (size_t r = 0; r < std::min<size_t>(rows.size(), 6); ++r) {
    if (r > 0 && (IsColumnNumbers(rows[r]) || IsWornColumnNumbers(rows[r])))
      return {r, r + 1, true};
  }
  size_t flagged = 0;
  for (const Cell& cell : grid.cells) {
    if (cell.header) flagged = std::max(flagged, static_cast<size_t>(cell.row + cell.row_span));
  }
  size_t ordinal = 0;
  while (ordinal < std::min<size_t>(rows.size(), 4) && !BeginsBodyRow(rows[ordinal])) ++ordinal;
  if (ordinal == 0) return {0, 0, false};
  if (ordinal == std::min<size_t>(rows.size(), 4)) ordinal = 1;
  // A gate flags its first row for want of better; an ordinal tells more.
  head.rows = std::max(ordinal, std::min(flagged, ordinal));
  head.body = head.rows;
  return head;
}

std::string OneLine(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return CleanLine(text);
}

// A text prints the list of a cell on one line: "- Thăm xã giao; - Tìm hiểu …", "Mục đích: - …".
void PartInlineLists(Rows& rows) {
  static const RE2 list(R"(^[-–+] |: [-–+] \p{Lu})");
  static const RE2 border(R"(([;:.]) ([-–+] \p{Lu}))");
  for (auto& row : rows) {
    for (std::string& cell : row) {
      if (RE2::PartialMatch(cell, list)) RE2::GlobalReplace(&cell, border, "\\1\n\\2");
    }
  }
}

// "A. Đoàn đi thăm các nước láng giềng" in the first cell of a row and nothing else: a text prints
// a cell that is merged over the row once.
void RepeatGroupHeads(Rows& rows) {
  static const RE2 words(R"(\p{L}{2,}.*\s.*\p{L}{2,})");
  for (auto& row : rows) {
    if (row.size() < 3 || !RE2::PartialMatch(row.front(), words)) continue;
    const bool alone = std::ranges::all_of(row.begin() + 1, row.end(),
                                           [](const std::string& cell) { return cell.empty(); });
    if (alone) std::fill(row.begin() + 1, row.end(), row.front());
  }
}

// Heads of several rows read from the top: "Số lượng đại biểu / Việt Nam".
std::vector<std::string> Columns(const Rows& rows, size_t head_rows, size_t width) {
  std::vector<std::string> columns(width);
  for (size_t c = 0; c < width; ++c) {
    for (size_t r = 0; r < head_rows; ++r) {
      std::string cell = OneLine(rows[r][c]);
      // A text table prints a merged head once: the empty place belongs to the head at its left
      // where the row below has something of its own.
      if (cell.empty() && r + 1 < head_rows && !rows[r + 1][c].empty()) {
        for (size_t left = c; left > 0 && cell.empty(); --left) cell = OneLine(rows[r][left - 1]);
      }
      if (cell.empty() || columns[c] == cell || columns[c].ends_with(" / " + cell)) continue;
      if (!columns[c].empty()) columns[c] += " / ";
      columns[c] += cell;
    }
  }
  return columns;
}

// Scans print two heads as one ("Danh nghĩa Đoàn * Nước đến") and leave the last place empty.
void SplitJoinedHead(std::vector<std::string>& columns) {
  if (columns.size() < 3 || !columns.back().empty()) return;
  for (size_t c = 0; c < columns.size(); ++c) {
    const size_t star = columns[c].find(" * ");
    if (star == std::string::npos) continue;
    const std::string second = columns[c].substr(star + 3);
    columns[c].resize(star);
    columns.insert(columns.begin() + static_cast<std::ptrdiff_t>(c) + 1, second);
    columns.pop_back();
    return;
  }
}

class TableCollector {
 public:
  explicit TableCollector(Letter& letter) : letter_(letter) {}

  void Collect() {
    int page = -1;
    int grid = -1;
    for (size_t i = 0; i < letter_.lines.size(); ++i) {
      const LetterLine& line = letter_.lines[i];
      const Line& printed = letter_.Printed(line);
      if (!printed.cell) {
        if (line.zone != Zone::kPageNumber && line.zone != Zone::kFootnote && !IsRule(line.text)) {
          open_ = false;
        }
        continue;
      }
      if (line.page == page && printed.cell->grid == grid) continue;
      page = line.page;
      grid = printed.cell->grid;
      if (line.zone == Zone::kStamp) continue;
      Add(i, letter_.pages[static_cast<size_t>(page)].grids[static_cast<size_t>(grid)]);
      open_ = true;
    }
    for (size_t i = 0; i < letter_.tables.size(); ++i) {
      letter_.tables[i].kind = KindUnder(letter_.tables[i], over_[i]);
    }
  }

 private:
  void Add(size_t first_line, const Grid& grid) {
    Rows rows = Expanded(grid);
    std::erase_if(rows, IsEmptyRow);
    if (rows.empty()) return;
    Head head = FindHead(grid, rows);
    const size_t width = rows.front().size();
    const LetterLine& line = letter_.lines[first_line];
    std::vector<std::string> columns = Columns(rows, head.rows, width);
    SplitJoinedHead(columns);
    // A row that the page's end cut goes on without its ordinal: no head of a new table.
    if (head.found && rows.front().front().empty() && IsOverPage(columns, line) &&
        !SameColumns(columns, letter_.tables.back().columns)) {
      head = {0, 0, false};
    }
    rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(head.body));
    PartInlineLists(rows);
    if (!grid.box) RepeatGroupHeads(rows);
    if (GoesOn(head, columns, line)) {
      Append(letter_.tables.back(), std::move(rows), line);
      return;
    }
    Table table;
    table.title = TitleOf(first_line);
    table.raw = table.title ? *table.title : OneLine(JoinCells(columns));
    if (table.raw.empty() && !rows.empty()) table.raw = OneLine(JoinCells(rows.front()));
    table.columns = std::move(columns);
    table.rule = "tables/grid";
    table.score = (head.found ? 0.95 : 0.7) * ConfidenceOf(first_line);
    Evidence evidence = letter_.Where(line);
    if (grid.box) evidence.box = grid.box;
    table.evidence.push_back(evidence);
    table.pages.push_back(evidence.page);
    table.rows = std::move(rows);
    letter_.tables.push_back(std::move(table));
    over_.push_back(HeadingsOver(line));
  }

  // Mean of the lines of the grid that begins there.
  double ConfidenceOf(size_t first_line) const {
    const LetterLine& first = letter_.lines[first_line];
    const int grid = letter_.Printed(first).cell->grid;
    double sum = 0;
    size_t i = first_line;
    for (; i < letter_.lines.size() && letter_.lines[i].page == first.page; ++i) {
      const Line& printed = letter_.Printed(letter_.lines[i]);
      if (!printed.cell || printed.cell->grid != grid) break;
      sum += printed.confidence;
    }
    return sum / static_cast<double>(i - first_line);
  }

  // The section's heading and the annex's title.
  std::string HeadingsOver(const LetterLine& line) const {
    std::string over;
    if (line.section >= 0) over = letter_.sections[static_cast<size_t>(line.section)].heading;
    if (line.annex >= 0) {
      over += ' ';
      over += letter_.annexes[static_cast<size_t>(line.annex)].title.value_or("");
    }
    return over;
  }

  static std::string JoinCells(const std::vector<std::string>& cells) {
    std::string out;
    for (const std::string& cell : cells) {
      if (!out.empty()) out += " | ";
      out += cell;
    }
    return out;
  }

  // The same table on the next page: as many columns, and either no head or the same head again.
  bool GoesOn(const Head& head, const std::vector<std::string>& columns,
              const LetterLine& line) const {
    if (!open_ || letter_.tables.empty()) return false;
    const Table& above = letter_.tables.back();
    if (above.columns.size() != columns.size()) return false;
    const bool same = SameColumns(columns, above.columns);
    if (!IsOverPage(columns, line) && head.found && !same) return false;
    return !head.found || same;
  }

  // The first table of a page, as wide as the last one of the page before.
  bool IsOverPage(const std::vector<std::string>& columns, const LetterLine& line) const {
    return open_ && !letter_.tables.empty() &&
           letter_.tables.back().columns.size() == columns.size() &&
           letter_.tables.back().pages.back() !=
               letter_.pages[static_cast<size_t>(line.page)].number;
  }

  // The same heads, some of them misread.
  static bool SameColumns(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    if (a.size() != b.size()) return false;
    size_t same = 0;
    for (size_t c = 0; c < a.size(); ++c) same += Fold(a[c]) == Fold(b[c]) ? 1U : 0U;
    return same * 10 >= a.size() * 6;
  }

  void Append(Table& table, Rows rows, const LetterLine& line) {
    const int page = letter_.pages[static_cast<size_t>(line.page)].number;
    if (table.pages.back() != page) {
      table.pages.push_back(page);
      table.evidence.push_back(letter_.Where(line));
      // A row that was cut by the page's end goes on without its ordinal.
      if (!rows.empty() && !table.rows.empty() && rows.front().front().empty()) {
        for (size_t c = 1; c < rows.front().size(); ++c) {
          std::string& cell = table.rows.back()[c];
          if (rows.front()[c].empty()) continue;
          if (!cell.empty()) cell += IsListItem(rows.front()[c]) ? '\n' : ' ';
          cell += rows.front()[c];
        }
        rows.erase(rows.begin());
      }
    }
    for (auto& row : rows) table.rows.push_back(std::move(row));
  }

  // "Bảng 1. …", a line set off right above the table, or the title of the annex that it opens.
  std::optional<std::string> TitleOf(size_t first_line) {
    const LetterLine& at = letter_.lines[first_line];
    static const RE2 numbered(R"(^(?:bang|bieu|phu bieu)(?:\s+(?:so\s+)?\d{1,2})?\s*[.:-]?\s*)");
    size_t seen = 0;
    for (size_t i = first_line; i > 0 && seen < kCaptionReach; --i) {
      LetterLine& line = letter_.lines[i - 1];
      const Line& printed = letter_.Printed(line);
      if (printed.cell) break;
      if (line.zone == Zone::kAnnexTitle || line.annex != at.annex) break;
      if (IsRule(line.text) || line.zone == Zone::kPageNumber) continue;
      ++seen;
      if (IsUnitLine(line.folded)) continue;
      const bool set_off = printed.centered || printed.bold || IsCapitals(line.text);
      const bool caption = RE2::PartialMatch(line.folded, numbered) || StandsAlone(line, printed);
      if (line.zone == Zone::kHeading || line.folded.size() > 200 || (!set_off && !caption)) break;
      line.zone = Zone::kTableTitle;
      std::string title = printed.text;
      if (caption) {
        static const RE2 label(
            R"((?i)^(?:bảng|biểu|phụ biểu)(?:\s+(?:số\s+)?\d{1,2})?\s*[.:-]?\s*)");
        RE2::Replace(&title, label, "");
      }
      // A caption of two lines.
      if (i > 1 && IsCapitals(line.text)) {
        LetterLine& above = letter_.lines[i - 2];
        const Line& above_printed = letter_.Printed(above);
        if (IsCapitals(above.text) && above.zone == Zone::kBody && !above_printed.cell &&
            !printed.starts_paragraph && above.annex == at.annex) {
          above.zone = Zone::kTableTitle;
          title = above_printed.text + " " + title;
        }
      }
      return title;
    }
    if (at.annex >= 0 && !title_used_.contains(at.annex)) {
      title_used_[at.annex] = true;
      return letter_.annexes[static_cast<size_t>(at.annex)].title;
    }
    return std::nullopt;
  }

  // A text without type: a short paragraph without a closing mark, right above the table.
  static bool StandsAlone(const LetterLine& line, const Line& printed) {
    static const RE2 closed(R"([.;:,)]$)");
    return !printed.box && printed.starts_paragraph && line.zone == Zone::kBody &&
           line.folded.size() < 110 && !IsListItem(line.text) &&
           !RE2::PartialMatch(line.text, closed);
  }

  // "Đơn vị tính: triệu đồng" over a table is not its title.
  static bool IsUnitLine(std::string_view folded) {
    static const RE2 unit(R"(^\(?\s*(?:don vi(?: tinh)?|dvt)\s*:)");
    return RE2::PartialMatch(re2::StringPiece(folded.data(), folded.size()), unit);
  }

  Letter& letter_;
  bool open_ = false;  // nothing but page ends since the last table
  std::map<int, bool> title_used_;
  std::vector<std::string> over_;  // of each table, what stands over it
};

}  // namespace

void CollectTables(Letter& letter) { TableCollector(letter).Collect(); }

}  // namespace vanthu::segment
