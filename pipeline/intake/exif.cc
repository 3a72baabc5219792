#include "pipeline/intake/exif.h"

#include <cstdint>

#include "pipeline/intake/bytes.h"

namespace vanthu::intake {
namespace {

using namespace std::string_view_literals;

// The TIFF structure inside the first Exif segment; empty where there is none.
std::string_view ExifBlock(std::string_view jpeg) {
  size_t at = 2;
  while (at + 4 <= jpeg.size() && jpeg[at] == '\xFF') {
    const auto marker = static_cast<unsigned char>(jpeg[at + 1]);
    const size_t length = Big16(jpeg, at + 2);
    if (marker == 0xDA || length < 2) break;  // the picture itself begins
    const std::string_view segment = jpeg.substr(at + 4, length - 2);
    if (marker == 0xE1 && segment.starts_with("Exif\0\0"sv)) return segment.substr(6);
    at += 2 + length;
  }
  return {};
}

}  // namespace

Exif ReadExif(std::string_view jpeg) {
  Exif exif;
  const std::string_view tiff = ExifBlock(jpeg);
  const bool little = tiff.starts_with("II");
  if (tiff.size() < 8) return exif;
  const auto number16 = [&](size_t at) { return little ? Little16(tiff, at) : Big16(tiff, at); };
  const auto number32 = [&](size_t at) { return little ? Little32(tiff, at) : Big32(tiff, at); };

  const size_t directory = number32(4);
  const uint32_t entries = number16(directory);
  double resolution = 0;
  uint32_t unit = 2;  // inches
  for (uint32_t i = 0; i < entries; ++i) {
    const size_t entry = directory + 2 + size_t{i} * 12;
    if (entry + 12 > tiff.size()) break;
    const uint32_t value = number16(entry + 8);
    if (number16(entry) == 0x0112 && value >= 1 && value <= 8)
      exif.orientation = static_cast<int>(value);
    if (number16(entry) == 0x0128) unit = value;
    if (number16(entry) == 0x011A) {
      const size_t place = number32(entry + 8);
      const uint32_t divisor = number32(place + 4);
      if (divisor > 0) resolution = static_cast<double>(number32(place)) / divisor;
    }
  }
  exif.dpi = unit == 3 ? resolution * 2.54 : unit == 2 ? resolution : 0;
  return exif;
}

}  // namespace vanthu::intake
