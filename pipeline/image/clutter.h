// Large solid dark areas that are no writing: the black glass beyond a sheet, punch holes, corners
// turned down, a copier's rims.
#pragma once

#include "pipeline/image/pix.h"

namespace vanthu::image {

// With paper in their place. Empty where there are none (most pages) or memory does not suffice.
Image WithoutSolids(const Image& grey);

}  // namespace vanthu::image
