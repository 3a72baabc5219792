// Pages that suffered: made here in small, as a copier, a lamp or a fold would do it.
#include "pipeline/image/repair.h"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>

#include "pipeline/image/clutter.h"
#include "pipeline/image/dewarp.h"
#include "pipeline/image/ink.h"
#include "pipeline/image/light.h"
#include "pipeline/image/prepare.h"
#include "pipeline/image/slopes.h"
#include "tests/unit/image/sheet.h"

namespace vanthu::image {
namespace {

Image Grey(const Raster& raster) {
  Result<Image> grey = GreyFromRaster(raster);
  EXPECT_TRUE(grey.ok());
  return std::move(grey).value();
}

// The right half as dark as `share`.
Raster InShadow(Raster raster, double share) {
  for (int y = 0; y < raster.height; ++y) {
    for (int x = raster.width / 2; x < raster.width; ++x) {
      uint8_t& pixel = raster.pixels[static_cast<size_t>(y) * static_cast<size_t>(raster.width) +
                                     static_cast<size_t>(x)];
      pixel = static_cast<uint8_t>(pixel * share);
    }
  }
  return raster;
}

Raster OnGlass(Raster raster, int rim) {
  Fill(raster, 0, 0, raster.width, rim, 5);
  Fill(raster, 0, raster.height - rim, raster.width, raster.height, 5);
  Fill(raster, 0, 0, rim, raster.height, 5);
  return raster;
}

// Lines that fall to the middle by `degrees` and rise again.
Raster Folded(const Raster& flat, double degrees) {
  Raster out = flat;
  const double rise = std::tan(degrees * 3.14159265 / 180);
  for (int y = 0; y < flat.height; ++y) {
    for (int x = 0; x < flat.width; ++x) {
      const int from = y + static_cast<int>(std::lround(std::abs(x - flat.width / 2) * rise));
      out.pixels[static_cast<size_t>(y) * static_cast<size_t>(flat.width) +
                 static_cast<size_t>(x)] =
          from < flat.height
              ? flat.pixels[static_cast<size_t>(from) * static_cast<size_t>(flat.width) +
                            static_cast<size_t>(x)]
              : uint8_t{250};
    }
  }
  return out;
}

TEST(Light, Uneven) {
  const Raster flat = TextSheet(1240, 1754, 16);
  struct Row {
    const char* what;
    Raster page;
    bool uneven;
  };
  const Row rows[] = {
      {"flat", flat, false},
      {"blank", WhiteSheet(1240, 1754), false},
      {"a faint shadow", InShadow(flat, 0.9), false},
      {"black glass around it", OnGlass(flat, 60), false},
      {"one pixel", WhiteSheet(1, 1), false},
      {"half in shadow", InShadow(flat, 0.5), true},
      {"half in deep shadow", InShadow(flat, 0.35), true},
  };
  for (const Row& row : rows) EXPECT_EQ(LightIsUneven(Grey(row.page)), row.uneven) << row.what;
}

TEST(Light, ShadowBecomesPaper) {
  const Image even = WithEvenLight(Grey(InShadow(TextSheet(1240, 1754, 16), 0.4)));
  ASSERT_FALSE(even.empty());
  EXPECT_FALSE(LightIsUneven(even));
  EXPECT_NEAR(LetterHeight(even), 16, 1);
}

TEST(Clutter, OnlySolidsGo) {
  EXPECT_TRUE(WithoutSolids(Grey(TextSheet(1240, 1754, 16))).empty());
  EXPECT_TRUE(WithoutSolids(Grey(WhiteSheet(1240, 1754))).empty());
  EXPECT_TRUE(WithoutSolids(Grey(WhiteSheet(1, 1))).empty());
  Raster black = WhiteSheet(1240, 1754);
  Fill(black, 0, 0, 1240, 1754, 0);
  EXPECT_TRUE(WithoutSolids(Grey(black)).empty());
  EXPECT_FALSE(WithoutSolids(Grey(OnGlass(TextSheet(1240, 1754, 16), 60))).empty());

  Raster holes = WhiteSheet(1240, 1754);
  Fill(holes, 60, 700, 95, 735, 0);
  Fill(holes, 60, 1100, 95, 1135, 0);
  const Image clean = WithoutSolids(Grey(holes));
  ASSERT_FALSE(clean.empty());
  EXPECT_TRUE(IsBlank(clean));
}

TEST(Clutter, SealsStay) {
  Raster star = TextSheet(1240, 1754, 16);
  Fill(star, 700, 1200, 740, 1240, 0);
  const Image grey = Grey(star);
  const Image clean = WithoutSolids(grey);
  EXPECT_TRUE(clean.empty());
}

TEST(Clutter, GlassDoesNotTurnThePage) {
  const Repaired page = Repair(Grey(OnGlass(TextSheet(1240, 1754, 16), 70)));
  EXPECT_TRUE(page.solids_removed);
  EXPECT_FALSE(page.light_evened);
  EXPECT_FALSE(LinesRunSideways(page.grey));
}

TEST(Dewarp, ShiftsAddUp) {
  const Slopes even{2, 2, {1, 1, 1, 1}};
  const Shift once = ShiftFor(even, 800, 800);
  EXPECT_NEAR(once.At(400, 300), 0, 0.5);
  EXPECT_NEAR(once.At(700, 300), -300 * std::tan(3.14159265 / 180), 0.5);
  const Shift twice = Then(once, once);
  EXPECT_NEAR(twice.At(700, 300), 2 * once.At(700, 300), 0.5);
  EXPECT_EQ(Shift{}.At(5, 5), 0);
}

TEST(Dewarp, FoldedPageIsStraightenedAndMappedBack) {
  const Raster flat = TextSheet(1240, 1754, 16);
  const Result<Prepared> level = Prepare(Grey(flat), 150, 0);
  ASSERT_TRUE(level.ok());
  EXPECT_FALSE(level->lines_straightened);

  const Raster folded = Folded(flat, 1.2);
  const Result<Prepared> page = Prepare(Grey(folded), 150, 0);
  ASSERT_TRUE(page.ok());
  ASSERT_TRUE(page->lines_straightened);
  EXPECT_LT(FindSlopes(page->image).Spread(), 0.7);
  // Places on one line of the straight page lie on one line of the folded one.
  const double scale = 72.0 / 150, rise = std::tan(1.2 * 3.14159265 / 180);
  const auto height_on_flat = [&](double x, double y) {
    const Point at = page->to_page.Apply({x, y});
    return at.y / scale + std::abs(at.x / scale - 620) * rise;
  };
  const double middle = height_on_flat(page->image.width() / 2.0, 1000);
  for (const double share : {0.2, 0.35, 0.7, 0.85}) {
    EXPECT_NEAR(height_on_flat(page->image.width() * share, 1000), middle, 5) << share;
  }
}

// Bounded work and nothing to crash on.
TEST(Prepare, SizesThatNoSheetHas) {
  struct Row {
    int width, height;
    double dpi;
  };
  const Row rows[] = {{1, 1, 1},     {1, 20000, 0.2}, {20000, 1, 0.2},
                      {20000, 8, 1}, {30, 9000, 4},   {2, 3, 300}};
  for (const Row& row : rows) {
    Raster raster = WhiteSheet(row.width, row.height);
    Fill(raster, 0, 0, std::max(1, row.width / 2), std::max(1, row.height / 2), 0);
    const Repaired repaired = Repair(Grey(raster));
    LinesRunSideways(repaired.grey);
    IsBlank(repaired.grey);
    const Result<Prepared> page = Prepare(repaired.grey, row.dpi, 0);
    if (!page) continue;
    EXPECT_LE(static_cast<double>(page->image.width()) * page->image.height(),
              kMaxReadPixels * 1.1);
  }
}

// Letters of a strip keep their size; squeezed to a sheet's height they could not be read.
TEST(Prepare, StripKeepsItsLetters) {
  const Result<Prepared> strip = Prepare(Grey(TextSheet(1240, 14000, 16)), 150, 0);
  ASSERT_TRUE(strip.ok());
  EXPECT_NEAR(strip->dpi, kReadingHeight / (297 / 25.4), 2);
}

}  // namespace
}  // namespace vanthu::image
