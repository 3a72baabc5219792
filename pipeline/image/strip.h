// A line of print cut out of a page, to be read by itself.
#pragma once

#include "models/document/geometry.h"
#include "pipeline/image/pix.h"

namespace vanthu::image {

struct Strip {
  Image image;       // 8 bits, with a rim of paper
  double scale = 1;  // pixels of the strip for each of the page
  Box region;        // of the page, without the rim

  // A place of the strip on the page.
  Box OnPage(const Box& box) const;
};

// `region` (pixels of `grey`, 8 bits; cut to the page) at `scale`. Rules under or through the print
// are painted over: `letter` is the height of a capital, pixels of the page; what is level, longer than
// three of it and thin is a rule. Empty image where the region is none or memory does not suffice.
Strip CutStrip(const Image& grey, const Box& region, double letter, double scale);

}  // namespace vanthu::image
