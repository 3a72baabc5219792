// Boxes on a page. Unit: points (1/72 inch), origin at the top left corner, y downward.
#pragma once

#include <algorithm>

namespace vanthu {

struct Box {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // x0 <= x1, y0 <= y1

  double width() const { return x1 - x0; }
  double height() const { return y1 - y0; }
  double center_x() const { return (x0 + x1) / 2; }
  double center_y() const { return (y0 + y1) / 2; }
  bool operator==(const Box&) const = default;
};

// A straight line that is drawn on a page, from one end to the other; nearly level or nearly upright.
struct Ruling {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  bool operator==(const Ruling&) const = default;
};

// The smallest box that holds both.
inline Box Union(const Box& a, const Box& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

// Length of the common part of two vertical spans, 0 where they do not meet.
inline double VerticalOverlap(const Box& a, const Box& b) {
  return std::max(0.0, std::min(a.y1, b.y1) - std::max(a.y0, b.y0));
}

inline double HorizontalOverlap(const Box& a, const Box& b) {
  return std::max(0.0, std::min(a.x1, b.x1) - std::max(a.x0, b.x0));
}

}  // namespace vanthu
