// The cells of the tables on a page as images of their own: an engine that sees the page as a whole
// reads across the lines between columns.
#pragma once

#include <vector>

#include "pipeline/image/pix.h"
#include "pipeline/image/rules.h"

namespace vanthu::image {

struct CellImage {
  Image image;          // 8 bits, without the lines round the cell, with a margin of paper
  double x = 0, y = 0;  // of its upper left corner on the page, pixels; may be below 0
};

struct CutTables {
  std::vector<CellImage> cells;  // those with ink, table by table, row by row
  Image rest;  // the page with paper in the place of its tables; empty without any
};

// `page` (8 bits) at `dpi` with its rules; nothing is cut where they enclose no cells,
// or more than a page of text has.
CutTables CutOutTables(const Image& page, const Rules& rules, double dpi);

}  // namespace vanthu::image
