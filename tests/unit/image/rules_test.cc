#include "pipeline/image/rules.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "models/document/lattice.h"
#include "pipeline/image/deskew.h"
#include "pipeline/image/ink.h"
#include "pipeline/image/table_cells.h"
#include "tests/unit/image/sheet.h"

namespace vanthu::image {
namespace {

constexpr double kDpi = 200;

Image Grey(const Raster& raster) {
  Result<Image> grey = GreyFromRaster(raster);
  return std::move(grey).value();
}

void Level(Raster& sheet, int y, int x0, int x1, int thickness = 2) {
  Fill(sheet, x0, y, x1, y + thickness, 30);
}
void Upright(Raster& sheet, int x, int y0, int y1, int thickness = 2) {
  Fill(sheet, x, y0, x + thickness, y1, 30);
}

// Three columns by three rows; the head's second and third column are one cell.
Raster GridSheet(int thickness = 2) {
  Raster sheet = WhiteSheet(1654, 2339);
  for (const int y : {400, 480, 560, 640}) Level(sheet, y, 200, 1400 + thickness, thickness);
  for (const int x : {200, 400, 1400}) Upright(sheet, x, 400, 640 + thickness, thickness);
  Upright(sheet, 900, 480, 640, thickness);
  return sheet;
}

std::vector<Lattice> LatticesOf(const Image& grey) {
  std::vector<Ruling> rulings = RulingsOnPage(FindRules(grey, kDpi), Scaling(72 / kDpi, 72 / kDpi));
  const double slope = SlopeOf(rulings).value_or(0);
  for (Ruling& ruling : rulings) ruling = Sheared(ruling, slope);
  return FindLattices(rulings);
}

void ExpectGrid(const std::vector<Lattice>& lattices) {
  ASSERT_EQ(lattices.size(), 1U);
  EXPECT_EQ(lattices[0].rows, 3);
  EXPECT_EQ(lattices[0].columns, 3);
  ASSERT_EQ(lattices[0].cells.size(), 8U);
  EXPECT_EQ(lattices[0].cells[1].column_span, 2);
  EXPECT_NEAR(lattices[0].box.width(), 432, 3);
  EXPECT_NEAR(lattices[0].box.height(), 86.4, 3);
}

TEST(Rules, GridWithMergedCell) { ExpectGrid(LatticesOf(Grey(GridSheet()))); }

TEST(Rules, HairLines) { ExpectGrid(LatticesOf(Grey(GridSheet(1)))); }

TEST(Rules, Skew) {
  for (const double degrees : {-0.6, -0.3, 0.3, 0.6}) {
    SCOPED_TRACE(degrees);
    ExpectGrid(LatticesOf(Rotated(Grey(GridSheet()), degrees)));
  }
}

TEST(Rules, WornLinesComeInPieces) {
  Raster sheet = GridSheet();
  for (int x = 250; x < 1400; x += 170) Fill(sheet, x, 470, x + 14, 490, 250);
  for (int x = 300; x < 1400; x += 210) Fill(sheet, x, 550, x + 40, 570, 250);
  for (int y = 430; y < 640; y += 80) Fill(sheet, 390, y, 410, y + 10, 250);
  ExpectGrid(LatticesOf(Grey(sheet)));
}

TEST(Rules, DoubleLinesAreOne) {
  Raster sheet = GridSheet();
  for (const int y : {395, 645}) Level(sheet, y, 195, 1407);
  for (const int x : {195, 1405}) Upright(sheet, x, 395, 647);
  ExpectGrid(LatticesOf(Grey(sheet)));
}

TEST(Rules, ShadedHead) {
  Raster sheet = GridSheet();
  for (const auto& [x0, x1] : {std::pair{202, 400}, {402, 1400}})
    Fill(sheet, x0, 402, x1, 480, 200);
  ExpectGrid(LatticesOf(Grey(sheet)));
}

TEST(Rules, NoTable) {
  Raster frame = WhiteSheet(1654, 2339);
  for (const int y : {400, 500}) Level(frame, y, 200, 600, 4);
  for (const int x : {200, 596}) Upright(frame, x, 400, 504, 4);
  EXPECT_TRUE(LatticesOf(Grey(frame)).empty()) << "a frame";

  Raster underlines = TextSheet(1654, 2339, 24);
  for (const int y : {300, 310, 700}) Level(underlines, y, 400, 900);
  EXPECT_TRUE(LatticesOf(Grey(underlines)).empty()) << "lines under words";

  Raster split = WhiteSheet(1654, 2339);  // a frame cut in two
  for (const int y : {400, 500}) Level(split, y, 200, 600);
  for (const int x : {200, 400, 598}) Upright(split, x, 400, 502);
  EXPECT_TRUE(LatticesOf(Grey(split)).empty()) << "one row";
}

TEST(Rules, TextHasNone) {
  const Rules rules = FindRules(Grey(TextSheet(1654, 2339, 24)), kDpi);
  EXPECT_TRUE(rules.empty());
}

TEST(Rules, PatternIsGivenUp) {
  Raster sheet = WhiteSheet(1654, 2339);
  for (int x = 10; x < 1600; x += 20) {
    for (int y = 10; y < 2300; y += 50) Upright(sheet, x, y, y + 46);
  }
  const Rules rules = FindRules(Grey(sheet), kDpi);
  EXPECT_TRUE(rules.too_many);
  Page page;
  NoteRules(rules, page);
  ASSERT_EQ(page.diagnostics.size(), 1U);
  EXPECT_EQ(page.diagnostics[0].code, "too_many_rules");
}

TEST(TableCells, CutOnesHoldTheInkWithoutTheLines) {
  Raster sheet = GridSheet();
  Fill(sheet, 250, 425, 300, 450, 20);
  Fill(sheet, 1000, 590, 1030, 615, 20);
  Fill(sheet, 600, 600, 602, 602, 20);  // dust
  const Image grey = Grey(sheet);
  const CutTables cut = CutOutTables(grey, FindRules(grey, kDpi), kDpi);
  ASSERT_EQ(cut.cells.size(), 2U);
  EXPECT_NEAR(cut.cells[0].x + cut.cells[0].image.width() / 2.0, 275, 2);
  EXPECT_NEAR(cut.cells[1].y + cut.cells[1].image.height() / 2.0, 602.5, 2);
  EXPECT_TRUE(IsBlank(cut.rest));
}

TEST(TableCells, NothingIsCutOfAPageOfText) {
  const Image grey = Grey(TextSheet(1654, 2339, 24));
  const CutTables cut = CutOutTables(grey, FindRules(grey, kDpi), kDpi);
  EXPECT_TRUE(cut.cells.empty());
  EXPECT_TRUE(cut.rest.empty());
}

}  // namespace
}  // namespace vanthu::image
