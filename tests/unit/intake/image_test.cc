#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <memory>
#include <string>

#include "tests/unit/intake/fixtures.h"

namespace vanthu::intake {
namespace {

using namespace std::string_literals;

struct PixDestroy {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using Picture = std::unique_ptr<Pix, PixDestroy>;

// White with a black pixel at the left end of the first row; at `dpi`.
Picture MakePicture(int width, int height, int depth, int dpi) {
  Picture pix(pixCreate(width, height, depth));
  pixSetBlackOrWhite(pix.get(), L_SET_WHITE);
  pixSetPixel(pix.get(), 0, 0, depth == 1 ? 1 : 0);
  pixSetResolution(pix.get(), dpi, dpi);
  return pix;
}

std::string Bytes(l_uint8* data, size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  lept_free(data);
  return bytes;
}
std::string Png(const Picture& pix) {
  l_uint8* data = nullptr;
  size_t size = 0;
  pixWriteMemPng(&data, &size, pix.get(), 0);
  return Bytes(data, size);
}
std::string Jpeg(const Picture& pix) {
  l_uint8* data = nullptr;
  size_t size = 0;
  pixWriteMemJpeg(&data, &size, pix.get(), 95, 0);
  return Bytes(data, size);
}

// The same JPEG with an Exif block that gives its orientation.
std::string WithOrientation(std::string jpeg, int orientation) {
  std::string exif = "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s;
  exif += static_cast<char>(orientation);
  exif += "\0\0\0\0\0\0"s;
  const std::string segment = "\xFF\xE1\0"s + static_cast<char>(exif.size() + 2) + exif;
  return jpeg.insert(2, segment);
}

std::string PngHeader(uint32_t width, uint32_t height) {
  std::string png = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR"s;
  for (const uint32_t side : {width, height}) {
    for (int shift = 24; shift >= 0; shift -= 8) png += static_cast<char>(side >> shift);
  }
  return png + "\x08\0\0\0\0crc."s;
}

Result<std::vector<SourcePage>> Image(const std::string& bytes, const Limits& limits = {}) {
  const TempFolder folder;
  return ReadPages(folder.Write("a.img", bytes), limits);
}

// The one raster of a picture; empty where it was refused.
Raster Read(const std::string& bytes) {
  const auto pages = Image(bytes);
  return pages.ok() ? *pages->front().raster : Raster{};
}

TEST(Image, ReadsEveryDepthOfPng) {
  const struct { int depth, channels; } rows[] = {{1, 1}, {2, 1}, {4, 1}, {8, 1}, {16, 1}, {32, 3}};
  for (const auto& row : rows) {
    const auto pages = Image(Png(MakePicture(830, 1170, row.depth, 100)));
    ASSERT_TRUE(pages.ok()) << row.depth << pages.error().message;
    const Raster& raster = *pages->front().raster;
    EXPECT_EQ(raster.width, 830) << row.depth;
    EXPECT_EQ(raster.height, 1170);
    EXPECT_EQ(raster.channels, row.channels) << row.depth;
    EXPECT_EQ(raster.pixels.size(), 830U * 1170U * static_cast<size_t>(row.channels));
    EXPECT_EQ(raster.pixels.front(), 0) << row.depth;
    EXPECT_EQ(raster.pixels.back(), 255) << row.depth;
    EXPECT_NEAR(raster.dpi, 100, 0.5);
    EXPECT_NEAR(*pages->front().page.width, 830 * 72 / raster.dpi, 0.01);
    EXPECT_EQ(pages->front().page.origin, PageOrigin::kOcr);
  }
}

TEST(Image, WhatIsTransparentIsPaper) {
  Picture pix = MakePicture(10, 10, 32, 0);
  pixSetSpp(pix.get(), 4);
  for (int x = 0; x < 10; ++x) {
    for (int y = 0; y < 10; ++y) pixSetPixel(pix.get(), x, y, 0x00000000);  // black, invisible
  }
  pixSetPixel(pix.get(), 3, 0, 0xFF0000FF);
  const Raster raster = Read(Png(pix));
  ASSERT_EQ(raster.channels, 3);
  EXPECT_EQ(raster.pixels[0], 255);
  EXPECT_EQ(raster.pixels[9], 255);  // red
  EXPECT_EQ(raster.pixels[10], 0);
}

TEST(Image, BelievesOnlyAPossibleResolution) {
  EXPECT_EQ(Read(Png(MakePicture(830, 1170, 8, 0))).dpi, 0);
  EXPECT_NEAR(Read(Png(MakePicture(830, 1170, 8, 72))).dpi, 72, 0.5);
  EXPECT_EQ(Read(Png(MakePicture(2480, 3508, 1, 72))).dpi, 0);  // 49 inches
  EXPECT_EQ(Read(Png(MakePicture(750, 1034, 1, 200))).dpi, 0);  // 5 inches
  EXPECT_EQ(Read(Png(MakePicture(830, 1170, 1, 9000))).dpi, 0);
  const auto pages = Image(Png(MakePicture(830, 1170, 8, 0)));
  EXPECT_FALSE(pages->front().page.width.has_value());
}

TEST(Image, HoldsJpegsAsExifSays) {
  const std::string jpeg = Jpeg([] {
    Picture pix = MakePicture(32, 16, 8, 0);
    pixSetAllArbitrary(pix.get(), 255);
    BOX* corner = boxCreate(0, 0, 8, 8);
    pixClearInRect(pix.get(), corner);
    boxDestroy(&corner);
    return pix;
  }());
  // Which corner the dark top left corner goes to: x, y in 0..1, and whether the sides are swapped.
  const struct {
    int orientation;
    bool right, bottom, swapped;
  } rows[] = {{1, false, false, false}, {2, true, false, false}, {3, true, true, false},
              {4, false, true, false},  {5, false, false, true}, {6, true, false, true},
              {7, true, true, true},    {8, false, true, true},  {9, false, false, false}};
  for (const auto& row : rows) {
    const Raster raster = Read(WithOrientation(jpeg, row.orientation));
    ASSERT_EQ(raster.width, row.swapped ? 16 : 32) << row.orientation;
    ASSERT_EQ(raster.height, row.swapped ? 32 : 16) << row.orientation;
    const auto width = static_cast<size_t>(raster.width),
               height = static_cast<size_t>(raster.height);
    const size_t x = row.right ? width - 4 : 3, y = row.bottom ? height - 4 : 3;
    EXPECT_LT(raster.pixels[y * width + x], 60) << row.orientation;
    EXPECT_GT(raster.pixels[(height - 1 - y) * width + (width - 1 - x)], 200) << row.orientation;
  }
}

TEST(Image, ReadsEveryPageOfATiff) {
  const TempFolder folder;
  const std::string file = (folder.path() / "a.tif").string();
  pixWriteTiff(file.c_str(), MakePicture(1654, 2339, 1, 200).get(), IFF_TIFF_G4, "w");
  pixWriteTiff(file.c_str(), MakePicture(827, 1169, 8, 100).get(), IFF_TIFF_LZW, "a");
  pixWriteTiff(file.c_str(), MakePicture(827, 1169, 32, 100).get(), IFF_TIFF_ZIP, "a");
  const auto pages = ReadPages(file);
  ASSERT_TRUE(pages.ok()) << pages.error().message;
  ASSERT_EQ(pages->size(), 3U);
  EXPECT_EQ((*pages)[0].raster->width, 1654);
  EXPECT_EQ((*pages)[0].raster->pixels[0], 0);
  EXPECT_EQ((*pages)[0].raster->pixels[1], 255);
  EXPECT_EQ((*pages)[0].raster->dpi, 200);
  EXPECT_EQ((*pages)[2].raster->channels, 3);
  EXPECT_EQ((*pages)[2].page.number, 3);
  Limits limits;
  limits.max_pages = 2;
  EXPECT_EQ(ReadPages(file, limits).error().code, ErrorCode::kLimit);
  limits.max_pages = 3;
  limits.max_pixels = 1'000'000;
  const auto source = OpenSource(file, MediaType::kTiff, limits);
  ASSERT_TRUE(source.ok());
  const auto first = (*source)->ReadPage(0);
  ASSERT_FALSE(first.ok());
  EXPECT_EQ(first.error().code, ErrorCode::kLimit);
  EXPECT_EQ(first.error().page, 1);
  EXPECT_TRUE((*source)->ReadPage(1).ok());
}

TEST(Image, FaxesBecomeSquare) {
  const TempFolder folder;
  const std::string file = (folder.path() / "a.tif").string();
  Picture fax = MakePicture(1728, 1100, 1, 0);
  pixSetResolution(fax.get(), 204, 98);
  pixWriteTiff(file.c_str(), fax.get(), IFF_TIFF_G3, "w");
  const auto pages = ReadPages(file);
  ASSERT_TRUE(pages.ok()) << pages.error().message;
  EXPECT_EQ(pages->front().raster->width, 1728);
  EXPECT_NEAR(pages->front().raster->height, 2290, 2);
  EXPECT_EQ(pages->front().raster->dpi, 204);
}

TEST(Image, RefusesHugePicturesByTheirHeader) {
  const auto huge = Image(PngHeader(60'000, 60'000));
  ASSERT_FALSE(huge.ok());
  EXPECT_EQ(huge.error().code, ErrorCode::kLimit);
  EXPECT_EQ(huge.error().message,
            "a picture of 60000 x 60000 pixels is larger than the limit allows");
  EXPECT_EQ(Image(PngHeader(0xFFFFFFFF, 0xFFFFFFFF)).error().code, ErrorCode::kLimit);
  EXPECT_EQ(Image(PngHeader(0, 100)).error().code, ErrorCode::kDamaged);
  Limits limits;
  limits.max_pixels = 100;
  EXPECT_EQ(Image(Jpeg(MakePicture(16, 16, 8, 0)), limits).error().code, ErrorCode::kLimit);
}

TEST(Image, RefusesOrTellsWhatIsCut) {
  const std::string png = Png(MakePicture(830, 1170, 8, 100));
  EXPECT_EQ(Image(png.substr(0, 20)).error().code, ErrorCode::kDamaged);
  EXPECT_EQ(Image(png.substr(0, png.size() / 2)).error().code, ErrorCode::kDamaged);
  EXPECT_EQ(Image(PngHeader(100, 100)).error().code, ErrorCode::kDamaged);
  const std::string jpeg = Jpeg(MakePicture(830, 1170, 8, 100));
  EXPECT_EQ(Image(jpeg.substr(0, 100)).error().code, ErrorCode::kDamaged);
  const auto cut = Image(jpeg.substr(0, jpeg.size() / 2));
  ASSERT_TRUE(cut.ok()) << cut.error().message;
  ASSERT_EQ(cut->front().page.diagnostics.size(), 1U);
  EXPECT_EQ(cut->front().page.diagnostics[0].code, "image_damaged");
  EXPECT_EQ(Image("II*\0\x08\0\0\0"s).error().code, ErrorCode::kDamaged);
  EXPECT_EQ(Image("II*\0\xFF\xFF\xFF\x7F"s).error().code, ErrorCode::kDamaged);
}

}  // namespace
}  // namespace vanthu::intake
