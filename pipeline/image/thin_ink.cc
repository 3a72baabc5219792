#include "pipeline/image/thin_ink.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace vanthu::image {
namespace {

using Bytes = std::vector<uint8_t>;

// Row by row from the left, `rim` bytes of 0 at either end of a row, `head` rows of 0 above and below.
Bytes Padded(const Image& grey, size_t rim, size_t head) {
  const auto width = static_cast<size_t>(grey.width()), height = static_cast<size_t>(grey.height());
  const size_t row = width + 2 * rim;
  Bytes out(row * (height + 2 * head), 0);
  const l_uint32* line = pixGetData(grey.get());
  for (size_t y = 0; y < height; ++y, line += pixGetWpl(grey.get())) {
    uint8_t* to = out.data() + (y + head) * row + rim;
    for (size_t x = 0; x < width; ++x)  // the first pixel is in a word's highest byte
      to[x] = static_cast<uint8_t>(line[x / 4] >> (8 * (3 - x % 4)));
  }
  return out;
}

// The extreme of each byte and the `window` - 1 that follow it, `stride` bytes apart.
template <typename Of>
Bytes Extremes(Bytes bytes, size_t stride, size_t window, Of of) {
  Bytes next(bytes.size(), 0);
  for (size_t have = 1; have < window;) {
    const size_t step = std::min(have, window - have);
    const size_t away = std::min(step * stride, bytes.size());
    const size_t count = bytes.size() - away;
    const uint8_t* from = bytes.data();
    const uint8_t* other = from + away;
    uint8_t* to = next.data();
    for (size_t i = 0; i < count; ++i) to[i] = of(from[i], other[i]);
    std::swap(bytes, next);
    have += step;
  }
  return bytes;
}

}  // namespace

Image ThinInk(const Image& grey, Across lines, int reach, int contrast) {
  const auto window = static_cast<size_t>(std::max(1, reach));
  const size_t rim = window - 1;  // twice the way from a window's middle to its end
  const bool level = lines == Across::kLevel;
  const Bytes bytes = Padded(grey, level ? 0 : rim, level ? rim : 0);
  const auto width = static_cast<size_t>(grey.width()), height = static_cast<size_t>(grey.height());
  const size_t row = width + (level ? 0 : 2 * rim);
  const size_t stride = level ? row : 1;
  Bytes closed =
      Extremes(bytes, stride, window, [](uint8_t a, uint8_t b) { return std::max(a, b); });
  closed = Extremes(std::move(closed), stride, window,
                    [](uint8_t a, uint8_t b) { return std::min(a, b); });

  Image ink(pixCreate(grey.width(), grey.height(), 1));
  if (ink.empty()) return ink;
  l_uint32* line = pixGetData(ink.get());
  for (size_t y = 0; y < height; ++y, line += pixGetWpl(ink.get())) {
    const size_t begin = (y + (level ? rim : 0)) * row + (level ? 0 : rim);
    const uint8_t* own = bytes.data() + begin;
    const uint8_t* sides = closed.data() + begin - rim * stride;
    for (size_t x = 0; x < width; ++x) {
      if (sides[x] - own[x] >= contrast) line[x / 32] |= 0x80000000U >> (x % 32);
    }
  }
  return ink;
}

}  // namespace vanthu::image
