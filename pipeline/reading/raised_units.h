// Square and cubic metres: engines read the small raised digit of m² and km² as a quote, a question mark
// or not at all.
#pragma once

#include <vector>

#include "pipeline/image/pix.h"
#include "pipeline/reading/corrector.h"

namespace vanthu::reading {

// Writes "m²", "km²", "m³" where `words` (pixels of `image`) have a metre with a raised 2 or 3 behind it;
// what was read stays as raw.
void MendUnits(const image::Image& image, std::vector<CorrectedWord>& words);

}  // namespace vanthu::reading
