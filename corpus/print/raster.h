// A page as pixels: red, green, blue, one byte each. Plain data that the ageing works on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace vanthu::corpus {

struct Raster {
  int width = 0, height = 0;
  std::vector<std::uint8_t> bytes;  // 3 * width * height, rows from the top

  std::uint8_t* Row(int y) { return bytes.data() + Offset(y); }
  const std::uint8_t* Row(int y) const { return bytes.data() + Offset(y); }

 private:
  std::size_t Offset(int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) * 3;
  }
};

inline std::uint8_t ToByte(double value) {
  return static_cast<std::uint8_t>(value < 0 ? 0 : value > 255 ? 255 : value + 0.5);
}

}  // namespace vanthu::corpus
