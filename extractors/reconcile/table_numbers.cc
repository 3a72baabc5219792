#include "extractors/reconcile/table_numbers.h"

#include <re2/re2.h>

#include <algorithm>
#include <utility>

#include "extractors/quantity/numbers.h"
#include "models/text/fold.h"

namespace vanthu::extractors {
namespace {

// A row is looked for so many printed rows further on: the head, rows of column numbers, repeated heads.
constexpr size_t kRowReach = 40;

// "12", "1.250,5", "45,6 %", "10-15", "Khoảng 15 người": a number with at most a hedge and a short unit.
bool IsNumberCell(const std::string& cell) {
  static const RE2 number(
      R"(^(?:khoang|tren|hon|gan|uoc|duoi|tu)?\s*[-+]?\d[\d., ]*(?:(?:-|den)\s*\d[\d., ]*)?\s*(?:%|[a-z]+(?: [a-z]+)?)?$)");
  return RE2::FullMatch(Fold(cell), number);
}

bool IsNothing(const std::string& cell) {
  static const RE2 nothing(R"(\s*[-./…x]*\s*)");
  return RE2::FullMatch(Fold(cell), nothing);
}

int DecimalsOf(const std::string& cell) {
  static const RE2 fraction(R"(,(\d+))");
  std::string digits;
  return RE2::PartialMatch(cell, fraction, &digits) ? static_cast<int>(digits.size()) : 0;
}

// A printed row of a grid: the lines of its cells.
struct PrintedRow {
  const LetterLine* first = nullptr;
  std::string folded;  // words of all cells
};

std::vector<PrintedRow> PrintedRows(const Letter& letter, const Table& table) {
  std::vector<PrintedRow> rows;
  std::pair<int, CellRef> above{-1, {-1, -1, -1}};
  for (const LetterLine& line : letter.lines) {
    const Line& printed = letter.Printed(line);
    const int page = letter.pages[static_cast<size_t>(line.page)].number;
    if (!printed.cell || std::ranges::find(table.pages, page) == table.pages.end()) continue;
    CellRef at = *printed.cell;
    at.column = 0;
    if (rows.empty() || above != std::pair{line.page, at}) rows.push_back({&line, ""});
    above = {line.page, at};
    rows.back().folded += line.folded;
    rows.back().folded += ' ';
  }
  return rows;
}

}  // namespace

NumberColumn NumbersOf(const Table& table, size_t column) {
  NumberColumn out;
  out.head = Fold(table.columns[column]);
  for (const std::vector<std::string>& row : table.rows) {
    std::optional<CellNumber> number;
    const std::string& cell = row[column];
    if (IsNumberCell(cell)) {
      if (const std::optional<Range> range = RangeOf(cell); range && range->min && range->max) {
        number = CellNumber{*range->min, *range->max, DecimalsOf(cell)};
      }
    }
    if (!number && !IsNothing(cell)) out.pure = false;
    out.rows.push_back(number);
  }
  return out;
}

std::optional<size_t> OrdinalColumn(const Table& table) {
  static const RE2 head(R"(^(?:stt|tt|so tt|so thu tu)\b)");
  if (table.columns.empty() || !RE2::PartialMatch(Fold(table.columns.front()), head)) {
    return std::nullopt;
  }
  return 0;
}

bool IsTotalRow(const std::vector<std::string>& row) {
  static const RE2 total(
      R"(^(?:tong cong|tong so|tong|cong|toan tinh|cong chung)(?:\s*\([^)]*\))?\s*:?$)");
  return std::ranges::any_of(
      row.begin(), row.begin() + std::min<std::ptrdiff_t>(2, std::ssize(row)),
      [](const std::string& cell) { return RE2::FullMatch(Fold(cell), total); });
}

std::vector<Evidence> RowPlaces(const Letter& letter, const Table& table) {
  const Evidence whole = table.evidence.empty() ? Evidence{} : table.evidence.front();
  std::vector<Evidence> places(table.rows.size(), whole);
  const std::vector<PrintedRow> printed = PrintedRows(letter, table);
  size_t next = 0;
  for (size_t r = 0; r < table.rows.size(); ++r) {
    // The row's first line of words that are not all digits, else its first cell.
    std::string words;
    for (const std::string& cell : table.rows[r]) {
      const std::string line = Fold(cell.substr(0, cell.find('\n')));
      if (line.size() > words.size()) words = line;
    }
    for (size_t p = next; p < std::min(printed.size(), next + kRowReach); ++p) {
      if (printed[p].folded.find(words.substr(0, 24)) == std::string::npos) continue;
      places[r] = letter.Where(*printed[p].first);
      next = p + 1;
      break;
    }
  }
  return places;
}

}  // namespace vanthu::extractors
