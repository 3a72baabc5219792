// The round seal over a signature: where its rings lie, and the ink without them. Decree 30/2020/ND-CP
// and Circular 07/2010/TT-BCA: seals are 30 to 42 mm wide, with one or two rings at the rim and one
// inside the words.
#pragma once

#include <optional>
#include <vector>

#include "pipeline/image/strokes.h"

namespace vanthu::image {

struct Seal {
  double x = 0, y = 0, radius = 0;  // of the outermost ring, pixels of the patch
  std::vector<bool> rings;          // by radius: whether a ring is drawn there

  // Whether a place lies inside, by `margin` pixels at least.
  bool Holds(double px, double py, double margin = 0) const;
};

// The ring with the most of its round drawn, of at least half; dpi is that of the patch.
std::optional<Seal> FindSeal(const InkPatch& patch, double dpi);

// Takes the ink of the rings. What crosses a ring stays.
void EraseRings(InkPatch& patch, const Seal& seal);

}  // namespace vanthu::image
