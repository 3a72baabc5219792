// Pages that no longer lie flat under the lens: every pixel is fetched from where it came from.
#pragma once

#include "raster.h"
#include "rng.h"

namespace vanthu::corpus {

// As a phone sees it: the sheet's corners out of square by up to a twentieth, its middle curled up, the
// light falling off to one side, a table around it. The picture is a tenth larger than the page.
Raster PhotographedPage(const Raster& page, double dpi, Rng& rng);

// A fold down the middle: the lines of the left half fall by `degrees`, those of the right half rise.
Raster FoldedPage(const Raster& page, double degrees);

}  // namespace vanthu::corpus
