// What a JPEG says about how it is to be held: the Exif block (CIPA DC-008), tags 0x0112, 0x011A,
// 0x0128.
#pragma once

#include <string_view>

namespace vanthu::intake {

struct Exif {
  int orientation = 1;  // 1..8; 1: as stored
  double dpi = 0;       // 0: not said
};

// From the first bytes of a JPEG (64 KB are enough). Broken blocks give the defaults.
Exif ReadExif(std::string_view jpeg);

}  // namespace vanthu::intake
