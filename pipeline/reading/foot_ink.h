// The inks of a signature block apart, and the rows of letters in them cut out for the engine: without
// the seal's rings, the strokes of pens, and what reaches in from the rows above and below.
#pragma once

#include <optional>
#include <vector>

#include "pipeline/image/seal.h"
#include "pipeline/image/strokes.h"
#include "pipeline/image/uncovered.h"
#include "pipeline/reading/foot_block.h"
#include "pipeline/reading/sheet.h"

namespace vanthu::reading {

// One ink of the block: print, or a red stamp. Places in pixels of the block.
struct InkLayer {
  image::InkPatch scanned;  // without the words of other blocks
  image::InkPatch whole;    // the same without rings
  image::InkPatch dark;     // of it what is nearly as dark as the darkest: print under paler inks
  std::optional<image::Seal> seal;
  double word = 0;  // height of the page's words, pixels
};

// Print first, then red ink where the page has any. Both may be missing.
std::vector<InkLayer> InkLayersOf(const Sheet& sheet, const FootBlock& block, double word);

// Rows of letters; those of the seal itself are left out.
std::vector<image::TextRow> LetterRowsOf(const InkLayer& layer);

// A piece of the block that is given to the engine.
struct Strip {
  image::InkPatch patch;
  double x = 0, y = 0;  // of its upper left corner in the block, pixels
};

enum class Cut {
  kDark,   // the row alone, of the darkest ink; what reaches in from above or below goes
  kWhole,  // the same of all ink
  kOverNext,  // what reaches in from below is cut off at the row's edge: letters that touch the next row
  kUnderLast,  // the same above
  kScanned,    // the place as it was scanned
};

Strip CutRow(const InkLayer& layer, const image::TextRow& row, Cut cut);

}  // namespace vanthu::reading
