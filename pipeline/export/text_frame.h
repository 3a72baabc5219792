// How the words of a page run: which way, along which line. Boxes of words are upright on the page as it
// was scanned, the text may be turned by quarters or a degree or two askew.
#pragma once

#include <string_view>

#include "models/document/page.h"

namespace vanthu::exporting {

struct PlacePoint {
  double x = 0, y = 0;
};

// A page's places in two directions: `along` the text as it is read, `across` it from its top to its
// bottom. For a page that stands upright and level these are x and y.
struct TextFrame {
  double dx = 1, dy = 0;  // the way the text runs, of length 1, in places of the page

  double Along(PlacePoint p) const { return p.x * dx + p.y * dy; }
  double Across(PlacePoint p) const { return p.y * dx - p.x * dy; }
  PlacePoint At(double along, double across) const {
    return {along * dx - across * dy, along * dy + across * dx};
  }
  // Clockwise quarters by which the text is turned, 0..3.
  int Quarters() const;
};

// From where the words of each line stand to each other; level where there are too few to tell.
TextFrame FrameOf(const Page& page);

// A box in the frame's directions.
struct Span {
  double begin = 0, end = 0;   // along
  double top = 0, bottom = 0;  // across
};
Span SpanOf(const TextFrame& frame, const Box& box);

// Where a line of text stands across the frame.
struct LineFit {
  double top = 0, base = 0, bottom = 0;  // base: what letters without a tail stand on
};
// `line` has a box.
LineFit FitLine(const TextFrame& frame, const Line& line);

}  // namespace vanthu::exporting
