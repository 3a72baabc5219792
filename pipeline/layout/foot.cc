#include "pipeline/layout/foot.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>

#include "models/lexicon/sign_titles.h"
#include "pipeline/layout/anchors.h"

namespace vanthu::layout {
namespace {

// What the foot's first lines tell: where it begins and the blank between its blocks.
struct Split {
  double top = 0;     // y of its first line's upper edge
  double gutter = 0;  // x between the blocks
};

bool Wide(const Segment& s, const Measure& measure) {
  return s.box.width() > 0.6 * measure.width();
}

// Last "Nơi nhận" in the left half, else nothing.
const Segment* FindRecipients(const std::vector<Segment>& segments, const Measure& measure) {
  const Segment* found = nullptr;
  for (const Segment& s : segments) {
    if (s.box.x0 > measure.center() || !OpensRecipients(TextOf(s))) continue;
    if (found == nullptr || s.box.y0 > found->box.y0) found = &s;
  }
  return found;
}

// Two lines of capitals side by side with nothing as wide as the page under them: two signatures.
const Segment* FindSignaturePair(const std::vector<Segment>& segments, const Measure& measure) {
  double lowest_wide = 0;
  for (const Segment& s : segments) {
    if (Wide(s, measure)) lowest_wide = std::max(lowest_wide, s.box.y1);
  }
  const Segment* found = nullptr;
  for (const Segment& left : segments) {
    if (left.box.y0 < lowest_wide || left.box.x1 > measure.center() + measure.em) continue;
    if (!IsCapitals(TextOf(left))) continue;
    const bool paired = std::any_of(segments.begin(), segments.end(), [&](const Segment& right) {
      return right.box.x0 > left.box.x1 && right.box.center_x() > measure.center() &&
             VerticalOverlap(left.box, right.box) >= 0.3 * left.box.height() &&
             IsCapitals(TextOf(right));
    });
    if (paired && (found == nullptr || left.box.y0 < found->box.y0)) found = &left;
  }
  return found;
}

bool BeginsList(const Segment& s) {
  const std::string text = TextOf(s);
  return text.starts_with("- ") || text.starts_with("~ ") || text.starts_with("– ");
}

// A signer's title at the right with items of a list at the left of it or below, and nothing as wide as the
// page: "Nơi nhận" was lost. Gives the upmost item that is not far above the title.
const Segment* FindListBesideTitle(const std::vector<Segment>& segments, const Measure& measure) {
  double lowest_wide = 0;
  for (const Segment& s : segments) {
    if (Wide(s, measure)) lowest_wide = std::max(lowest_wide, s.box.y1);
  }
  const Segment* title = nullptr;
  for (const Segment& s : segments) {
    if (s.box.y0 < lowest_wide || s.box.center_x() < measure.center()) continue;
    if (title != nullptr && s.box.y0 > title->box.y0) continue;
    if (NearestSignTitle(TextOf(s))) title = &s;
  }
  if (title == nullptr) return nullptr;
  const Segment* found = nullptr;
  for (const Segment& s : segments) {
    if (s.box.x0 > measure.left + 4 * measure.em || s.box.x1 > title->box.x0 || !BeginsList(s))
      continue;
    if (s.box.y0 < title->box.y0 - 4 * measure.em) continue;
    if (found == nullptr || s.box.y0 < found->box.y0) found = &s;
  }
  return found;
}

// The x that cuts the fewest words, in the widest such blank with words at its right. Words weigh
// by their confidence: what is left of a seal must not hide the blank.
std::optional<double> FindGutter(const std::vector<Segment>& foot, const Segment& anchor,
                                 const Measure& measure) {
  struct Edge {
    double x = 0, weight = 0;
  };
  std::vector<Edge> edges;
  double last = 0;
  for (const Segment& s : foot) {
    for (const Token& token : s.tokens) {
      edges.push_back({token.flat.x0, token.word.confidence});
      edges.push_back({token.flat.x1, -token.word.confidence});
    }
    last = std::max(last, s.tokens.back().flat.x0);
  }
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.x < b.x; });
  const double from = anchor.box.x1;
  double weight = 0, best_weight = std::numeric_limits<double>::max(), best_width = 0;
  std::optional<double> best;
  for (size_t i = 0; i + 1 < edges.size(); ++i) {
    weight += edges[i].weight;
    const double x0 = std::max(from, edges[i].x), x1 = std::min(last, edges[i + 1].x);
    const double width = x1 - x0;
    if (width < 0.7 * measure.em) continue;
    const double cost = weight < 0.01 ? 0 : weight;
    if (cost < best_weight || (cost == best_weight && width > best_width)) {
      best_weight = cost;
      best_width = width;
      best = (x0 + x1) / 2;
    }
  }
  return best;
}

std::optional<Split> FindSplit(const std::vector<Segment>& segments, const Measure& measure) {
  const Segment* anchor = FindRecipients(segments, measure);
  if (anchor == nullptr) anchor = FindSignaturePair(segments, measure);
  if (anchor == nullptr) anchor = FindListBesideTitle(segments, measure);
  if (anchor == nullptr) return std::nullopt;
  Split out;
  out.top = anchor->box.y0 - 0.5 * measure.em;
  std::vector<Segment> foot;
  for (const Segment& s : segments) {
    if (s.box.center_y() > out.top && !Wide(s, measure)) foot.push_back(s);
  }
  const std::optional<double> gutter = FindGutter(foot, *anchor, measure);
  // Recipients alone, the signature on another page: all that follows is one block.
  out.gutter = gutter.value_or(measure.right);
  return out;
}

// The signer's title may begin above "Nơi nhận": lines at the right alone, close above each other.
double RaisedTop(const std::vector<Segment>& segments, const Split& split, double em) {
  double top = split.top;
  for (bool raised = true; raised;) {
    raised = false;
    const Segment* next = nullptr;
    for (const Segment& s : segments) {
      if (s.box.center_y() < top && (next == nullptr || s.box.center_y() > next->box.center_y())) {
        next = &s;
      }
    }
    if (next != nullptr && next->box.x0 > split.gutter && next->box.y1 > top - 3.5 * em) {
      const bool alone = std::none_of(segments.begin(), segments.end(), [&](const Segment& s) {
        return &s != next && s.box.x0 < split.gutter &&
               VerticalOverlap(s.box, next->box) > 0.3 * next->box.height();
      });
      if (alone) {
        top = next->box.y0 - 0.1 * em;
        raised = true;
      }
    }
  }
  return top;
}

// A page number: digits, perhaps between dashes, and nothing under it.
bool IsPageNumber(const Segment& s) {
  size_t digits = 0;
  for (const char c : TextOf(s)) {
    if (c >= '0' && c <= '9') {
      ++digits;
    } else if (c != '-' && c != ' ' && c != '/') {
      return false;
    }
  }
  return digits > 0 && digits <= 3;
}

}  // namespace

Foot TakeFoot(std::vector<Segment> segments, const Measure& measure) {
  Foot out;
  const std::optional<Split> split = FindSplit(segments, measure);
  if (!split) {
    out.before = std::move(segments);
    return out;
  }
  const double top = RaisedTop(segments, *split, measure.em);
  std::stable_sort(segments.begin(), segments.end(), [](const Segment& a, const Segment& b) {
    return a.box.center_y() < b.box.center_y();
  });
  bool ended = false;
  for (size_t i = 0; i < segments.size(); ++i) {
    Segment& s = segments[i];
    if (s.box.center_y() < top) {
      out.before.push_back(std::move(s));
      continue;
    }
    ended = ended || Wide(s, measure) || (i + 1 == segments.size() && IsPageNumber(s));
    if (ended) {
      out.below.push_back(std::move(s));
    } else {
      (s.box.center_x() < split->gutter ? out.left : out.right).push_back(std::move(s));
    }
  }
  return out;
}

}  // namespace vanthu::layout
