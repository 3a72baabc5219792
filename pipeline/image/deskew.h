// Finding and taking out the small rotation of a sheet that was fed askew.
#pragma once

#include "pipeline/image/pix.h"

namespace vanthu::image {

// Clockwise rotation in degrees that makes the text lines level; 0 where no angle stands out
// (pictures, tables without text). Looks between -7° and 7°.
double FindSkew(const Image& grey);

// Rotated clockwise about its centre; the image grows so that no corner is lost, filled with white.
Image Rotated(const Image& grey, double degrees);

// Turned clockwise by quarter_turns * 90°.
Image Turned(const Image& grey, int quarter_turns);

}  // namespace vanthu::image
