// Reads a real scan with the installed engine. Slow (seconds), and more so where OMP_THREAD_LIMIT=1
// is not in the environment.
#include <gtest/gtest.h>

#include <leptonica/allheaders.h>

#include <filesystem>
#include <memory>
#include <string>

#include "pipeline/reading/reader.h"

namespace vanthu::reading {
namespace {

Raster LoadColour(const std::string& file) {
  Raster raster;
  PIX* pix = pixRead(file.c_str());
  if (pix == nullptr) return raster;
  raster.width = pixGetWidth(pix);
  raster.height = pixGetHeight(pix);
  raster.channels = 3;
  raster.dpi = pixGetXRes(pix);
  for (int y = 0; y < raster.height; ++y) {
    for (int x = 0; x < raster.width; ++x) {
      int red = 0, green = 0, blue = 0;
      pixGetRGBPixel(pix, x, y, &red, &green, &blue);
      for (const int value : {red, green, blue}) {
        raster.pixels.push_back(static_cast<uint8_t>(value));
      }
    }
  }
  pixDestroy(&pix);
  return raster;
}

// 05: 300 dpi, fed askew by 2°, a red seal over the signature.
TEST(TesseractLive, SkewedScan) {
  const std::string file = VANTHU_SHARED "/scans/05-bentre-666-tb-stttt.p1.jpg";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << file << " is not here";
  const Raster raster = LoadColour(file);
  ASSERT_FALSE(raster.pixels.empty());
  const Result<std::unique_ptr<Reader>> reader = MakeTesseractReader({});
  ASSERT_TRUE(reader.ok()) << reader.error().message;
  const Result<Page> page = (*reader)->Read(raster, {});
  ASSERT_TRUE(page.ok()) << page.error().Describe();
  EXPECT_EQ(page->origin, PageOrigin::kOcr);
  EXPECT_GT(page->Confidence().value(), 0.85);
  EXPECT_NEAR(page->width.value(), 508.3, 0.1);

  std::string text;
  const Word* motto = nullptr;
  for (const Word& word : page->words) {
    text += word.text + ' ';
    if (word.text == "CỘNG" && motto == nullptr) motto = &word;
    EXPECT_GE(word.confidence, 0);
    EXPECT_LE(word.confidence, 1);
  }
  EXPECT_NE(text.find("xin trân trọng thông báo chức danh và giới thiệu chữ ký"),
            std::string::npos);
  // Where "CỘNG" stands on the sheet as scanned, 300 dpi.
  ASSERT_NE(motto, nullptr);
  EXPECT_NEAR(motto->box.x0, 248, 3);
  EXPECT_NEAR(motto->box.center_y(), 14, 3);
}

}  // namespace
}  // namespace vanthu::reading
