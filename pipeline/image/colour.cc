#include "pipeline/image/colour.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "pipeline/image/deskew.h"

namespace vanthu::image {
namespace {

// Channels that differ by more than this are a colour, not noise of the camera's or of JPEG.
constexpr int kColour = 60;
// Every so many pixels is looked at; a seal of 35 mm at 100 dpi covers 15,000.
constexpr size_t kStep = 7;
// Share of the looked-at pixels: a seal's ring alone is 0.3 % of an A4 page.
constexpr double kLeastShare = 0.0005;

// A raster of one channel whose pixels are made of those of `raster`, which has three.
template <typename Of>
Result<Image> Layer(const Raster& raster, Of of) {
  Raster one{raster.width, raster.height, 1, raster.dpi, {}};
  one.pixels.resize(raster.pixels.size() / 3);
  for (size_t i = 0; i < one.pixels.size(); ++i) {
    one.pixels[i] = of(raster.pixels[3 * i], raster.pixels[3 * i + 1], raster.pixels[3 * i + 2]);
  }
  return GreyFromRaster(one);
}

}  // namespace

bool HasColour(const Raster& raster) {
  if (raster.channels != 3) return false;
  size_t coloured = 0, seen = 0;
  for (size_t i = 0; i + 2 < raster.pixels.size(); i += 3 * kStep) {
    const auto [least, most] =
        std::minmax({raster.pixels[i], raster.pixels[i + 1], raster.pixels[i + 2]});
    coloured += most - least > kColour ? 1U : 0U;
    ++seen;
  }
  return static_cast<double>(coloured) > kLeastShare * static_cast<double>(seen);
}

Result<Image> BlackInk(const Raster& raster) {
  if (raster.channels != 3) return GreyFromRaster(raster);
  return Layer(raster, [](uint8_t r, uint8_t g, uint8_t b) { return std::max({r, g, b}); });
}

Result<Image> RedInk(const Raster& raster) {
  if (raster.channels != 3) return Image();
  return Layer(raster, [](uint8_t r, uint8_t g, uint8_t b) {
    const int redness = 2 * (r - std::max(g, b));
    return static_cast<uint8_t>(255 - std::clamp(redness, 0, 255));
  });
}

Image Alike(const Image& layer, const Prepared& prepared) {
  Image image = Turned(layer, prepared.quarter_turns);
  if (image.empty()) return image;
  if (prepared.skew_degrees != 0) image = Rotated(image, prepared.skew_degrees);
  if (image.empty()) return image;
  return Image(pixScaleToSize(image.get(), prepared.image.width(), prepared.image.height()));
}

}  // namespace vanthu::image
