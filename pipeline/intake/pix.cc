#include "pipeline/intake/pix.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "pipeline/intake/bytes.h"

namespace vanthu::intake {
namespace {

constexpr double kLeastInches = 6, kMostInches = 24;
constexpr l_uint32 kWhite = 0xFFFFFF00;

// 8 bits grey or 32 bits RGB without transparency.
PixHandle Simplify(PixHandle pix) {
  if (pixGetColormap(pix.get()) != nullptr) {
    pix.reset(pixRemoveColormap(pix.get(), REMOVE_CMAP_BASED_ON_SRC));
  }
  if (!pix) return pix;
  if (pixGetDepth(pix.get()) == 32 && pixGetSpp(pix.get()) == 4) {
    pix.reset(pixAlphaBlendUniform(pix.get(), kWhite));
  } else if (pixGetDepth(pix.get()) < 8 || pixGetDepth(pix.get()) == 16) {
    pix.reset(pixConvertTo8(pix.get(), 0));
  }
  return pix;
}

Result<PixHandle> Squared(PixHandle pix, uint64_t max_pixels) {
  const int x = pixGetXRes(pix.get()), y = pixGetYRes(pix.get());
  if (x <= 0 || y <= 0 || std::abs(x - y) * 20 <= std::max(x, y)) return pix;
  const int finest = std::max(x, y);
  const double scale_x = static_cast<double>(finest) / x, scale_y = static_cast<double>(finest) / y;
  const double pixels = scale_x * scale_y * pixGetWidth(pix.get()) * pixGetHeight(pix.get());
  if (scale_x > 4 || scale_y > 4) return pix;  // no scanner does this: the header is wrong
  if (pixels > static_cast<double>(max_pixels)) {
    return FileError(ErrorCode::kLimit, "the picture has more pixels than the limit allows", {});
  }
  PixHandle square(
      pixScale(pix.get(), static_cast<l_float32>(scale_x), static_cast<l_float32>(scale_y)));
  if (square) pixSetResolution(square.get(), finest, finest);
  return square;
}

}  // namespace

void SilenceLeptonica() { setMsgSeverity(L_SEVERITY_NONE); }

double PlausibleDpi(double dpi, int longest_side) {
  if (dpi < 60 || dpi > 2400) return 0;
  const double inches = longest_side / dpi;
  return inches >= kLeastInches && inches <= kMostInches ? dpi : 0;
}

Result<Raster> ToRaster(PixHandle pix, uint64_t max_pixels) {
  const Error no_memory = FileError(ErrorCode::kInternal, "the picture is not converted", {});
  pix = Simplify(std::move(pix));
  if (!pix) return no_memory;
  auto squared = Squared(std::move(pix), max_pixels);
  if (!squared) return squared.error();
  pix = std::move(*squared);
  if (!pix) return no_memory;

  Raster raster;
  raster.width = pixGetWidth(pix.get());
  raster.height = pixGetHeight(pix.get());
  raster.channels = pixGetDepth(pix.get()) == 32 ? 3 : 1;
  raster.dpi = PlausibleDpi(pixGetXRes(pix.get()), std::max(raster.width, raster.height));
  const auto width = static_cast<size_t>(raster.width), height = static_cast<size_t>(raster.height);
  raster.pixels.reserve(width * height * static_cast<size_t>(raster.channels));
  const l_uint32* line = pixGetData(pix.get());
  for (size_t y = 0; y < height; ++y, line += pixGetWpl(pix.get())) {
    for (size_t x = 0; x < width; ++x) {
      if (raster.channels == 1) {
        raster.pixels.push_back(static_cast<uint8_t>(line[x / 4] >> (24 - 8 * (x % 4))));
        continue;
      }
      raster.pixels.push_back(static_cast<uint8_t>(line[x] >> L_RED_SHIFT));
      raster.pixels.push_back(static_cast<uint8_t>(line[x] >> L_GREEN_SHIFT));
      raster.pixels.push_back(static_cast<uint8_t>(line[x] >> L_BLUE_SHIFT));
    }
  }
  return raster;
}

}  // namespace vanthu::intake
