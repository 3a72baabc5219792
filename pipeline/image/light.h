// Paper that is darker in one place than in another: shadows, photographs by a lamp, stained sheets.
#pragma once

#include "pipeline/image/pix.h"

namespace vanthu::image {

// The paper of a tenth of the sheet is darker by a quarter than that of its light parts. Black glass
// around the sheet does not count.
bool LightIsUneven(const Image& grey);

// Paper white everywhere and ink as dark as it was beside it. Empty where memory does not suffice.
Image WithEvenLight(const Image& grey);

}  // namespace vanthu::image
