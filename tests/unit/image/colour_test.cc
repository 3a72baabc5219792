#include "pipeline/image/colour.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <array>
#include <cstdint>

namespace vanthu::image {
namespace {

using Colour = std::array<uint8_t, 3>;
constexpr Colour kPaper = {250, 250, 245}, kBlack = {30, 30, 30}, kSeal = {220, 40, 50},
                 kPen = {60, 70, 200};

// A row of stripes, 20 pixels high and wide each.
Raster Stripes(const std::vector<Colour>& colours) {
  Raster raster;
  raster.width = static_cast<int>(colours.size()) * 20;
  raster.height = 20;
  raster.channels = 3;
  raster.dpi = 100;
  for (int y = 0; y < raster.height; ++y) {
    for (int x = 0; x < raster.width; ++x) {
      const Colour& colour = colours[static_cast<size_t>(x / 20)];
      raster.pixels.insert(raster.pixels.end(), colour.begin(), colour.end());
    }
  }
  return raster;
}

int At(const Image& image, int stripe) {
  l_uint32 value = 0;
  pixGetPixel(image.get(), stripe * 20 + 10, 10, &value);
  return static_cast<int>(value);
}

TEST(ColourTest, BlackInkKeepsPrintAndLosesSealAndPen) {
  const Result<Image> black = BlackInk(Stripes({kPaper, kBlack, kSeal, kPen}));
  ASSERT_TRUE(black.ok());
  EXPECT_GT(At(*black, 0), 240);
  EXPECT_LT(At(*black, 1), 40);
  EXPECT_GT(At(*black, 2), 190);
  EXPECT_GT(At(*black, 3), 190);
}

TEST(ColourTest, RedInkKeepsTheSealAlone) {
  const Result<Image> red = RedInk(Stripes({kPaper, kBlack, kSeal, kPen}));
  ASSERT_TRUE(red.ok());
  EXPECT_GT(At(*red, 0), 240);
  EXPECT_GT(At(*red, 1), 240);
  EXPECT_LT(At(*red, 2), 40);
  EXPECT_GT(At(*red, 3), 240);
}

TEST(ColourTest, PaperThatIsNotWhiteHasNoColouredInk) {
  EXPECT_FALSE(HasColour(Stripes({kPaper, kBlack, {225, 235, 215}, kPaper})));
  EXPECT_TRUE(HasColour(Stripes({kPaper, kBlack, kSeal, kPaper})));
  EXPECT_FALSE(HasColour(Raster{2, 1, 1, 100, {0, 255}}));
}

TEST(ColourTest, OfAGreyPageTheBlackInkIsThePageAndThereIsNoRed) {
  const Raster grey{2, 1, 1, 100, {0, 255}};
  EXPECT_EQ(BlackInk(grey)->width(), 2);
  EXPECT_TRUE(RedInk(grey)->empty());
}

TEST(ColourTest, AnotherLayerIsTreatedAsThePageWas) {
  const Raster raster = Stripes({kPaper, kBlack, kSeal, kPen, kPaper, kPaper});
  const Result<Image> grey = GreyFromRaster(raster);
  const Result<Prepared> prepared = Prepare(*grey, 100, 1);
  ASSERT_TRUE(prepared.ok());
  const Image layer = Alike(*RedInk(raster), *prepared);
  EXPECT_EQ(layer.width(), prepared->image.width());
  EXPECT_EQ(layer.height(), prepared->image.height());
}

}  // namespace
}  // namespace vanthu::image
