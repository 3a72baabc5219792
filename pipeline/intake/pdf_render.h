// Draws a PDF page into pixels, by poppler.
#pragma once

#include <cstdint>

#include "models/core/result.h"
#include "models/document/raster.h"

namespace poppler {
class page;
}

namespace vanthu::intake {

// Pixels an inch, across and down the page. They differ by a fraction where a scan does.
struct Resolution {
  double x = 0, y = 0;
};

struct PageSize {
  double width = 0, height = 0;  // points, as the page is shown
};

// kDamaged where the page has no size that a page can have.
Result<PageSize> SizeOf(const poppler::page& page);

// Grey where no pixel has a colour, else RGB; the raster's dpi is the mean of both resolutions. They
// are lowered where the picture would pass max_pixels; kLimit where even 50 dpi would, kDamaged where
// nothing can be drawn.
Result<Raster> Render(const poppler::page& page, Resolution resolution, uint64_t max_pixels);

// Whether anything is drawn on the page at all.
Result<bool> HasInk(const poppler::page& page);

}  // namespace vanthu::intake
