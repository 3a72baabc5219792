#include "pipeline/reading/barcodes.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "tests/unit/image/sheet.h"

namespace vanthu::reading {
namespace {

constexpr double kDpi = 200;

// Bars and gaps of Code 39, in turn, w for a wide one (ISO/IEC 16388, table 1).
std::string_view Code39(char sign) {
  switch (sign) {
    case 'P': return "nnwnwnnwn";
    case 'A': return "wnnnnwnnw";
    case 'T': return "nnnnwnwwn";
    case 'C': return "wnwnnwnnn";
    case 'H': return "wnnnnwwnn";
    default: return "nwnnwnwnn";  // * at both ends
  }
}

// Prints *text* with bars of 3 and 8 pixels, `height` pixels high.
void Print(Raster& raster, const std::string& text, int x, int y, int height) {
  for (const char sign : "*" + text + "*") {
    bool bar = true;
    for (const char element : Code39(sign)) {
      const int width = element == 'w' ? 8 : 3;
      if (bar) image::Fill(raster, x, y, x + width, y + height, 10);
      x += width;
      bar = !bar;
    }
    x += 3;
  }
}

// PATCHT as a QR code of 21 modules a side.
constexpr std::array<std::string_view, 21> kQr = {
    "#######  # ## #######", "#     #  ###  #     #", "# ### # ## ## # ### #",
    "# ### #  # #  # ### #", "# ### #   # # # ### #", "#     #     # #     #",
    "####### # # # #######", "        ## ##        ", "### ######## ##   #  ",
    "#   ## ##     #  ## #", "# ##  ## ## #   #  # ", "  #    ## #   #    ##",
    " ## ###   # # # # ###", "        #### # # ### ", "####### # ## ###   ##",
    "#     # # #### ## # #", "# ### # ## # ###  # #", "# ### #   #   ##   # ",
    "# ### # # # #   #   #", "#     # # #   ## ####", "####### ### # # # # #"};

void PrintQr(Raster& raster, int x, int y, int module) {
  for (size_t row = 0; row < kQr.size(); ++row) {
    for (size_t column = 0; column < kQr[row].size(); ++column) {
      const int left = x + static_cast<int>(column) * module,
                top = y + static_cast<int>(row) * module;
      if (kQr[row][column] == '#') image::Fill(raster, left, top, left + module, top + module, 10);
    }
  }
}

// A4 upright.
Raster Sheet() { return image::WhiteSheet(1654, 2339); }

// A quarter turn to the right.
Raster Turned(const Raster& from) {
  Raster out = image::WhiteSheet(from.height, from.width);
  for (int y = 0; y < from.height; ++y) {
    for (int x = 0; x < from.width; ++x) {
      const int ink = from.pixels[static_cast<size_t>(y * from.width + x)];
      if (ink < 128) image::Fill(out, from.height - 1 - y, x, from.height - y, x + 1, 10);
    }
  }
  return out;
}

std::vector<Barcode> Read(const Raster& raster) {
  return ReadBarcodes(*image::GreyFromRaster(raster), kDpi);
}

TEST(Barcodes, SaysWhatAndWhere) {
  Raster raster = Sheet();
  Print(raster, "PATCHT", 400, 500, 200);
  const std::vector<Barcode> codes = Read(raster);
  ASSERT_EQ(codes.size(), 1U);
  EXPECT_EQ(codes[0].text, "PATCHT");
  EXPECT_NEAR(codes[0].box.x0, 400 * 72 / kDpi, 15);
  EXPECT_NEAR(codes[0].box.y0, 500 * 72 / kDpi, 2);
  EXPECT_NEAR(codes[0].box.y1, 700 * 72 / kDpi, 2);
}

TEST(Barcodes, QrCodes) {
  Raster raster = Sheet();
  PrintQr(raster, 600, 900, 12);
  const std::vector<Barcode> codes = Read(raster);
  ASSERT_EQ(codes.size(), 1U);
  EXPECT_EQ(codes[0].text, "PATCHT");
  EXPECT_NEAR(codes[0].box.x1, (600 + 21 * 12) * 72 / kDpi, 4);
}

TEST(Barcodes, ASheetMayLieAnyWayUp) {
  Raster raster = Sheet();
  Print(raster, "PATCHT", 400, 500, 200);
  for (int turn = 1; turn < 4; ++turn) {
    raster = Turned(raster);
    const std::vector<Barcode> codes = Read(raster);
    ASSERT_EQ(codes.size(), 1U) << turn;
    EXPECT_EQ(codes[0].text, "PATCHT");
  }
}

TEST(Barcodes, OtherInkIsNone) {
  EXPECT_TRUE(Read(Sheet()).empty());
  EXPECT_TRUE(Read(image::TextSheet(1654, 2339, 20)).empty());
  Raster sliver = Sheet();
  Print(sliver, "PATCHT", 400, 500, 3);
  EXPECT_TRUE(Read(sliver).empty());
}

}  // namespace
}  // namespace vanthu::reading
