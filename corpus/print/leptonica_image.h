// The one place that knows Leptonica: turning a page and compressing aged pages.
#pragma once

#include <string>

#include "ageing_plan.h"
#include "damage.h"
#include "raster.h"
#include "result.h"

namespace vanthu::corpus {

// The page turned clockwise by `radians` about its middle, same size; the corners that come in are
// of the paper's colour.
Result<Raster> Rotate(const Raster& page, double radians, Colour paper);

// Both sides by their factors; smaller pages are averaged.
Result<Raster> Resample(const Raster& page, double across, double down);

// A picture in a file, PNG or JPEG.
Result<Raster> ReadPicture(const std::string& file);

struct CompressedImage {
  ScanKind kind = ScanKind::kColour;
  int width = 0, height = 0;
  std::string bytes;  // a JPEG file, or CCITT group 4 data
  double width_points = 0, height_points = 0;
};

// Colour or grey JPEG of the plan's quality, or one bit a pixel. `dots` an inch.
Result<CompressedImage> Compress(const Raster& page, const AgeingPlan& plan, Dots dots);

}  // namespace vanthu::corpus
