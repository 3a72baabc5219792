// Ages a clean page by a plan: paper and light, print of the page behind, skew, blur, grain,
// specks, holes, dark rims.
#pragma once

#include "ageing_plan.h"
#include "raster.h"
#include "result.h"

namespace vanthu::corpus {

// `behind` is the page on the back of the sheet or null; it may have another size. `number` is the
// page's, 0-based. The error is Leptonica's.
Result<Raster> AgePage(const Raster& clean, const Raster* behind, int number, int dpi,
                       const AgeingPlan& plan);

}  // namespace vanthu::corpus
