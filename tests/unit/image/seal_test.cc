// Seals are found by their rings, and rings are taken from under letters.
#include "pipeline/image/seal.h"

#include <gtest/gtest.h>

#include <cmath>

#include "pipeline/image/uncovered.h"

namespace vanthu::image {
namespace {

constexpr double kDpi = 200;
constexpr double kRadius = 138;  // 35 mm across

InkPatch Paper(int width, int height) {
  InkPatch patch;
  patch.width = width;
  patch.height = height;
  patch.ink.assign(static_cast<size_t>(width) * static_cast<size_t>(height), 0.0F);
  return patch;
}

void Fill(InkPatch& patch, int x0, int y0, int x1, int y1) {
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x) patch.ink[static_cast<size_t>(y * patch.width + x)] = 1;
  }
}

// `share` of the round is drawn.
void DrawRing(InkPatch& patch, double cx, double cy, double radius, double share) {
  for (int i = 0; i < 7200 * share; ++i) {
    const double angle = i * 3.14159265 / 3600;
    const int x = static_cast<int>(cx + radius * std::cos(angle));
    const int y = static_cast<int>(cy + radius * std::sin(angle));
    Fill(patch, x - 1, y - 1, x + 2, y + 2);
  }
}

// Upright strokes with gaps, as high as capitals.
void DrawRow(InkPatch& patch, int x, int y, int letters) {
  for (int i = 0; i < letters; ++i) Fill(patch, x + 22 * i, y, x + 22 * i + 8, y + 26);
}

TEST(Seal, IsFoundByItsRing) {
  const struct {
    double share;
    bool found;
  } rows[] = {{1.0, true}, {0.75, true}, {0.3, false}, {0.0, false}};
  for (const auto& row : rows) {
    InkPatch patch = Paper(600, 500);
    DrawRing(patch, 250, 220, kRadius, row.share);
    DrawRow(patch, 330, 400, 10);
    DrawRow(patch, 330, 40, 10);
    const auto seal = FindSeal(patch, kDpi);
    ASSERT_EQ(seal.has_value(), row.found) << row.share;
    if (!seal) continue;
    EXPECT_NEAR(seal->x, 250, 3);
    EXPECT_NEAR(seal->y, 220, 3);
    EXPECT_NEAR(seal->radius, kRadius, 6);
    EXPECT_TRUE(seal->Holds(250, 220, 50));
    EXPECT_FALSE(seal->Holds(250, 420));
  }
}

TEST(Seal, IsNotMadeOfTextOrSmallCircles) {
  InkPatch text = Paper(600, 500);
  for (int y = 20; y < 460; y += 45) DrawRow(text, 20, y, 24);
  EXPECT_FALSE(FindSeal(text, kDpi).has_value());
  InkPatch small = Paper(600, 500);
  DrawRing(small, 300, 250, 40, 1);
  EXPECT_FALSE(FindSeal(small, kDpi).has_value());
  EXPECT_FALSE(FindSeal(Paper(600, 500), kDpi).has_value());
}

TEST(Seal, LeavesStrokesThatCrossItsRing) {
  InkPatch patch = Paper(600, 500);
  DrawRing(patch, 250, 220, kRadius, 1);
  Fill(patch, 246, 340, 254, 376);  // an upright stroke over the lower edge
  const auto seal = FindSeal(patch, kDpi);
  ASSERT_TRUE(seal.has_value());
  EraseRings(patch, *seal);
  EXPECT_LT(patch.at(250 - 138, 220), 0.5F);
  EXPECT_LT(patch.at(250, 220 - 138), 0.5F);
  EXPECT_GT(patch.at(250, 220 + 138), 0.5F);
  EXPECT_GT(patch.at(250, 350), 0.5F);
}

TEST(TextRows, AreMadeOfLettersSideBySide) {
  InkPatch patch = Paper(600, 300);
  DrawRow(patch, 40, 40, 9);        // a row
  DrawRow(patch, 40, 120, 2);       // too few
  Fill(patch, 300, 20, 304, 280);   // a stroke of a pen, far higher than letters
  Fill(patch, 400, 150, 403, 153);  // dust
  DrawRow(patch, 340, 200, 9);      // a row at another place
  const Blobs blobs = BlobsOf(patch, 0.5F);
  const auto rows = RowsOf(blobs.blobs, 30, 3);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].letters.size(), 9U);
  EXPECT_EQ(rows[0].box.y0, 40);
  EXPECT_EQ(rows[1].box.x0, 340);
}

TEST(TextRows, BlobsAreErasedWithTheirEdges) {
  InkPatch patch = Paper(100, 50);
  Fill(patch, 10, 10, 20, 40);
  Fill(patch, 60, 10, 70, 40);
  patch.ink[15 * 100 + 20] = 0.3F;  // the pale edge of the first
  const Blobs blobs = BlobsOf(patch, 0.5F);
  ASSERT_EQ(blobs.blobs.size(), 2U);
  Erase(patch, blobs, {true, false});
  EXPECT_EQ(patch.at(15, 15), 0.0F);
  EXPECT_EQ(patch.at(20, 15), 0.0F);
  EXPECT_EQ(patch.at(65, 15), 1.0F);
}

}  // namespace
}  // namespace vanthu::image
