// Roman numbers of print: engines lose strokes of II and III, which are alike, and take them for H, 1 or
// l. The strokes are counted on the image.
#pragma once

#include <vector>

#include "pipeline/image/pix.h"
#include "pipeline/reading/corrector.h"

namespace vanthu::reading {

// Puts right those of `words` (pixels of `image`) that may be numbers of I, II, III, or V with them, and
// whose strokes are clear; what was read stays as raw.
void MendNumerals(const image::Image& image, std::vector<CorrectedWord>& words);

}  // namespace vanthu::reading
