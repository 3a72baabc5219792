// Ink and paper apart by a threshold that follows the paper's brightness from place to place, for pages
// that are darker at one side than at the other and for print that is paler than its neighbours.
#pragma once

#include "pipeline/image/pix.h"

namespace vanthu::image {

// Sauvola's threshold over windows of about a line's height: 8 bits a pixel, black or white, of the same
// size. `grey` (8 bits) at `dpi`. Empty where memory does not suffice or the image is too small for it.
Image LocallyBinary(const Image& grey, double dpi);

}  // namespace vanthu::image
