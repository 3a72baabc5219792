#include "pipeline/image/pix.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstddef>

namespace vanthu::image {

Image::Image(::Pix* owned) : pix_(owned) {}

void Image::Deleter::operator()(::Pix* pix) const { pixDestroy(&pix); }

int Image::width() const { return pix_ ? pixGetWidth(pix_.get()) : 0; }

int Image::height() const { return pix_ ? pixGetHeight(pix_.get()) : 0; }

Result<Image> GreyFromRaster(const Raster& raster) {
  if (raster.width <= 0 || raster.height <= 0 || (raster.channels != 1 && raster.channels != 3)) {
    return Error{ErrorCode::kDamaged, "the image has no pixels or an unknown pixel format", {}, 0};
  }
  const auto width = static_cast<size_t>(raster.width);
  const auto height = static_cast<size_t>(raster.height);
  const auto channels = static_cast<size_t>(raster.channels);
  if (width * height > kMaxPixels) {
    return Error{ErrorCode::kLimit, "the image has more than 200 million pixels", {}, 0};
  }
  if (raster.pixels.size() != width * height * channels) {
    return Error{ErrorCode::kDamaged, "the image is shorter than its size says", {}, 0};
  }
  // Every page enters Leptonica here; what it would print on stderr comes back as empty images.
  setMsgSeverity(L_SEVERITY_NONE);
  Image grey(pixCreateNoInit(raster.width, raster.height, 8));
  if (grey.empty()) return Error{ErrorCode::kLimit, "not enough memory for the image", {}, 0};
  auto* bytes = reinterpret_cast<uint8_t*>(pixGetData(grey.get()));
  const size_t stride = static_cast<size_t>(pixGetWpl(grey.get())) * 4;
  for (size_t y = 0; y < height; ++y) {
    const uint8_t* from = raster.pixels.data() + y * width * channels;
    uint8_t* to = bytes + y * stride;
    for (size_t x = 0; x < width; ++x) to[x] = from[x * channels];
    for (size_t x = width; x < stride; ++x) to[x] = 0;
  }
  // Leptonica keeps pixels in 32-bit words, the first pixel in the highest byte.
  pixEndianByteSwap(grey.get());
  return grey;
}

Image Scaled(const Image& image, double factor) {
  const auto both = static_cast<float>(factor);
  return Image(pixScale(image.get(), both, both));
}

Image Binarize(const Image& grey) {
  // Of a large page a part of the pixels tells the threshold as well, at a tenth of the time.
  constexpr int kEnough = 1000;  // pixels along the longer side
  const int step = std::max(1, std::max(grey.width(), grey.height()) / kEnough);
  int threshold = 0;
  if (grey.empty() || pixSplitDistributionFgBg(grey.get(), 0.1F, step, &threshold, nullptr, nullptr,
                                               nullptr) != 0) {
    return {};
  }
  return Image(pixThresholdToBinary(grey.get(), threshold));
}

}  // namespace vanthu::image
