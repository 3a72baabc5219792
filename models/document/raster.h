// Pixels of one page, between the gate that decoded or rendered them and the image stages.
#pragma once

#include <cstdint>
#include <vector>

namespace vanthu {

struct Raster {
  int width = 0, height = 0;    // pixels
  int channels = 1;             // 1 grey, 3 RGB
  double dpi = 0;               // 0: the file does not say, or what it says cannot be
  std::vector<uint8_t> pixels;  // row by row from the top, width * channels bytes a row
};

}  // namespace vanthu
