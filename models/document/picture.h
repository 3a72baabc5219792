// A picture as a file holds it, still packed: what an export can carry on without a loss.
#pragma once

#include <string>

namespace vanthu {

enum class PicturePacking {
  kJpeg,     // a whole JPEG
  kPngRows,  // deflated rows, each behind the number of its filter (PNG 1.2, chapter 6)
  kFax,      // CCITT Group 4
};

struct PackedPicture {
  PicturePacking packing = PicturePacking::kJpeg;
  int width = 0, height = 0;  // pixels, as stored
  int channels = 1;           // 1 grey or palette, 3 RGB, 4 CMYK
  int bits = 8;               // a channel
  std::string palette;        // three bytes a colour; empty: none
  bool inverted = false;      // CMYK: 0 is full ink; fax: black runs are white
  int orientation = 1;        // 1..8 as Exif counts: how it is to be held
  std::string bytes;
};

}  // namespace vanthu
