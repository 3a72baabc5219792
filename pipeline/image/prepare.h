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

// A longer page is a strip: A4 has 1.41, Legal 1.65.
inline constexpr double kMaxSheetRatio = 2;

// A page of 50 dots an inch grows so much; what is smaller is no page.
inline constexpr double kMaxGrowth = 4.2;

// Of the image that is read: 15 sheets. Longer strips get smaller letters.
inline constexpr double kMaxReadPixels = 60e6;

struct Prepared {
  Image image;                      // 8 bits
  PageMap to_page;                  // pixels of `image` -> points of the page as scanned
  double dpi = 0;                   // of `image`
  double skew_degrees = 0;          // clockwise rotation that was applied; 0: none
  int quarter_turns = 0;            // clockwise turns that were applied
  double line_confidence = 0;       // Skew::confidence, of the lines as scanned
  bool lines_straightened = false;  // to_page bends them back
};

// `grey` at `dpi` (above 0). kLimit where memory does not suffice.
Result<Prepared> Prepare(const Image& grey, double dpi, int quarter_turns);

}  // namespace vanthu::image
