// Ink that is thin in one direction: lines, and the strokes of letters, but not shaded cells and rims.
#pragma once

#include "pipeline/image/pix.h"

namespace vanthu::image {

enum class Across { kLevel, kUpright };  // the direction in which lines run

// 1 bit, set where a pixel of `grey` (8 bits) is darker by `contrast` than both of its sides within `reach`
// pixels (odd): above and below for level lines, left and right for upright ones. That is what closing by a
// line of that length adds; done byte by byte in long loops it takes a fifth of Leptonica's time.
// Empty where memory does not suffice.
Image ThinInk(const Image& grey, Across lines, int reach, int contrast);

}  // namespace vanthu::image
