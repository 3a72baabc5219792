#include "pipeline/image/thin_ink.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <cstdint>

#include "tests/unit/image/sheet.h"

namespace vanthu::image {
namespace {

// Grey values that repeat nowhere, of a size that fills no word of Leptonica's.
Image Noise() {
  Raster raster = WhiteSheet(101, 67);
  uint32_t state = 1;
  for (uint8_t& pixel : raster.pixels) {
    state = state * 1664525 + 1013904223;
    pixel = static_cast<uint8_t>(state >> 24);
  }
  return GreyFromRaster(raster).value();
}

TEST(ThinInk, IsWhatClosingAdds) {
  constexpr int kContrast = 45;
  const Image grey = Noise();
  for (const int reach : {3, 15, 21}) {
    for (const bool level : {false, true}) {
      const Image closed(level ? pixCloseGray(grey.get(), 1, reach)
                               : pixCloseGray(grey.get(), reach, 1));
      const Image hat(pixSubtractGray(nullptr, closed.get(), grey.get()));
      const Image want(pixThresholdToBinary(hat.get(), kContrast));
      pixInvert(want.get(), want.get());
      const Image ink = ThinInk(grey, level ? Across::kLevel : Across::kUpright, reach, kContrast);
      // At the rim Leptonica sees another outside; no table's line lies there.
      BOX* inside = boxCreate(reach, reach, grey.width() - 2 * reach, grey.height() - 2 * reach);
      const Image a(pixClipRectangle(ink.get(), inside, nullptr));
      const Image b(pixClipRectangle(want.get(), inside, nullptr));
      boxDestroy(&inside);
      int same = 0;
      pixEqual(a.get(), b.get(), &same);
      EXPECT_EQ(same, 1) << reach << (level ? " level" : " upright");
    }
  }
}

}  // namespace
}  // namespace vanthu::image
