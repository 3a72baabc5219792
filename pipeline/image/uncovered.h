// Ink as connected blobs, and the blobs of a letter's size as rows of text: what looks like print,
// whether or not it was read. What the rows say is not asked here.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "models/document/geometry.h"
#include "pipeline/image/pix.h"
#include "pipeline/image/strokes.h"

namespace vanthu::image {

// Pixels that touch each other. Boxes are in pixels of the patch.
struct Blob {
  Box box;
  int area = 0;  // pixels of ink
};

struct Blobs {
  std::vector<int> label;  // of every pixel of the patch: its place in `blobs`, -1 for paper
  std::vector<Blob> blobs;
};

// Ink of at least `threshold` (0..1), eight neighbours touching.
Blobs BlobsOf(const InkPatch& patch, float threshold);

// Takes the ink of the blobs for which `gone` is true.
void Erase(InkPatch& patch, const Blobs& blobs, const std::vector<bool>& gone);

// Letters that stand side by side.
struct TextRow {
  Box box;                   // of its letters, pixels of the patch
  std::vector<int> letters;  // places in the blobs it was made of
};

// Whether a blob is as large as a letter, or a few that touch, of print whose words are `word` pixels high.
bool IsLetterSized(const Blob& blob, double word);

// Rows of at least `fewest` letters, from the top.
std::vector<TextRow> RowsOf(const std::vector<Blob>& blobs, double word, size_t fewest);

// What looks like print on a page, and how much of it stands under `covered`.
struct PageCoverage {
  size_t letters = 0;         // blobs as large as a letter
  size_t covered = 0;         // of them, under one of the boxes
  std::vector<TextRow> rows;  // of those under none; `letters` of a row say only how many
};

// `grey` (8 bits), boxes in its pixels; rows of at least `fewest` letters. Nothing for a page of specks.
PageCoverage CoverageOf(const Image& grey, std::span<const Box> covered, double word,
                        size_t fewest);

}  // namespace vanthu::image
