#include "pipeline/image/strip.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include "tests/unit/image/sheet.h"

namespace vanthu::image {
namespace {

int Darkest(const Image& image, const Box& box) {
  int darkest = 255;
  for (int y = static_cast<int>(box.y0); y < static_cast<int>(box.y1); ++y) {
    for (int x = static_cast<int>(box.x0); x < static_cast<int>(box.x1); ++x) {
      l_uint32 value = 255;
      pixGetPixel(image.get(), x, y, &value);
      darkest = std::min(darkest, static_cast<int>(value));
    }
  }
  return darkest;
}

// Letters of 24 pixels at (100, 100), a rule under them.
Raster Underlined() {
  Raster sheet = WhiteSheet(600, 300);
  for (int x = 100; x < 300; x += 24) Fill(sheet, x, 100, x + 8, 124, 10);
  Fill(sheet, 120, 128, 280, 131, 10);
  return sheet;
}

TEST(CutStrip, PaintsRulesOverAndKeepsLetters) {
  const Result<Image> grey = GreyFromRaster(Underlined());
  const Strip strip = CutStrip(*grey, {90, 90, 310, 140}, 24, 1);
  ASSERT_FALSE(strip.image.empty());
  const double rim = (strip.image.height() - 50) / 2.0;
  EXPECT_GT(Darkest(strip.image, {rim + 40, rim + 37, rim + 180, rim + 42}), 200);
  EXPECT_LT(Darkest(strip.image, {rim + 10, rim + 12, rim + 18, rim + 30}), 60);
}

TEST(CutStrip, KnowsPlacesOnThePage) {
  const Result<Image> grey = GreyFromRaster(Underlined());
  for (const double scale : {1.0, 1.5}) {
    const Strip strip = CutStrip(*grey, {90, 90, 310, 140}, 24, scale);
    ASSERT_FALSE(strip.image.empty());
    const double rim = (strip.image.height() - 50 * scale) / 2;
    const Box back = strip.OnPage({rim, rim, rim + 20 * scale, rim + 10 * scale});
    EXPECT_NEAR(back.x0, 90, 1);
    EXPECT_NEAR(back.y0, 90, 1);
    EXPECT_NEAR(back.x1, 110, 1);
    EXPECT_NEAR(back.y1, 100, 1);
  }
}

TEST(CutStrip, IsEmptyOutsideThePage) {
  const Result<Image> grey = GreyFromRaster(Underlined());
  EXPECT_TRUE(CutStrip(*grey, {700, 90, 900, 140}, 24, 1).image.empty());
  EXPECT_TRUE(CutStrip(*grey, {100, 100, 104, 104}, 24, 1).image.empty());
  EXPECT_FALSE(CutStrip(*grey, {-50, -50, 800, 800}, 24, 1).image.empty());
}

}  // namespace
}  // namespace vanthu::image
