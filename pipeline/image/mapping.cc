#include "pipeline/image/mapping.h"

#include <cmath>
#include <numbers>
#include <utility>

namespace vanthu::image {

Affine Affine::Then(const Affine& next) const {
  return {next.a * a + next.b * d, next.a * b + next.b * e, next.a * c + next.b * f + next.c,
          next.d * a + next.e * d, next.d * b + next.e * e, next.d * c + next.e * f + next.f};
}

Affine Scaling(double x_factor, double y_factor) { return {x_factor, 0, 0, 0, y_factor, 0}; }

Affine UndoTurn(int quarter_turns, double width, double height) {
  switch (quarter_turns & 3) {
    case 1: return {0, 1, 0, -1, 0, height};
    case 2: return {-1, 0, width, 0, -1, height};
    case 3: return {0, -1, width, 1, 0, 0};
    default: return {};
  }
}

Affine UndoRotation(double degrees, double width, double height, double new_width,
                    double new_height) {
  const double angle = degrees * std::numbers::pi / 180;
  const double cosine = std::cos(angle), sine = std::sin(angle);
  const double x = new_width / 2, y = new_height / 2;
  return {cosine, sine,   width / 2 - cosine * x - sine * y,
          -sine,  cosine, height / 2 + sine * x - cosine * y};
}

Box MapBox(const Affine& map, const Box& box) {
  const Point center = map.Apply({box.center_x(), box.center_y()});
  const double scale = std::sqrt(std::abs(map.a * map.e - map.b * map.d));
  double half_width = box.width() * scale / 2, half_height = box.height() * scale / 2;
  if (std::abs(map.b) > std::abs(map.a)) std::swap(half_width, half_height);
  return {center.x - half_width, center.y - half_height, center.x + half_width,
          center.y + half_height};
}

Box MapBox(const PageMap& map, const Box& box) {
  const double lower = map.shift.At(box.center_x(), box.center_y());
  return MapBox(map.affine, Box{box.x0, box.y0 + lower, box.x1, box.y1 + lower});
}

}  // namespace vanthu::image
