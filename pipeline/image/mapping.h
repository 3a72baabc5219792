// From the pixels of a treated image back to the points of the page as it was scanned.
#pragma once

#include "models/document/geometry.h"
#include "pipeline/image/shift.h"

namespace vanthu::image {

struct Point {
  double x = 0, y = 0;
};

// x' = a x + b y + c, y' = d x + e y + f: turns, rotations and scales, one after the other.
struct Affine {
  double a = 1, b = 0, c = 0;
  double d = 0, e = 1, f = 0;

  Point Apply(Point p) const { return {a * p.x + b * p.y + c, d * p.x + e * p.y + f}; }
  // First `this`, then `next`.
  Affine Then(const Affine& next) const;
};

Affine Scaling(double x_factor, double y_factor);

// Undoes a clockwise turn by `quarter_turns` * 90° of an image that was width x height before it.
Affine UndoTurn(int quarter_turns, double width, double height);

// Undoes a clockwise rotation by `degrees` about the centre of an image that was width x height
// before and new_width x new_height after.
Affine UndoRotation(double degrees, double width, double height, double new_width,
                    double new_height);

// The centre is mapped and the size scaled: a word's box does not grow by a small rotation as the
// box around its four mapped corners would.
Box MapBox(const Affine& map, const Box& box);

// From a treated image to the page: the lines' bends are put back first, then all else.
struct PageMap {
  PageMap() = default;
  PageMap(const Affine& all) : affine(all) {}  // NOLINT: most pages have no bend

  Shift shift;
  Affine affine;

  Point Apply(Point p) const { return affine.Apply({p.x, p.y + shift.At(p.x, p.y)}); }
};

// As above; the box keeps its size where its line bends.
Box MapBox(const PageMap& map, const Box& box);

}  // namespace vanthu::image
