#include "pipeline/image/frames.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "pipeline/image/frame_ink.h"
#include "pipeline/image/stamp_form.h"
#include "tests/unit/image/sheet.h"

namespace vanthu::image {
namespace {

constexpr double kDpi = 200;

Image Grey(const Raster& raster) {
  Result<Image> grey = GreyFromRaster(raster);
  return std::move(grey).value();
}

// A line of 3 pixels from a to b.
void Draw(Raster& sheet, Point a, Point b) {
  const double steps = std::max(std::abs(b.x - a.x), std::abs(b.y - a.y));
  for (int i = 0; i <= static_cast<int>(steps); ++i) {
    const int x = static_cast<int>(a.x + (b.x - a.x) * i / steps);
    const int y = static_cast<int>(a.y + (b.y - a.y) * i / steps);
    Fill(sheet, std::max(0, x - 1), y - 1, x + 2, y + 2, 20);
  }
}

void DrawFrame(Raster& sheet, const StampFrame& f) {
  Draw(sheet, f.At(0, 0), f.At(f.width, 0));
  Draw(sheet, f.At(f.width, 0), f.At(f.width, f.height));
  Draw(sheet, f.At(f.width, f.height), f.At(0, f.height));
  Draw(sheet, f.At(0, f.height), f.At(0, 0));
}

struct FrameCase {
  const char* what;
  StampFrame frame;
  bool found;
};

TEST(Frames, AreFoundByTheirSizeAndTilt) {
  const FrameCase cases[] = {
      {"a word's", {{500, 400}, 220, 65, 0, 0}, true},
      {"askew", {{500, 400}, 220, 65, 0.05, 0}, true},
      {"askew the other way", {{500, 400}, 220, 65, -0.05, 0}, true},
      {"the receiving stamp's", {{500, 500}, 394, 276, -0.03, 0}, true},
      {"too large", {{800, 600}, 900, 300, 0, 0}, false},
      {"too small", {{500, 400}, 60, 30, 0, 0}, false},
      {"too far askew", {{500, 400}, 220, 65, 0.2, 0}, false},
      {"higher than wide", {{500, 500}, 150, 300, 0, 0}, false},
  };
  for (const FrameCase& c : cases) {
    Raster sheet = WhiteSheet(1654, 2339);
    DrawFrame(sheet, c.frame);
    const std::vector<StampFrame> found = FindFrames(DarkInk(Grey(sheet)), kDpi);
    ASSERT_EQ(found.size(), c.found ? 1U : 0U) << c.what;
    if (!c.found) continue;
    EXPECT_NEAR(found[0].middle.x, c.frame.middle.x, 3) << c.what;
    EXPECT_NEAR(found[0].middle.y, c.frame.middle.y, 3) << c.what;
    EXPECT_NEAR(found[0].width, c.frame.width, 5) << c.what;
    EXPECT_NEAR(found[0].slope, c.frame.slope, 0.02) << c.what;
  }
}

TEST(Frames, CellsOfATableAreNone) {
  Raster sheet = WhiteSheet(1654, 2339);
  for (const int y : {400, 480, 560, 640}) Fill(sheet, 200, y, 1403, y + 3, 20);
  for (const int x : {200, 500, 900, 1400}) Fill(sheet, x, 400, x + 3, 643, 20);
  EXPECT_TRUE(FindFrames(DarkInk(Grey(sheet)), kDpi).empty());
}

TEST(Frames, TextIsNone) {
  EXPECT_TRUE(FindFrames(DarkInk(Grey(TextSheet(1654, 2339, 24))), kDpi).empty());
}

// Office over the line, a stroke beside ĐẾN, three dotted lines.
void DrawForm(Raster& sheet, const StampFrame& f) {
  DrawFrame(sheet, f);
  Draw(sheet, f.At(0, 50), f.At(f.width, 50));
  Draw(sheet, f.At(110, 50), f.At(110, f.height));
  for (const int y : {110, 180, 250}) {
    for (int x = 170; x < static_cast<int>(f.width) - 10; x += 9) {
      const Point at = f.At(x, y);
      const int px = static_cast<int>(at.x), py = static_cast<int>(at.y);
      Fill(sheet, px, py, px + 3, py + 3, 20);
    }
  }
}

TEST(Frames, FormOfAReceivingStamp) {
  Raster sheet = WhiteSheet(1654, 2339);
  const StampFrame frame{{500, 500}, 394, 276, -0.03, 0};
  DrawForm(sheet, frame);
  const Image grey = Grey(sheet);
  const std::vector<StampFrame> found = FindFrames(DarkInk(grey), kDpi);
  ASSERT_FALSE(found.empty());
  const Image cut = LevelCut(grey, found[0], 0, 2);
  const auto form = FindStampForm(cut, 2 * kDpi);
  ASSERT_TRUE(form);
  EXPECT_NEAR(form->office.y1, 100, 6);
  EXPECT_NEAR(form->side.x1, 220, 6);
  ASSERT_EQ(form->lines.size(), 3U);
  EXPECT_NEAR(form->lines[1].y, 363, 8);
  EXPECT_NEAR(form->lines[1].x0, 340, 12);
}

TEST(Frames, AnEmptyFrameHasNoForm) {
  Raster sheet = WhiteSheet(1654, 2339);
  const StampFrame frame{{500, 500}, 394, 276, 0, 0};
  DrawFrame(sheet, frame);
  EXPECT_FALSE(FindStampForm(LevelCut(Grey(sheet), frame, 0, 2), 2 * kDpi));
}

size_t InkIn(const Image& grey, const vanthu::Box& box) {
  size_t count = 0;
  for (int y = static_cast<int>(box.y0); y < static_cast<int>(box.y1); ++y) {
    for (int x = static_cast<int>(box.x0); x < static_cast<int>(box.x1); ++x) {
      unsigned value = 255;
      pixGetPixel(grey.get(), x, y, &value);
      if (value < 128) ++count;
    }
  }
  return count;
}

// Lines of text from the margin 300 on that go on beside the frame stay; what is left of the margin goes.
TEST(Frames, TakenOffLeavesTheLettersLines) {
  Raster sheet = WhiteSheet(1654, 2339);
  for (int y = 600; y < 2000; y += 60) {
    for (int x = 300; x < 1400; x += 30) Fill(sheet, x, y, x + 20, y + 24, 20);
  }
  const StampFrame frame{{320, 800}, 394, 276, 0, 0};
  DrawFrame(sheet, frame);
  Fill(sheet, 160, 800, 220, 840, 20);
  Image grey = Grey(sheet);
  const Image ink = DarkInk(grey);
  TakeOff(grey, ink, frame, FindMargins(ink, kDpi), kDpi, false);
  EXPECT_EQ(InkIn(grey, {120, 660, 290, 940}), 0U);
  EXPECT_GT(InkIn(grey, {300, 660, 500, 940}), 8000U);
  TakeOff(grey, ink, frame, FindMargins(ink, kDpi), kDpi, true);
  EXPECT_EQ(InkIn(grey, {120, 660, 500, 940}), 0U);
}

}  // namespace
}  // namespace vanthu::image
