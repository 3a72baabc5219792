// Finding and taking out the small rotation of a sheet that was fed askew.
#pragma once

#include "pipeline/image/pix.h"

namespace vanthu::image {

struct Skew {
  double degrees = 0;     // clockwise rotation that makes the text lines level
  double confidence = 0;  // how much sharper lines and gaps alternate there than at the worst angle
};

// Between -7° and 7°; 0 degrees where no angle stands out (pictures, tables without text).
Skew MeasureSkew(const Image& grey);

inline double FindSkew(const Image& grey) { return MeasureSkew(grey).degrees; }

// Rotated clockwise about its centre; the image grows so that no corner is lost, filled with white.
Image Rotated(const Image& grey, double degrees);

// Turned clockwise by quarter_turns * 90°.
Image Turned(const Image& grey, int quarter_turns);

}  // namespace vanthu::image
