// Draws a PDF page into pixels, by poppler.
#pragma once

#include <cstdint>

#include "models/core/result.h"
#include "models/document/raster.h"

namespace poppler {
class page;
}

namespace vanthu::intake {

struct PageSize {
  double width = 0, height = 0;  // points, as the page is shown
};

// kDamaged where the page has no size that a page can have.
Result<PageSize> SizeOf(const poppler::page& page);

// Grey where no pixel has a colour, else RGB. The resolution is lowered where the picture would
// pass max_pixels; kLimit where even 50 dpi would, kDamaged where nothing can be drawn.
Result<Raster> Render(const poppler::page& page, double dpi, uint64_t max_pixels);

// Whether anything is drawn on the page at all.
Result<bool> HasInk(const poppler::page& page);

}  // namespace vanthu::intake
