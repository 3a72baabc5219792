// How many pixels of a scan make an inch, where the file is silent or lies (72 dpi in files of scan
// programs, Exif blocks of cameras).
#pragma once

#include "pipeline/image/pix.h"

namespace vanthu::image {

struct Resolution {
  double dpi = 0;
  bool stated = false;  // the file's own value was plausible and taken
};

// Takes the stated value if the page then has the size of a sheet of paper; else the long side is
// that of A4 if the proportions are; else the letters are those of 13 point type.
Resolution EstimateResolution(const Image& grey, double stated_dpi);

}  // namespace vanthu::image
