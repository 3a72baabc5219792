// The incoming stamp of the receiving office (Decree 30/2020, Annex IV: 35 x 50 mm): its name
// above, ĐẾN at the left, number, day and addressee filled in by hand at the right.
#pragma once

#include <cairo.h>

#include "letter.h"
#include "page.h"
#include "pen.h"
#include "rng.h"

namespace vanthu::corpus {

// Where the stamp lands on its page, by the place the letter asks for. `page.stamp` must be set:
// the title, the body's first lines, or the free space of the head.
Box PlaceStamp(const Page& page, StampPlace place, Rng& rng);

// Draws the stamp into the box, its frame and type in `colour`.
void PaintStamp(cairo_t* cairo, const Box& box, const Lines& lines, Colour colour, const Pen& pen,
                Rng& rng);

}  // namespace vanthu::corpus
