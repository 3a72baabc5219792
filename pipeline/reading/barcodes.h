// What the barcodes of a page say. The only room that knows ZBar.
#pragma once

#include <vector>

#include "models/document/page.h"
#include "pipeline/image/pix.h"

namespace vanthu::reading {

// Code 39, Code 128 and QR codes, any way up, in no particular order; boxes in points of the image at `dpi`.
std::vector<Barcode> ReadBarcodes(const image::Image& grey, double dpi);

}  // namespace vanthu::reading
