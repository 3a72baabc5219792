// Numbers of print, their marks by where the ink stands: engines lose the comma of 24,1, take it for a
// point or a slash, and close up "5 - 7".
#pragma once

#include <vector>

#include "pipeline/image/pix.h"
#include "pipeline/reading/corrector.h"

namespace vanthu::reading {

// Puts right the marks within those of `words` (pixels of `image`) that are numbers, where the ink is
// clear and a number comes out that letters write; what was read stays as raw. Digits stay as read.
void MendNumberMarks(const image::Image& image, std::vector<CorrectedWord>& words);

}  // namespace vanthu::reading
