// The inks of a colour page apart: black print under a red seal, the red print of a stamp, the blue of a pen.
#pragma once

#include "pipeline/image/pix.h"
#include "pipeline/image/prepare.h"

namespace vanthu::image {

// The raster has three channels and they differ: there is ink of a colour.
bool HasColour(const Raster& raster);

// Black ink alone, 8 bits: every pixel is as bright as its brightest channel, so that red seals and blue
// signatures turn to paper. Of a grey page the page itself. Errors as GreyFromRaster.
Result<Image> BlackInk(const Raster& raster);

// Red ink alone, 8 bits, dark on white: the darker the redder. Empty where the raster is grey.
Result<Image> RedInk(const Raster& raster);

// Another layer of the page, as large as the page was scanned, treated as its image was: turned, levelled,
// scaled. Empty where memory does not suffice.
Image Alike(const Image& layer, const Prepared& prepared);

}  // namespace vanthu::image
