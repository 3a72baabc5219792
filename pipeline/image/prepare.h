// The image that is given to the OCR engine: upright, level, about 2,400 pixels high, together with
// the way back to the page as it was scanned.
#pragma once

#include "pipeline/image/mapping.h"
#include "pipeline/image/pix.h"

namespace vanthu::image {

// Height of a portrait page given to the engine (its long side, so that landscape pages keep the
// size of their letters). /shared/reading.md: 2,400 px 2.20 % CER and the fastest, 3,300 px 2.73 %.
inline constexpr int kReadingHeight = 2400;

// Smallest skew that is acted on, degrees: below it the interpolation costs more than it gives.
inline constexpr double kMinSkew = 0.7;

struct Prepared {
  Image image;              // 8 bits
  Affine to_page;           // pixels of `image` -> points of the page as scanned
  double dpi = 0;           // of `image`
  double skew_degrees = 0;  // clockwise rotation that was applied; 0: none
  int quarter_turns = 0;    // clockwise turns that were applied
};

// `grey` at `dpi` (above 0). kLimit where memory does not suffice.
Result<Prepared> Prepare(const Image& grey, double dpi, int quarter_turns);

}  // namespace vanthu::image
