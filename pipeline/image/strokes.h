// The ink of a small region of a page as pieces that may be digits or parts of them, for reading what
// was written by hand. What the pieces mean is not asked here.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "models/document/geometry.h"
#include "pipeline/image/pix.h"

namespace vanthu::image {

// Ink of a region, 0 paper to 1 the darkest ink there, row by row.
struct InkPatch {
  int width = 0, height = 0;
  std::vector<float> ink;

  bool empty() const { return ink.empty(); }
  float at(int x, int y) const {
    return ink[static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x)];
  }
};

// `region` in pixels of `grey` (8 bits); it is cut to the page. Empty where the region has no ink.
InkPatch InkOf(const Image& grey, const Box& region);

// Leaves the connected ink of one field: what lies for the most part between `field`'s sides and mostly
// within its height. Ink that crosses a side is cut there. `field` in pixels of the patch.
void KeepField(InkPatch& patch, const Box& field);

// Sheared about its lower edge so that upright strokes stand upright, where they lean to the right.
// `lean` is the shift to the right for each pixel of height that is taken out.
InkPatch Sheared(const InkPatch& patch, double lean);
// The same ink `factor` times as wide.
InkPatch Stretched(const InkPatch& patch, double factor);
// The lean at which the patch's ink stands in the fewest columns, 0 to 0.6.
double FindLean(const InkPatch& patch);

// Connected ink, or a part of it between two cuts.
struct Piece {
  Box box;                  // pixels of the patch
  std::vector<int> pixels;  // places in InkPatch::ink
  int component = 0;        // pieces of one number were one before they were cut
};

// From left to right by their middles. Dust is left out. Wide pieces are cut where a vertical line meets
// little ink, into at most four.
std::vector<Piece> PiecesOf(const InkPatch& patch);

// The same, and none is cut.
std::vector<Piece> WholePiecesOf(const InkPatch& patch);

inline constexpr int kDigitSide = 24;  // pixels of a picture for the digit net
inline constexpr int kDigitInk = 22;   // of the longer side of its ink, which is centred

using DigitPicture = std::array<float, static_cast<size_t>(kDigitSide) * kDigitSide>;

// The pieces [first, past) together as one picture.
DigitPicture PictureOf(const InkPatch& patch, const std::vector<Piece>& pieces, size_t first,
                       size_t past);

}  // namespace vanthu::image
