#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <utility>

#include "pipeline/image/deskew.h"
#include "pipeline/image/ink.h"
#include "pipeline/image/mapping.h"
#include "pipeline/image/pix.h"
#include "pipeline/image/prepare.h"
#include "pipeline/image/resolution.h"
#include "tests/unit/image/sheet.h"

namespace vanthu::image {
namespace {

Image Grey(const Raster& raster) {
  Result<Image> grey = GreyFromRaster(raster);
  EXPECT_TRUE(grey.ok());
  return std::move(grey).value();
}

TEST(Pix, DamagedAndTooLargeRastersAreErrors) {
  Raster empty;
  EXPECT_EQ(GreyFromRaster(empty).error().code, ErrorCode::kDamaged);
  Raster cut = WhiteSheet(10, 10);
  cut.pixels.pop_back();
  EXPECT_EQ(GreyFromRaster(cut).error().code, ErrorCode::kDamaged);
  Raster strange = WhiteSheet(10, 10);
  strange.channels = 2;
  EXPECT_EQ(GreyFromRaster(strange).error().code, ErrorCode::kDamaged);
  Raster huge;
  huge.width = 20'001;
  huge.height = 10'000;
  EXPECT_EQ(GreyFromRaster(huge).error().code, ErrorCode::kLimit);
}

TEST(Pix, RedInkBecomesPaper) {
  Raster raster = WhiteSheet(400, 600, 3);
  for (size_t i = 0; i < raster.pixels.size() / 2; i += 3) {
    raster.pixels[i] = 250;  // red as bright as the paper
    raster.pixels[i + 1] = raster.pixels[i + 2] = 30;
  }
  EXPECT_TRUE(IsBlank(Grey(raster)));
}

TEST(Ink, Blank) {
  EXPECT_TRUE(IsBlank(Grey(WhiteSheet(1240, 1754))));

  Raster specks = WhiteSheet(1240, 1754);
  Fill(specks, 300, 300, 303, 303, 0);
  Fill(specks, 900, 1500, 902, 1504, 0);
  EXPECT_TRUE(IsBlank(Grey(specks)));

  Raster rim = WhiteSheet(1240, 1754);
  Fill(rim, 0, 0, 20, 1754, 0);
  EXPECT_TRUE(IsBlank(Grey(rim)));

  Raster shown_through = TextSheet(1240, 1754, 16);
  for (uint8_t& pixel : shown_through.pixels) pixel = pixel < 100 ? 225 : 250;
  EXPECT_TRUE(IsBlank(Grey(shown_through)));

  Raster word = WhiteSheet(1240, 1754);
  for (int i = 0; i < 6; ++i) Fill(word, 600 + i * 18, 800, 612 + i * 18, 818, 20);
  EXPECT_FALSE(IsBlank(Grey(word)));
  EXPECT_FALSE(IsBlank(Grey(TextSheet(1240, 1754, 16))));
}

TEST(Ink, LetterHeight) {
  EXPECT_NEAR(LetterHeight(Grey(TextSheet(1240, 1754, 16))), 16, 1);
  EXPECT_EQ(LetterHeight(Grey(WhiteSheet(1240, 1754))), 0);
}

TEST(Ink, Sideways) {
  const Image upright = Grey(TextSheet(1240, 1754, 16));
  EXPECT_FALSE(LinesRunSideways(upright));
  EXPECT_FALSE(LinesRunSideways(Turned(upright, 2)));
  EXPECT_TRUE(LinesRunSideways(Turned(upright, 1)));
  EXPECT_TRUE(LinesRunSideways(Turned(upright, 3)));
}

TEST(Resolution, Rows) {
  struct Row {
    const char* what;
    int width, height;
    double stated, dpi;
    bool believed;
  };
  const Row rows[] = {
      {"a scanner's 300 dpi", 2466, 3508, 300, 300, true},
      {"A4, silent", 1653, 2339, 0, 200, false},
      {"A4 at 256 dpi that claims 72", 2104, 2993, 72, 256, false},
      {"a picture of A4 with the screen's 96", 909, 1282, 96, 109.6, false},
      {"A4 rendered at 96 dpi", 794, 1123, 96, 96, true},
      {"A4 lying", 2339, 1653, 0, 200, false},
      {"cropped, believed", 2118, 2669, 300, 300, true},
      {"absurd", 2480, 3508, 9000, 300, false},
  };
  for (const Row& row : rows) {
    const Image sheet = Grey(WhiteSheet(row.width, row.height));
    const Resolution found = EstimateResolution(sheet, row.stated);
    EXPECT_NEAR(found.dpi, row.dpi, 1) << row.what;
    EXPECT_EQ(found.stated, row.believed) << row.what;
  }
}

// A strip of a page: not A4's shape, so its width or its letters must tell.
TEST(Resolution, StripByWidthOrLetters) {
  // 13.5 point letters at 200 dpi are 17 pixels high; the strip is as wide as A4.
  EXPECT_NEAR(EstimateResolution(Grey(TextSheet(1653, 3300, 17)), 0).dpi, 200, 1);
  // Half a page wide.
  EXPECT_NEAR(EstimateResolution(Grey(TextSheet(826, 1753, 17)), 0).dpi, 200, 25);
}

TEST(Deskew, AngleIsFound) {
  const Image level = Grey(TextSheet(1240, 1754, 16));
  EXPECT_NEAR(FindSkew(level), 0, 0.1);
  for (const double degrees : {-3.0, -1.0, 0.8, 2.0, 4.0}) {
    EXPECT_NEAR(FindSkew(Rotated(level, -degrees)), degrees, 0.15) << degrees;
  }
  EXPECT_EQ(FindSkew(Grey(WhiteSheet(600, 800))), 0);
}

TEST(Mapping, TurnsAreUndone) {
  // A point in a 100 x 200 page and where it comes to lie after clockwise turns.
  const Point was{30, 50};
  const Point at[] = {{30, 50}, {150, 30}, {70, 150}, {50, 70}};
  for (int turns = 0; turns < 4; ++turns) {
    const Point back = UndoTurn(turns, 100, 200).Apply(at[turns]);
    EXPECT_NEAR(back.x, was.x, 1e-9) << turns;
    EXPECT_NEAR(back.y, was.y, 1e-9) << turns;
  }
}

TEST(Mapping, BoxKeepsItsSizeUnderSmallRotation) {
  const Box box = MapBox(UndoRotation(2, 1000, 1000, 1040, 1040), {600, 500, 800, 520});
  EXPECT_NEAR(box.width(), 200, 1e-6);
  EXPECT_NEAR(box.height(), 20, 1e-6);
}

// Corners of a made-up page under a skew and turns: where the rotation puts a point, Prepare's map
// takes it back.
TEST(Prepare, PointsComeBackToThePageAsScanned) {
  constexpr double kDpi = 150;
  const Image level = Grey(TextSheet(1240, 1754, 16));
  for (const int turns : {0, 1, 2, 3}) {
    for (const double skew : {0.0, 1.5, -3.0}) {
      const Image tilted = Rotated(level, -skew);
      const Image scanned = Turned(tilted, 4 - turns);
      const Result<Prepared> prepared = Prepare(scanned, kDpi, turns);
      ASSERT_TRUE(prepared.ok());
      EXPECT_EQ(prepared->quarter_turns, turns);
      ASSERT_NEAR(prepared->skew_degrees, skew, 0.2);
      // The text's upper left corner, in pixels from the centre of the level sheet.
      const Point corner{1240 / 8 - 620.0, 1754 / 10 - 877.0};
      const double scale = prepared->dpi / kDpi;
      const Point in_image{prepared->image.width() / 2.0 + corner.x * scale,
                           prepared->image.height() / 2.0 + corner.y * scale};
      const Point on_page = prepared->to_page.Apply(in_image);
      // The same corner as it lies on the scan: tilted, then turned.
      const double angle = -skew * std::numbers::pi / 180;
      const Point tilted_corner{corner.x * std::cos(angle) - corner.y * std::sin(angle),
                                corner.x * std::sin(angle) + corner.y * std::cos(angle)};
      const Affine undo = UndoTurn(turns, scanned.width(), scanned.height());
      const Point on_scan = undo.Apply({tilted.width() / 2.0 + tilted_corner.x,
                                        tilted.height() / 2.0 + tilted_corner.y});
      EXPECT_NEAR(on_page.x, on_scan.x * 72 / kDpi, 1.5) << turns << ' ' << skew;
      EXPECT_NEAR(on_page.y, on_scan.y * 72 / kDpi, 1.5) << turns << ' ' << skew;
    }
  }
}

TEST(Prepare, LongSideBecomesReadingHeight) {
  for (const int height : {900, 1754, 5000}) {
    Result<Prepared> prepared = Prepare(Grey(TextSheet(height * 7 / 10, height, 16)), 150, 0);
    ASSERT_TRUE(prepared.ok());
    EXPECT_NEAR(prepared->image.height(), kReadingHeight, 1);
    EXPECT_NEAR(prepared->dpi, 150.0 * kReadingHeight / height, 0.5);
  }
}

}  // namespace
}  // namespace vanthu::image
