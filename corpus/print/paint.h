// Draws the printed matter of a page on a cairo surface whose unit is the point. What the pen and
// the rubber stamps add to it is in handwriting.h, signature.h, seal.h and stamp.h.
#pragma once

#include <cairo.h>

#include "page.h"

namespace vanthu::corpus {

struct Colour {
  double red = 0, green = 0, blue = 0;
};

inline constexpr Colour kBlack{0, 0, 0};
inline constexpr Colour kSealRed{0.82, 0.08, 0.12};

inline void SetColour(cairo_t* cairo, Colour colour, double opacity = 1) {
  cairo_set_source_rgba(cairo, colour.red, colour.green, colour.blue, opacity);
}

// Type and rules, black.
void PaintType(cairo_t* cairo, const Page& page);

// Boxed words (HỎA TỐC), turned by `tilt` radians about their middle.
void PaintBoxedWords(cairo_t* cairo, const BoxedWords& words, Colour colour, double tilt);

}  // namespace vanthu::corpus
