// Upright strokes of a printed word: what tells III from II, and a Roman I from the digit 1. What the
// word is, is not asked here.
#pragma once

#include <vector>

#include "pipeline/image/strokes.h"

namespace vanthu::image {

// A stroke as it crosses the middle of a word's height, pixels of the patch. A stem stands upright over
// the whole of it. The reaches are how far ink goes on beside a stem at its upper and lower end, at most
// halfway to the next stroke: serifs, the flag of a 1.
struct MiddleStroke {
  bool is_stem = false;
  int x0 = 0, x1 = 0;  // columns, x1 past the last
  int y0 = 0, y1 = 0;  // rows of a stem, y1 past the last
  int left_above = 0, right_above = 0, left_below = 0, right_below = 0;

  int width() const { return x1 - x0; }
  int height() const { return y1 - y0; }
};

// From left to right; `patch` holds one word. Points and commas do not reach the middle.
std::vector<MiddleStroke> MiddleStrokesOf(const InkPatch& patch);

}  // namespace vanthu::image
