// Straightening the lines of a sheet that did not lie flat: every column of pixels is pushed up or
// down, as far as the slopes of the lines to its left and right add up to.
#pragma once

#include "pipeline/image/pix.h"
#include "pipeline/image/shift.h"
#include "pipeline/image/slopes.h"

namespace vanthu::image {

// Of an image of that size whose lines have these slopes.
Shift ShiftFor(const Slopes& slopes, int width, int height);

// What both do to an image of that size, `first` before `then`; they have one size.
Shift Then(const Shift& first, const Shift& then);

// As large as it was; white comes in. Empty where memory does not suffice.
Image Shifted(const Image& grey, const Shift& shift);

}  // namespace vanthu::image
