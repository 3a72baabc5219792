// A page as it lay on the scanner's glass, still clean: printed matter, pen, seal and stamps.
#pragma once

#include <cstdint>

#include "letter.h"
#include "page.h"
#include "pen.h"
#include "raster.h"
#include "result.h"
#include "seal.h"

namespace vanthu::corpus {

// What is the same on all pages of one letter.
struct Desk {
  Pen clerk;              // fills in number and day
  Pen signer;
  Pen receiver;           // fills in the incoming stamp
  SealWords seal;
  Colour stamp_ink;
  bool dotted_gaps = false;
  std::uint64_t seed = 0;
};

Desk DeskOf(const Letter& letter, std::uint64_t seed);

// `number` of the page, 0-based. The error is cairo's.
Result<Raster> PaintScanPage(const Letter& letter, const Page& page, int number, const Desk& desk,
                             int dpi);

}  // namespace vanthu::corpus
