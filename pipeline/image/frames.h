// Frames that are stamped on a page: a rectangle of drawn lines, seldom quite level, worn, cut off at the
// page's edge, with lines inside or without. What stands in it is not asked here.
#pragma once

#include <vector>

#include "models/document/geometry.h"
#include "pipeline/image/mapping.h"
#include "pipeline/image/pix.h"

namespace vanthu::image {

struct StampFrame {
  Point middle;                  // pixels
  double width = 0, height = 0;  // pixels, between the middles of its lines
  double slope = 0;              // down over right of its upper and lower line
  double drawn = 0;              // 0..1, share of its outline that there is ink of

  // The point that lies at (x, y) of the frame when it is turned level, from its upper left corner.
  Point At(double x, double y) const;
  // The smallest upright box that holds the frame grown by `by` on all sides.
  Box Bounds(double by = 0) const;
};

// Frames as large as stamps are: a word in a box (from 12 by 4 mm) or the receiving stamp (up to 80 by 60
// mm), at most 4° askew. `ink` is 1 bit a pixel at `dpi`. Cells of tables are left out, as their lines go
// on. The largest first; one that lies in another may follow it.
std::vector<StampFrame> FindFrames(const Image& ink, double dpi);

// Dark ink of a page (8 bits), 1 bit a pixel.
Image DarkInk(const Image& grey);

// Ink that belongs to level or upright lines of `run` points and more, at up to 4°, 1 bit a pixel.
Image LineInk(const Image& ink, double dpi, double run);

}  // namespace vanthu::image
