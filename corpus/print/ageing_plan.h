// What happens to a letter between the printer and the archive, drawn once for the letter: the
// scanner's mode, the paper, the light, how crooked it lay. The numbers behind `strength` are here
// and nowhere else.
#pragma once

#include <cstdint>

#include "paint.h"
#include "rng.h"

namespace vanthu::corpus {

enum class ScanKind {
  kColour,  // JPEG
  kGrey,    // JPEG
  kFax,     // one bit a pixel, CCITT group 4
};

struct AgeingPlan {
  ScanKind kind = ScanKind::kColour;
  int strength = 1;
  std::uint64_t seed = 0;
  int jpeg_quality = 60;
  Colour paper;              // 1, 1, 1 is white
  double light_across = 0;   // loss of light from one side to the other, as a share
  double light_down = 0;
  double toner = 1;          // darkness of print, as a share
  double bleed_through = 0;  // darkness of the next page's print, as a share
  double noise = 2;          // grain, in levels of 255
  double blur_points = 0;    // reach of the blur on paper
  double specks_per_page = 0;
  bool punch_holes = false;
  bool dark_borders = false;
  int stains = 0;
};

// `seed` is the letter's and the caller's together; strength is 1 to 3.
AgeingPlan DrawAgeingPlan(std::uint64_t seed, int strength);

// How far a page lies turned, in radians, drawn anew for every page: at most 0.4, 1.2, 2.2 degrees.
double DrawSkew(const AgeingPlan& plan, Rng& rng);

}  // namespace vanthu::corpus
