#include "pipeline/layout/head.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "pipeline/layout/anchors.h"

namespace vanthu::layout {
namespace {

// The two blocks of a head, as far as its first lines tell.
struct Split {
  double top = 0;           // y above which nothing belongs to the head
  double anchor_top = 0;    // edges of the line that was recognised
  double anchor_bottom = 0;
  double gutter = 0;        // x between the blocks
  double left = 0;          // centre of the left block
  double right = 0;         // centre of the right block
};

enum class Side { kLeft, kRight, kEnd };

bool Beside(const Segment& a, const Segment& b) {
  return VerticalOverlap(a.box, b.box) >= 0.3 * std::min(a.box.height(), b.box.height());
}

// Segments in which the issuer and the motto are glued together come apart.
std::vector<Segment> UnglueMottos(std::vector<Segment> segments) {
  std::vector<Segment> out;
  for (Segment& segment : segments) {
    const std::optional<size_t> start = MottoStart(segment);
    if (start && *start > 0) {
      SplitSegment split = SplitBefore(segment, *start);
      out.push_back(std::move(split.before));
      out.push_back(std::move(split.after));
    } else {
      out.push_back(std::move(segment));
    }
  }
  return out;
}

// The motto's line at the right of the page, else the right one of two lines of capitals side by
// side in the upper third. A motto in the middle stands over a single column (biên bản, đơn).
const Segment* FindAnchor(const std::vector<Segment>& segments, const Measure& measure) {
  const Segment* anchor = nullptr;
  double top = std::numeric_limits<double>::max(), bottom = 0;
  for (const Segment& segment : segments) {
    top = std::min(top, segment.box.y0);
    bottom = std::max(bottom, segment.box.y1);
    if (!IsMotto(TextOf(segment))) continue;
    if (anchor == nullptr || segment.box.y0 < anchor->box.y0) anchor = &segment;
  }
  const double aside = measure.center() + 0.06 * measure.width();
  if (anchor != nullptr) return anchor->box.center_x() > aside ? anchor : nullptr;
  for (const Segment& right : segments) {
    if (right.box.y0 > top + 0.3 * (bottom - top) || right.box.center_x() < aside) continue;
    if (!IsCapitals(TextOf(right))) continue;
    const bool paired = std::any_of(segments.begin(), segments.end(), [&](const Segment& left) {
      return left.box.x1 < right.box.x0 && left.box.center_x() < measure.center() &&
             Beside(left, right) && IsCapitals(TextOf(left));
    });
    if (paired && (anchor == nullptr || right.box.y0 < anchor->box.y0)) anchor = &right;
  }
  return anchor;
}

// The left block's first lines stand level with the anchor, two lines up to four down.
std::optional<Split> FindSplit(const std::vector<Segment>& segments, const Measure& measure) {
  const Segment* anchor = FindAnchor(segments, measure);
  if (anchor == nullptr) return std::nullopt;
  const double em = measure.em;
  double edge = 0, sum = 0;
  int lines = 0;
  for (const Segment& s : segments) {
    const double y = s.box.center_y();
    if (y < anchor->box.y0 - 2.5 * em || y > anchor->box.y1 + 4 * em) continue;
    if (s.box.x1 > anchor->box.x0 + 1.5 * em || s.box.center_x() > measure.center()) continue;
    edge = std::max(edge, s.box.x1);
    sum += s.box.center_x();
    ++lines;
  }
  if (lines == 0) return std::nullopt;
  Split out;
  out.top = anchor->box.y0 - 2.5 * em;
  out.anchor_top = anchor->box.y0;
  out.anchor_bottom = anchor->box.y1;
  out.gutter = edge < anchor->box.x0 ? (edge + anchor->box.x0) / 2 : anchor->box.x0;
  out.left = sum / lines;
  out.right = anchor->box.center_x();
  return out;
}

Side SideOf(const Segment& s, const Split& split, const Measure& measure) {
  const double em = measure.em, x = s.box.center_x();
  if (OpensAddressees(TextOf(s))) return Side::kEnd;
  if (s.box.x0 < split.gutter - 2 * em && s.box.x1 > split.gutter + 2 * em) {
    // Wide lines of a block reach over the gutter: long names of places, subjects.
    const double to_page = std::abs(x - measure.center());
    if (s.box.x1 < split.right && std::abs(x - split.left) < to_page) return Side::kLeft;
    if (s.box.x0 > split.left && std::abs(x - split.right) < to_page) return Side::kRight;
    return Side::kEnd;
  }
  if (x < split.gutter) return Side::kLeft;
  // A short title lies within the right block but is centred on the page.
  const bool below = s.box.y0 > split.anchor_bottom + 1.5 * em;
  if (below && std::abs(x - measure.center()) < 0.6 * std::abs(x - split.right)) return Side::kEnd;
  return Side::kRight;
}

// Over the motto stand marks of circulation and the text of electronic signatures; of the head only
// the issuer's first line, in capitals, when its block is higher.
bool IsAbove(const Segment& s, const Split& split) {
  const double y = s.box.center_y();
  if (y >= split.anchor_top) return false;
  const std::string text = TextOf(s);
  const bool issuer = s.box.center_x() < split.gutter && IsCapitals(text);
  return y < split.top || !(issuer || IsMotto(text));
}

// A line of each block that came out as one segment: cut at its widest blank, if that lies near the
// gutter and leaves two parts each centred in its block.
std::optional<SplitSegment> CutAtGutter(const Segment& s, const Split& split, double em) {
  if (s.box.x0 > split.gutter - 2 * em || s.box.x1 < split.gutter + 2 * em) return std::nullopt;
  size_t at = 0;
  double widest = 0;
  for (size_t i = 1; i < s.tokens.size(); ++i) {
    const double gap = s.tokens[i].flat.x0 - s.tokens[i - 1].flat.x1;
    if (gap > widest) {
      widest = gap;
      at = i;
    }
  }
  if (widest < 0.6 * em) return std::nullopt;
  SplitSegment parts = SplitBefore(s, at);
  const double blank = (parts.before.box.x1 + parts.after.box.x0) / 2;
  const bool fits = std::abs(blank - split.gutter) < 4 * em &&
                    std::abs(parts.before.box.center_x() - split.left) < 3 * em &&
                    std::abs(parts.after.box.center_x() - split.right) < 3 * em;
  if (!fits) return std::nullopt;
  return parts;
}

}  // namespace

Head TakeHead(std::vector<Segment> segments, const Measure& measure) {
  Head out;
  segments = UnglueMottos(std::move(segments));
  const std::optional<Split> split = FindSplit(segments, measure);
  if (!split) {
    out.rest = std::move(segments);
    return out;
  }
  std::vector<Segment> cut;
  for (Segment& s : segments) {
    std::optional<SplitSegment> parts;
    if (s.box.center_y() > split->top && s.box.y0 < split->anchor_bottom + 8 * measure.em) {
      parts = CutAtGutter(s, *split, measure.em);
    }
    if (parts) {
      cut.push_back(std::move(parts->before));
      cut.push_back(std::move(parts->after));
    } else {
      cut.push_back(std::move(s));
    }
  }
  std::stable_sort(cut.begin(), cut.end(), [](const Segment& a, const Segment& b) {
    return a.box.center_y() < b.box.center_y();
  });
  double end = std::numeric_limits<double>::max();
  for (Segment& s : cut) {
    const double y = s.box.center_y();
    if (IsAbove(s, *split)) {
      out.above.push_back(std::move(s));
      continue;
    }
    const Side side = y < end ? SideOf(s, *split, measure) : Side::kEnd;
    if (side == Side::kEnd) {
      end = std::min(end, y);
      out.rest.push_back(std::move(s));
    } else {
      (side == Side::kLeft ? out.left : out.right).push_back(std::move(s));
    }
  }
  return out;
}

}  // namespace vanthu::layout
