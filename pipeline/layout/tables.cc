#include "pipeline/layout/tables.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "pipeline/layout/rows.h"

namespace vanthu::layout {
namespace {

// Narrowest blank between two columns over all rows of a table, em. 09 has 0.85; blanks between
// words are 0.3, in justified lines up to 0.8 but not under each other.
constexpr double kMinGutter = 0.65;
// A row with this many separate parts looks like a table's.
constexpr size_t kSeedParts = 3;

struct Interval {
  double x0 = 0, x1 = 0;
};

// The words of a row, left to right.
std::vector<Interval> WordSpans(const Row& row) {
  std::vector<Interval> spans;
  for (const Segment& s : row.segments) {
    for (const Token& token : s.tokens) spans.push_back({token.flat.x0, token.flat.x1});
  }
  std::sort(spans.begin(), spans.end(),
            [](const Interval& a, const Interval& b) { return a.x0 < b.x0; });
  return spans;
}

// What a row leaves of the blanks.
std::vector<Interval> Narrowed(const std::vector<Interval>& blanks, const Row& row, double em) {
  std::vector<Interval> out;
  for (const Interval& blank : blanks) {
    Interval rest = blank;
    bool cut = false;
    std::vector<Interval> parts;
    // Words, not segments: two cells may stand so close that a segment runs through both.
    for (const Interval& word : WordSpans(row)) {
      if (word.x1 <= rest.x0 || word.x0 >= rest.x1) continue;
      if (word.x0 - rest.x0 >= kMinGutter * em) parts.push_back({rest.x0, word.x0});
      rest.x0 = std::max(rest.x0, word.x1);
      cut = true;
    }
    if (!cut || rest.x1 - rest.x0 >= kMinGutter * em) parts.push_back(rest);
    // One blank stays one blank: a short word in a wide column does not make two columns.
    const auto widest =
        std::max_element(parts.begin(), parts.end(), [](const Interval& a, const Interval& b) {
          return a.x1 - a.x0 < b.x1 - b.x0;
        });
    if (widest != parts.end()) out.push_back(*widest);
  }
  return out;
}

std::vector<Interval> Blanks(const Row& row) {
  std::vector<Interval> out;
  for (size_t i = 1; i < row.segments.size(); ++i) {
    out.push_back({row.segments[i - 1].box.x1, row.segments[i].box.x0});
  }
  return out;
}

struct Region {
  size_t begin = 0, end = 0;  // rows
  std::vector<Interval> blanks;
};

bool Far(const Row& above, const Row& below, double em) {
  return below.box.y0 - above.box.y1 > 2.5 * em;
}

// The rows from `seed` on, and before it, that keep at least two blanks of its.
Region Grow(const std::vector<Row>& rows, size_t seed, size_t lowest, double em) {
  Region out{seed, seed + 1, Blanks(rows[seed])};
  const auto accepts = [&](size_t i) {
    std::vector<Interval> blanks = Narrowed(out.blanks, rows[i], em);
    // A row with more parts than columns so far would be glued by them: not this table's.
    if (blanks.size() + 1 < kSeedParts || blanks.size() < out.blanks.size()) return false;
    out.blanks = std::move(blanks);
    return true;
  };
  while (out.end < rows.size() && !Far(rows[out.end - 1], rows[out.end], em) &&
         accepts(out.end)) {
    ++out.end;
  }
  while (out.begin > lowest && rows[out.begin - 1].segments.size() >= 2 &&
         !Far(rows[out.begin - 1], rows[out.begin], em) && accepts(out.begin - 1)) {
    --out.begin;
  }
  // A heading or a short line under the table fits between its blanks as well: lines that stand
  // alone belong to it only close under a line of the same cell.
  while (out.end > out.begin + 1) {
    const Row& last = rows[out.end - 1];
    if (last.segments.size() > 1) break;
    const bool first_column = last.segments.front().box.x0 < out.blanks.front().x0;
    const double gap = last.box.y0 - rows[out.end - 2].box.y1;
    if (!first_column && gap < 0.6 * em) break;
    --out.end;
  }
  return out;
}

bool IsTable(const std::vector<Row>& rows, const Region& region) {
  size_t seeds = 0, shared = 0;
  for (size_t i = region.begin; i < region.end; ++i) {
    if (rows[i].segments.size() >= kSeedParts) ++seeds;
    if (rows[i].segments.size() >= 2) ++shared;
  }
  return seeds >= 2 && shared >= 3;
}

// Whether more rows are divided within the blank by a border or a wide blank than run through it as
// one text, and two at least.
bool Divides(const std::vector<Row>& rows, const Region& region, const Interval& blank) {
  int divided = 0, through = 0;
  for (size_t i = region.begin; i < region.end; ++i) {
    const std::vector<Segment>& parts = rows[i].segments;
    for (size_t j = 0; j < parts.size(); ++j) {
      if (parts[j].box.x0 < blank.x0 && parts[j].box.x1 > blank.x1) ++through;
      if (j > 0 && parts[j - 1].box.x1 < blank.x1 && parts[j].box.x0 > blank.x0) ++divided;
    }
  }
  return divided >= 2 && divided > through;
}

// The blanks that no word of the region's rows stands in and that divide it: dates and sums of one
// width have the blanks between their words under each other as well.
std::vector<Interval> SharedBlanks(const std::vector<Row>& rows, const Region& region, double em) {
  std::vector<Interval> words;
  for (size_t i = region.begin; i < region.end; ++i) {
    const std::vector<Interval> spans = WordSpans(rows[i]);
    words.insert(words.end(), spans.begin(), spans.end());
  }
  std::sort(words.begin(), words.end(),
            [](const Interval& a, const Interval& b) { return a.x0 < b.x0; });
  std::vector<Interval> out;
  double reach = words.front().x1;
  for (const Interval& word : words) {
    const Interval blank{reach, word.x0};
    if (blank.x1 - blank.x0 >= 0.3 * em && Divides(rows, region, blank)) out.push_back(blank);
    reach = std::max(reach, word.x1);
  }
  return out;
}

// The parts of a row by column: column i stands at the left of blank i.
std::vector<Segment> ByColumn(const Row& row, const std::vector<Interval>& blanks) {
  std::vector<Segment> out(blanks.size() + 1);
  for (const Segment& s : row.segments) {
    for (const Token& token : s.tokens) {
      size_t column = 0;
      while (column < blanks.size() && token.flat.center_x() > blanks[column].x0) ++column;
      out[column].tokens.push_back(token);
    }
  }
  for (Segment& s : out) {
    if (!s.tokens.empty()) s.box = BoundsOf(s.tokens);
  }
  return out;
}

using Columns = std::vector<std::vector<Segment>>;

// y of the upper edges of the table's rows but the first. Rows are told by the first column (STT):
// each of its entries begins one, and between two entries the widest blank over all columns
// divides.
std::vector<double> RowEdges(const Columns& columns, double em) {
  // An empty or nearly empty first column says nothing: the fullest one does.
  const std::vector<Segment>* leading = &columns.front();
  if (leading->size() < 2) {
    leading = &*std::max_element(columns.begin(), columns.end(), [](const auto& a, const auto& b) {
      return a.size() < b.size();
    });
  }
  std::vector<Interval> covered;
  for (const auto& column : columns) {
    for (const Segment& s : column) covered.push_back({s.box.y0, s.box.y1});
  }
  std::sort(covered.begin(), covered.end(),
            [](const Interval& a, const Interval& b) { return a.x0 < b.x0; });
  std::vector<double> edges;
  for (size_t i = 1; i < leading->size(); ++i) {
    const Box& above = (*leading)[i - 1].box;
    const Box& below = (*leading)[i].box;
    if (below.y0 - above.y1 < 0.3 * em) continue;  // two lines of one entry
    const double from = above.center_y(), to = below.center_y();
    double reach = from, best = (above.y1 + below.y0) / 2, widest = 0;
    for (const Interval& ink : covered) {
      if (ink.x1 <= from) continue;
      if (ink.x0 >= to) break;
      if (ink.x0 - reach > widest) {
        widest = ink.x0 - reach;
        best = (ink.x0 + reach) / 2;
      }
      reach = std::max(reach, ink.x1);
    }
    edges.push_back(best);
  }
  return edges;
}

Stretch MakeTable(const std::vector<Row>& rows, const Region& region, const Measure& measure) {
  std::vector<Interval> blanks = SharedBlanks(rows, region, measure.em);
  if (blanks.size() < region.blanks.size()) blanks = region.blanks;
  Columns columns(blanks.size() + 1);
  for (size_t i = region.begin; i < region.end; ++i) {
    std::vector<Segment> parts = ByColumn(rows[i], blanks);
    for (size_t column = 0; column < parts.size(); ++column) {
      if (!parts[column].tokens.empty()) columns[column].push_back(std::move(parts[column]));
    }
  }
  const std::vector<double> edges = RowEdges(columns, measure.em);
  Stretch out;
  out.row_count = static_cast<int>(edges.size()) + 1;
  out.column_count = static_cast<int>(columns.size());
  for (int row = 0; row < out.row_count; ++row) {
    for (int column = 0; column < out.column_count; ++column) {
      std::vector<Segment> cell;
      for (const Segment& s : columns[static_cast<size_t>(column)]) {
        const auto below = std::upper_bound(edges.begin(), edges.end(), s.box.center_y());
        if (below - edges.begin() == row) cell.push_back(s);
      }
      if (cell.empty()) continue;
      TableCell& made = out.cells.emplace_back();
      made.row = row;
      made.column = column;
      for (const Row& line : MakeRows(std::move(cell), measure)) {
        made.lines.push_back(Joined(line));
      }
    }
  }
  return out;
}

}  // namespace

std::vector<Stretch> FindTables(std::vector<Row> rows, const Measure& measure) {
  std::vector<Stretch> out;
  const auto add_text = [&](size_t begin, size_t end) {
    if (begin == end) return;
    Stretch& text = out.emplace_back();
    for (size_t i = begin; i < end; ++i) text.rows.push_back(std::move(rows[i]));
  };
  size_t done = 0;
  for (size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].segments.size() < kSeedParts) continue;
    const Region region = Grow(rows, i, done, measure.em);
    if (!IsTable(rows, region)) continue;
    add_text(done, region.begin);
    out.push_back(MakeTable(rows, region, measure));
    done = region.end;
    i = region.end - 1;
  }
  add_text(done, rows.size());
  return out;
}

}  // namespace vanthu::layout
