// Leptonica behind values: the owning handle and the way from its picture to ours.
#pragma once

#include <leptonica/allheaders.h>

#include <cstdint>
#include <memory>

#include "models/core/result.h"
#include "models/document/raster.h"

namespace vanthu::intake {

struct PixDelete {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixHandle = std::unique_ptr<Pix, PixDelete>;

// No message of Leptonica on stderr from now on.
void SilenceLeptonica();

// Grey for 1, 2, 4, 8 and 16 bits without colour, else RGB; what is transparent becomes white.
// Pixels that are not square (fax) are made so; dpi is 0 where the picture's own cannot be. kLimit
// where squaring would pass max_pixels, kInternal where memory runs out.
Result<Raster> ToRaster(PixHandle pix, uint64_t max_pixels);

// `dpi` where a page of this many pixels can have it, else 0: outside 60..2400, or a page whose
// longest side is not 6 to 24 inches (A6 to A2), is what cameras, screens and viewers write for
// "unknown".
double PlausibleDpi(double dpi, int longest_side);

}  // namespace vanthu::intake
