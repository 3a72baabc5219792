// Footnotes of a scanned page: the small raised digits before their texts and in the body.
#pragma once

#include <vector>

#include "pipeline/image/pix.h"
#include "pipeline/reading/corrector.h"

namespace vanthu::reading {

// Writes marks that engines misread as "[1]", before the small print at the foot of the page and behind
// the words that bear them; what was read stays as raw. `words` are in pixels of `image`.
void MendFootnoteMarks(const image::Image& image, std::vector<CorrectedWord>& words);

}  // namespace vanthu::reading
