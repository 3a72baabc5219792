#include "pipeline/layout/ruled_tables.h"

#include <re2/re2.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>

#include "models/document/lattice.h"
#include "models/text/fold.h"
#include "models/text/utf8.h"
#include "pipeline/layout/anchors.h"
#include "pipeline/layout/noise.h"
#include "pipeline/layout/rows.h"

namespace vanthu::layout {
namespace {

// The cells with text that the smallest table has, in two rows and two columns at least.
constexpr size_t kFewestFilled = 3;
// An incoming stamp is 50 mm wide, its words are few.
constexpr double kStampWidth = 200;  // points
constexpr size_t kStampWords = 40;
constexpr size_t kMostCellWords = 2000;  // of a cell that lists something
constexpr double kSureDash = 0.7;        // noise.cc believes marks that are as sure

bool Holds(const Box& box, const Token& token) {
  const double x = token.flat.center_x(), y = token.flat.center_y();
  return x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1;
}

// The cell that a point lies in, found by the lattice's rows.
class Places {
 public:
  explicit Places(const Lattice& lattice)
      : columns_(static_cast<size_t>(lattice.columns)),
        cell_of_(static_cast<size_t>(lattice.rows) * columns_, 0) {
    xs_.assign(columns_, lattice.box.x0);
    ys_.assign(static_cast<size_t>(lattice.rows), lattice.box.y0);
    for (size_t i = 0; i < lattice.cells.size(); ++i) {
      const LatticeCell& cell = lattice.cells[i];
      xs_[static_cast<size_t>(cell.column)] = cell.box.x0;
      ys_[static_cast<size_t>(cell.row)] = cell.box.y0;
      for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
        for (int c = cell.column; c < cell.column + cell.column_span; ++c) {
          cell_of_[static_cast<size_t>(r) * columns_ + static_cast<size_t>(c)] = i;
        }
      }
    }
  }

  size_t At(double x, double y) const { return cell_of_[Last(ys_, y) * columns_ + Last(xs_, x)]; }

 private:
  static size_t Last(const std::vector<double>& edges, double at) {
    const auto after = std::upper_bound(edges.begin() + 1, edges.end(), at);
    return static_cast<size_t>(after - edges.begin()) - 1;
  }

  size_t columns_;
  std::vector<size_t> cell_of_;  // by row, then column
  std::vector<double> xs_, ys_;  // left and upper edges
};

bool IsStamp(const Lattice& lattice, const std::vector<Token>& tokens) {
  if (lattice.box.width() > kStampWidth || tokens.size() > kStampWords) return false;
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.word.text == "ĐẾN" || token.word.text == "DEN" || token.word.text == "ĐÊN";
  });
}

// A head or foot that is set in a ruled table.
bool IsPlacing(const RuledTable& table) {
  return std::any_of(table.cells.begin(), table.cells.end(), [](const RuledCell& cell) {
    return std::any_of(cell.lines.begin(), cell.lines.end(), [](const Segment& line) {
      const std::string text = TextOf(line);
      return (IsMotto(text) && IsCapitals(text)) || OpensRecipients(text);
    });
  });
}

bool IsTable(const RuledTable& table) {
  std::set<int> rows, columns;
  size_t filled = 0;
  for (const RuledCell& cell : table.cells) {
    if (cell.lines.empty()) continue;
    ++filled;
    rows.insert(cell.cell.row);
    columns.insert(cell.cell.column);
  }
  return filled >= kFewestFilled && rows.size() >= 2 && columns.size() >= 2 && !IsPlacing(table);
}

// Rows that the first row's cells reach down to are the head, unless its first cell is a number.
void MarkHead(RuledTable& table) {
  static const RE2 ordinal(R"(\(?[0-9IVX]+[.)]*)");
  int head = 0;
  for (const RuledCell& cell : table.cells) {
    if (cell.cell.row == 0) head = std::max(head, cell.cell.row_span);
  }
  const RuledCell& first = table.cells.front();
  if (!first.lines.empty() && RE2::FullMatch(TextOf(first.lines.front()), ordinal)) head = 0;
  for (RuledCell& cell : table.cells) cell.cell.header = cell.cell.row < head;
}

// A dash at the left edge of a cell's text opens an item of a list where a word beside it begins one,
// however doubtful it was read: it is kept from being taken for a mark.
void KeepDashes(std::vector<Token>& words, double em) {
  if (words.size() > kMostCellWords) return;
  double left = words.front().flat.x0;
  for (const Token& word : words) left = std::min(left, word.flat.x0);
  for (Token& dash : words) {
    const bool is_dash = dash.word.text == "-" || dash.word.text == "–" || dash.word.text == "+";
    if (!is_dash || dash.flat.x0 > left + 0.5 * em) continue;
    const double y = dash.flat.center_y();
    const bool opens = std::any_of(words.begin(), words.end(), [&](const Token& other) {
      if (IsLower(DecodeAt(other.word.text, 0).value)) return false;
      const double gap = other.flat.x0 - dash.flat.x1;
      return gap > 0 && gap < em && other.flat.y0 < y && other.flat.y1 > y;
    });
    if (opens) dash.word.confidence = std::max(dash.word.confidence, kSureDash);
  }
}

RuledTable MakeTable(const Lattice& lattice, std::vector<Token> tokens, const Measure& measure,
                     std::vector<Word>& dropped) {
  RuledTable out;
  out.rows = lattice.rows;
  out.columns = lattice.columns;
  out.box = lattice.box;
  for (const LatticeCell& from : lattice.cells) {
    Cell& cell = out.cells.emplace_back().cell;
    cell.row = from.row;
    cell.column = from.column;
    cell.row_span = from.row_span;
    cell.column_span = from.column_span;
  }
  const Places places(lattice);
  std::vector<std::vector<Token>> words(lattice.cells.size());
  for (Token& token : tokens) {
    words[places.At(token.flat.center_x(), token.flat.center_y())].push_back(std::move(token));
  }
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].empty()) continue;
    KeepDashes(words[i], measure.em);
    Cleaned cleaned = DropNoise(MakeSegments(std::move(words[i]), measure), measure);
    dropped.insert(dropped.end(), cleaned.dropped.begin(), cleaned.dropped.end());
    for (const Row& row : MakeRows(std::move(cleaned.segments), measure)) {
      out.cells[i].lines.push_back(Joined(row));
    }
  }
  MarkHead(out);
  return out;
}

}  // namespace

RuledTables TakeRuledTables(std::vector<Token> tokens, const std::vector<Ruling>& rulings,
                            const Measure& measure) {
  RuledTables out;
  std::vector<Lattice> lattices;
  if (!rulings.empty()) lattices = FindLattices(rulings);
  // The smaller of two that lie in each other takes its words first.
  std::stable_sort(lattices.begin(), lattices.end(), [](const Lattice& a, const Lattice& b) {
    return a.box.width() * a.box.height() < b.box.width() * b.box.height();
  });
  for (const Lattice& lattice : lattices) {
    const auto inside =
        std::stable_partition(tokens.begin(), tokens.end(),
                              [&](const Token& token) { return !Holds(lattice.box, token); });
    std::vector<Token> held(inside, tokens.end());
    if (IsStamp(lattice, held)) continue;
    std::vector<Word> dropped;
    RuledTable table = MakeTable(lattice, std::move(held), measure, dropped);
    if (!IsTable(table)) continue;
    tokens.erase(inside, tokens.end());
    out.dropped.insert(out.dropped.end(), dropped.begin(), dropped.end());
    out.tables.push_back(std::move(table));
  }
  std::stable_sort(out.tables.begin(), out.tables.end(),
                   [](const auto& a, const auto& b) { return a.box.y0 < b.box.y0; });
  out.rest = std::move(tokens);
  return out;
}

bool BeginsItem(std::string_view above, std::string_view line) {
  static const RE2 dash(R"((?:[-+*•–−]|o) (.*))");
  static const RE2 numbered(R"((?:\d{1,2}[.)]|[a-zđ]\)) .*)");
  static const RE2 number_goes_on(R"((?:.*\s)?[(]?(\d+|\d+[./]\d+))");
  const re2::StringPiece text(line.data(), line.size());
  re2::StringPiece item;
  if (RE2::FullMatch(text, dash, &item)) {
    // "Từ ngày 13" / "- 15/6/2024": a range that the cell's edge breaks.
    const size_t last_line = above.rfind('\n') + 1;
    const std::string_view before = above.substr(last_line);
    const bool range =
        !item.empty() && item[0] >= '0' && item[0] <= '9' &&
        RE2::FullMatch(re2::StringPiece(before.data(), before.size()), number_goes_on);
    return !range;
  }
  const bool closed = above.ends_with(';') || above.ends_with(':') || above.ends_with('.');
  return closed && RE2::FullMatch(text, numbered);
}

}  // namespace vanthu::layout
