#include "pipeline/layout/rows.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <map>
#include <utility>

namespace vanthu::layout {
namespace {

// Widest blank inside a segment, em. Justified lines of the scans in /shared go up to 0.85, to 1.0
// with two blanks typed; the narrowest space between the two blocks of a head is 1.37 (06). Higher:
// heads are glued.
constexpr double kMaxBlank = 1.0;

// Words may overlap a little: italic letters lean over, boxes of the engine are generous.
constexpr double kMaxOverlap = 0.6;

// Words taller than this many em are scribbles or the engine's slips; their centre alone counts.
constexpr double kTall = 1.8;

bool SameHeight(const Box& a, const Box& b, double em) {
  const double lower = std::min(a.height(), b.height());
  if (std::max(a.height(), b.height()) > kTall * em) {
    return std::abs(a.center_y() - b.center_y()) < 0.5 * em;
  }
  return VerticalOverlap(a, b) >= 0.5 * lower;
}

// The engine had them in one line and they are not far off: its boxes are sometimes a letter high.
bool SameEngineLine(const Token& a, const Token& b, double em) {
  return a.word.block == b.word.block && a.word.confidence < 1 &&
         std::abs(a.flat.center_y() - b.flat.center_y()) < 0.9 * em;
}

// The last word of a segment that has a letter's height: commas and hyphens tell little.
const Box& Band(const Segment& segment, double em) {
  for (size_t i = segment.tokens.size(); i-- > 0;) {
    const Box& box = segment.tokens[i].flat;
    if (box.height() >= 0.5 * em && box.height() <= kTall * em) return box;
  }
  return segment.tokens.back().flat;
}

}  // namespace

std::vector<Segment> MakeSegments(std::vector<Token> tokens, const Measure& measure) {
  const double em = measure.em;
  std::stable_sort(tokens.begin(), tokens.end(),
                   [](const Token& a, const Token& b) { return a.flat.x0 < b.flat.x0; });
  std::vector<Segment> segments;
  // Segments by the band of 2 em that their last word's centre lies in: neighbours are found in the
  // same band or the next, so that a page of 50,000 words is not quadratic.
  std::map<long, std::vector<size_t>> bands;
  const auto band_of = [em](const Box& box) { return std::lround(box.center_y() / (2 * em)); };
  for (Token& token : tokens) {
    size_t best = segments.size();
    double nearest = std::numeric_limits<double>::max();
    const long band = band_of(token.flat);
    for (long near = band - 1; near <= band + 1; ++near) {
      const auto found = bands.find(near);
      if (found == bands.end()) continue;
      for (const size_t i : found->second) {
        const double gap = token.flat.x0 - segments[i].box.x1;
        if (gap > kMaxBlank * em || gap < -kMaxOverlap * em) continue;
        if (!SameHeight(token.flat, Band(segments[i], em), em) &&
            !SameEngineLine(token, segments[i].tokens.back(), em)) {
          continue;
        }
        const double distance =
            std::abs(gap) + std::abs(token.flat.center_y() - segments[i].box.center_y());
        if (distance < nearest) {
          nearest = distance;
          best = i;
        }
      }
    }
    if (best == segments.size()) {
      segments.push_back({{}, token.flat});
    } else {
      std::erase(bands[band_of(Band(segments[best], em))], best);
      segments[best].box = Union(segments[best].box, token.flat);
    }
    segments[best].tokens.push_back(std::move(token));
    bands[band_of(Band(segments[best], em))].push_back(best);
  }
  return segments;
}

std::vector<Row> MakeRows(std::vector<Segment> segments, const Measure& measure) {
  std::stable_sort(segments.begin(), segments.end(), [](const Segment& a, const Segment& b) {
    return a.box.center_y() < b.box.center_y();
  });
  std::vector<Row> rows;
  for (Segment& segment : segments) {
    Row* home = nullptr;
    // Rows before the last three cannot reach down here.
    for (size_t back = 1; back <= 3 && back <= rows.size() && home == nullptr; ++back) {
      Row& row = rows[rows.size() - back];
      const bool fits = std::all_of(
          row.segments.begin(), row.segments.end(), [&](const Segment& other) {
            return SameHeight(other.box, segment.box, measure.em) &&
                   HorizontalOverlap(other.box, segment.box) < kMaxOverlap * measure.em;
          });
      if (fits) home = &row;
    }
    if (home == nullptr) {
      Row& row = rows.emplace_back();
      row.box = segment.box;
      row.segments.push_back(std::move(segment));
      continue;
    }
    home->box = Union(home->box, segment.box);
    home->segments.push_back(std::move(segment));
  }
  for (Row& row : rows) {
    std::sort(row.segments.begin(), row.segments.end(),
              [](const Segment& a, const Segment& b) { return a.box.x0 < b.box.x0; });
  }
  return rows;
}

Segment Joined(const Row& row) {
  Segment out = row.segments.front();
  for (size_t i = 1; i < row.segments.size(); ++i) {
    const Segment& next = row.segments[i];
    out.tokens.insert(out.tokens.end(), next.tokens.begin(), next.tokens.end());
    out.box = Union(out.box, next.box);
  }
  return out;
}

}  // namespace vanthu::layout
