#include "pipeline/image/binary.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace vanthu::image {
namespace {

// Half a window, inches: a window of a third of an inch holds two lines of a letter's print.
constexpr double kHalfWindow = 1.0 / 6;
// How much the spread of brightness within a window lowers the threshold (Sauvola's k).
constexpr float kSpread = 0.34F;
// Leptonica's sums over windows are 32-bit and tiles keep them small.
constexpr int kTile = 800;

}  // namespace

Image LocallyBinary(const Image& grey, double dpi) {
  const int half = std::max(2, static_cast<int>(std::lround(dpi * kHalfWindow)));
  if (std::min(grey.width(), grey.height()) < 2 * half + 3) return {};
  PIX* binary = nullptr;
  pixSauvolaBinarizeTiled(grey.get(), half, kSpread, std::max(1, grey.width() / kTile),
                          std::max(1, grey.height() / kTile), nullptr, &binary);
  const Image ink(binary);
  if (ink.empty()) return {};
  return Image(pixConvertTo8(ink.get(), 0));
}

}  // namespace vanthu::image
