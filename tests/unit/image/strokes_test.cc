// Ink of a region as pieces.
#include "pipeline/image/strokes.h"

#include <gtest/gtest.h>

#include <numeric>

#include "tests/unit/image/pen.h"
#include "tests/unit/image/sheet.h"

namespace vanthu::image {
namespace {

InkPatch PatchOf(const Raster& raster) {
  const Result<Image> grey = GreyFromRaster(raster);
  const double right = raster.width, bottom = raster.height;
  return InkOf(*grey, {0, 0, right, bottom});
}

TEST(InkOf, IsEmptyOnPaperAndOnShowThrough) {
  Raster sheet = WhiteSheet(100, 60);
  EXPECT_TRUE(PatchOf(sheet).empty());
  Fill(sheet, 40, 20, 60, 40, 225);
  EXPECT_TRUE(PatchOf(sheet).empty());
  Fill(sheet, 40, 20, 60, 40, 120);
  EXPECT_FALSE(PatchOf(sheet).empty());
}

TEST(InkOf, StaysOnThePage) {
  Raster sheet = WhiteSheet(100, 60);
  Fill(sheet, 40, 20, 60, 40, 0);
  const Result<Image> grey = GreyFromRaster(sheet);
  const InkPatch patch = InkOf(*grey, {-20, -20, 300, 300});
  EXPECT_EQ(patch.width, 100);
  EXPECT_EQ(patch.height, 60);
  EXPECT_TRUE(InkOf(*grey, {200, 0, 300, 60}).empty());
}

TEST(PiecesOf, AreDigitsThatDoNotTouch) {
  Raster sheet = WhiteSheet(200, 80);
  WriteByHand(sheet, "146", 20, 20, 40, 0.0, 1.1);
  const std::vector<Piece> pieces = PiecesOf(PatchOf(sheet));
  ASSERT_GE(pieces.size(), 3U);
  EXPECT_EQ(pieces.front().component, pieces.front().component);
  for (size_t i = 1; i < pieces.size(); ++i) {
    EXPECT_LE(pieces[i - 1].box.center_x(), pieces[i].box.center_x());
  }
}

TEST(PiecesOf, CutsDigitsThatTouch) {
  Raster sheet = WhiteSheet(200, 80);
  WriteByHand(sheet, "22", 20, 20, 40, 0.0, 0.62);
  const std::vector<Piece> pieces = PiecesOf(PatchOf(sheet));
  ASSERT_GE(pieces.size(), 2U);
  // One of the cuts stands where the two meet, 20 + 0.61 * 40.
  bool at_joint = false;
  for (const Piece& piece : pieces) at_joint = at_joint || std::abs(piece.box.x1 - 44) <= 4;
  EXPECT_TRUE(at_joint);
}

TEST(PiecesOf, LeavesDustOut) {
  Raster sheet = WhiteSheet(200, 80);
  WriteByHand(sheet, "0", 20, 20, 40, 0.0);
  const size_t without = PiecesOf(PatchOf(sheet)).size();
  Fill(sheet, 100, 30, 102, 32, 0);
  EXPECT_EQ(PiecesOf(PatchOf(sheet)).size(), without);
}

TEST(KeepField, DropsNeighboursAndKeepsWhatLeansOver) {
  Raster sheet = WhiteSheet(200, 80);
  Fill(sheet, 10, 20, 30, 50, 0);    // a letter before the field
  Fill(sheet, 36, 20, 60, 50, 0);    // ink of the field that begins a little before it
  Fill(sheet, 150, 20, 160, 50, 0);  // a letter behind it
  Fill(sheet, 80, 70, 110, 79, 0);   // the next line
  InkPatch patch = PatchOf(sheet);
  KeepField(patch, {40, 15, 140, 60});
  const std::vector<Piece> pieces = PiecesOf(patch);
  ASSERT_FALSE(pieces.empty());
  EXPECT_EQ(pieces.front().box.x0, 36);
  EXPECT_EQ(pieces.back().box.x1, 60);
}

TEST(FindLean, IsThatOfThePen) {
  for (const double lean : {0.0, 0.3, 0.5}) {
    Raster sheet = WhiteSheet(200, 80);
    WriteByHand(sheet, "11", 20, 20, 40, lean);
    EXPECT_NEAR(FindLean(PatchOf(sheet)), lean, 0.11) << lean;
  }
}

TEST(Sheared, KeepsTheInk) {
  Raster sheet = WhiteSheet(100, 60);
  WriteByHand(sheet, "7", 30, 10, 40, 0.4);
  const InkPatch patch = PatchOf(sheet), upright = Sheared(patch, 0.35);
  const auto sum = [](const InkPatch& p) {
    return std::accumulate(p.ink.begin(), p.ink.end(), 0.0);
  };
  EXPECT_NEAR(sum(upright), sum(patch), sum(patch) * 0.01);
}

TEST(PictureOf, FillsItsSquare) {
  Raster sheet = WhiteSheet(200, 120);
  Fill(sheet, 50, 20, 70, 100, 0);
  const InkPatch patch = PatchOf(sheet);
  const std::vector<Piece> pieces = PiecesOf(patch);
  const DigitPicture picture = PictureOf(patch, pieces, 0, pieces.size());
  const auto at = [&](int x, int y) { return picture[static_cast<size_t>(y * kDigitSide + x)]; };
  EXPECT_EQ(at(12, 0), 0);
  EXPECT_NEAR(at(12, 2), 1, 0.01);
  EXPECT_NEAR(at(12, 21), 1, 0.01);
  EXPECT_EQ(at(12, 23), 0);
  EXPECT_EQ(at(5, 12), 0);
}

}  // namespace
}  // namespace vanthu::image
