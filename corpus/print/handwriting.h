// Digits as people fill them in: every glyph is a few curves of our own, shaken, slanted and sized
// anew each time. Characters without a glyph are drawn in italic type in the pen's ink.
#pragma once

#include <cairo.h>

#include <string>

#include "pen.h"
#include "rng.h"

namespace vanthu::corpus {

struct WritingPlace {
  double left = 0;
  double baseline = 0;
  double width = 0;        // the writing is fitted into it
  double digit_height = 0; // in points, of a digit
};

void WriteByHand(cairo_t* cairo, const std::string& text, const WritingPlace& place,
                 const Pen& pen, Rng& rng);

}  // namespace vanthu::corpus
