// The one place that knows Leptonica: turning a page and compressing aged pages.
#pragma once

#include <string>

#include "ageing_plan.h"
#include "raster.h"
#include "result.h"

namespace vanthu::corpus {

// The page turned clockwise by `radians` about its middle, same size; the corners that come in are
// of the paper's colour.
Result<Raster> Rotate(const Raster& page, double radians, Colour paper);

struct CompressedImage {
  ScanKind kind = ScanKind::kColour;
  int width = 0, height = 0;
  std::string bytes;  // a JPEG file, or CCITT group 4 data
};

// Colour or grey JPEG of the plan's quality, or one bit a pixel.
Result<CompressedImage> Compress(const Raster& page, const AgeingPlan& plan);

}  // namespace vanthu::corpus
