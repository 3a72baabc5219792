// The ink in a stamped frame: the frame cut out and turned level, and the frame taken off the page so that
// the letter's lines under it can be read.
#pragma once

#include "models/document/raster.h"
#include "pipeline/image/frames.h"
#include "pipeline/image/prepare.h"

namespace vanthu::image {

// The inside of a frame with `margin` pixels more on all sides (8 bits), turned level, `scale` times as
// large. Pixel (x, y) shows the frame's place (x / scale - margin, y / scale - margin).
Image LevelCut(const Image& page, const StampFrame& frame, double margin, double scale);

// `cut` with paper in the place of all ink that reaches its sides or goes round it: what is left of frames.
Image WithoutRim(const Image& cut);

// `cut` with paper in the place of its lines of `run` points and more.
Image WithoutLines(const Image& cut, double dpi, double run);

// Where the letter's lines begin and end on a page, pixels. Both 0: there are too few to tell.
struct TextMargins {
  double left = 0, right = 0;
};
TextMargins FindMargins(const Image& ink, double dpi);

// Takes a frame and what stands in it off `page` (8 bits). Rows of the letter's own text that go on beside
// the frame are left, but for the frame's lines; with `whole` nothing is.
void TakeOff(Image& page, const Image& ink, const StampFrame& frame, const TextMargins& margins,
             double dpi, bool whole);

// Takes off `page` what `cut`, a frame turned level without margin and `scale` times as large, has and
// `without` has not.
void TakeOffDifference(Image& page, const StampFrame& frame, const Image& cut, const Image& without,
                       double scale);

// The same as TakeOff for a frame of coloured ink: that ink alone goes.
void TakeOffInk(Image& page, const Image& ink, const StampFrame& frame, double dpi);

// Coloured ink alone, treated as the page's image was: 8 bits, dark on white, the darker the stronger its
// colour. Empty where the page is grey.
Image ColouredInk(const Raster& scanned, const Prepared& prepared);

// Its ink, 1 bit a pixel.
Image InkOfColour(const Image& coloured);

}  // namespace vanthu::image
