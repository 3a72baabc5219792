// What a pen leaves on paper: one writer's ink, width and slant, and curves through points.
#pragma once

#include <cairo.h>

#include <vector>

#include "paint.h"
#include "rng.h"

namespace vanthu::corpus {

struct Pen {
  Colour ink;
  double width = 1;   // of the stroke, in points
  double slant = 0;   // shift to the right per point of height
};

// A writer's pen: ball pen or felt tip, blue or black.
Pen DrawPen(Rng& rng);

struct Point {
  double x = 0, y = 0;
};

// A smooth curve through the points (Catmull-Rom), stroked with round ends. One point is a dot.
void StrokeThrough(cairo_t* cairo, const std::vector<Point>& points, const Pen& pen);

}  // namespace vanthu::corpus
