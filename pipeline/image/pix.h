// The one owner of a Leptonica image. Everything else in this folder and the OCR adapter pass this
// value around; the raw handle is lent by get() and never deleted by hand.
#pragma once

#include <cstdint>
#include <memory>

#include "models/core/result.h"
#include "models/document/raster.h"

struct Pix;  // Leptonica's

namespace vanthu::image {

// Most pixels that are taken of one page: 200 MP is an A0 sheet at 300 dpi. A larger page would
// need more than 1 GB at the stages' peak.
inline constexpr uint64_t kMaxPixels = 200'000'000;

// A move-only image of 1 or 8 bits a pixel; empty when a Leptonica call gave none.
class Image {
 public:
  Image() = default;
  explicit Image(::Pix* owned);

  bool empty() const { return pix_ == nullptr; }
  int width() const;   // pixels; 0 when empty
  int height() const;  // pixels; 0 when empty
  // Valid as long as this image is.
  ::Pix* get() const { return pix_.get(); }

 private:
  struct Deleter {
    void operator()(::Pix* pix) const;
  };
  std::unique_ptr<::Pix, Deleter> pix_;
};

// A page in grey (8 bits, 0 black). Of a colour page the red channel is taken: red seals and stamps
// become paper, blue ink stays dark (/shared/reading.md: CER 2.83 -> 2.28).
// Errors: kLimit above kMaxPixels, kDamaged where sizes and pixels do not agree.
Result<Image> GreyFromRaster(const Raster& raster);

// Both sides by `factor`; empty where memory does not suffice.
Image Scaled(const Image& image, double factor);

// Black and white (1 bit, ink set) by one threshold over the page (Otsu).
Image Binarize(const Image& grey);

}  // namespace vanthu::image
