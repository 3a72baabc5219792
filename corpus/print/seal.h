// The round red seal of an office: two rings, the parent body's name around, the office's name and
// a star in the middle. Drawn as outlines, so that a PDF's text layer does not hold its words.
#pragma once

#include <cairo.h>

#include <string>
#include <vector>

#include "letter.h"
#include "page.h"
#include "paint.h"

namespace vanthu::corpus {

struct SealWords {
  std::string ring;
  std::vector<std::string> centre;  // one to three short lines; none: a large star
};

// Taken from the lines over the number in the letter's first head.
SealWords SealWordsOf(const Letter& letter);

// Draws the seal into the box, turned by `tilt` radians.
void PaintSeal(cairo_t* cairo, const Box& box, const SealWords& words, Colour colour, double tilt);

}  // namespace vanthu::corpus
