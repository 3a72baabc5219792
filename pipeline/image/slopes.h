// How steep the text lines run in the parts of a page: a photographed, curled or folded sheet has lines
// that no single rotation makes level.
#pragma once

#include <vector>

#include "pipeline/image/pix.h"

namespace vanthu::image {

// Clockwise rotation in degrees that would level the lines around a place, on an even grid over the
// image: places x = (i + 0.5) * width / columns, y = (j + 0.5) * height / rows.
struct Slopes {
  int columns = 0, rows = 0;
  std::vector<double> degrees;  // row by row

  double At(int column, int row) const {
    return degrees[static_cast<size_t>(row) * static_cast<size_t>(columns) +
                   static_cast<size_t>(column)];
  }
  // Largest slope less the smallest.
  double Spread() const;
};

// Parts without text take the slope of their neighbours. No columns where hardly any part has text.
Slopes FindSlopes(const Image& grey);

}  // namespace vanthu::image
