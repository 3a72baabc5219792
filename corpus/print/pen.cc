#include "pen.h"

#include <algorithm>

namespace vanthu::corpus {

Pen DrawPen(Rng& rng) {
  constexpr Colour kBlueBall{0.11, 0.17, 0.58}, kDarkBlue{0.07, 0.09, 0.35}, kInk{0.08, 0.08, 0.1};
  Pen pen;
  const double kind = rng.Unit();
  pen.ink = kind < 0.45 ? kBlueBall : kind < 0.7 ? kDarkBlue : kInk;
  pen.width = rng.Between(0.9, 1.6);
  pen.slant = rng.Between(0.02, 0.32);
  return pen;
}

void StrokeThrough(cairo_t* cairo, const std::vector<Point>& points, const Pen& pen) {
  if (points.empty()) return;
  SetColour(cairo, pen.ink);
  cairo_set_line_width(cairo, pen.width);
  cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
  cairo_new_path(cairo);
  cairo_move_to(cairo, points[0].x, points[0].y);
  if (points.size() == 1) cairo_line_to(cairo, points[0].x, points[0].y);
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const Point& before = points[i == 0 ? 0 : i - 1];
    const Point& from = points[i];
    const Point& to = points[i + 1];
    const Point& after = points[std::min(i + 2, points.size() - 1)];
    cairo_curve_to(cairo, from.x + (to.x - before.x) / 6, from.y + (to.y - before.y) / 6,
                   to.x - (after.x - from.x) / 6, to.y - (after.y - from.y) / 6, to.x, to.y);
  }
  cairo_stroke(cairo);
}

}  // namespace vanthu::corpus
