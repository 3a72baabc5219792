// Packs page images into an image-only PDF 1.4, as a scanner does. Leptonica's own writer makes
// one-bit pages image masks, which tools that take images out of a PDF see as stencils.
#pragma once

#include <string>
#include <vector>

#include "leptonica_image.h"

namespace vanthu::corpus {

// One page an image, at its size in print. Holds no date.
std::string PackImagePdf(const std::vector<CompressedImage>& images);

}  // namespace vanthu::corpus
