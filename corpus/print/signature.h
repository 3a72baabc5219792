// An invented signature: a few loops, a tail and a flourish. It spells nothing.
#pragma once

#include <cairo.h>

#include "page.h"
#include "pen.h"
#include "rng.h"

namespace vanthu::corpus {

void PaintSignature(cairo_t* cairo, const Box& box, const Pen& pen, Rng& rng);

}  // namespace vanthu::corpus
