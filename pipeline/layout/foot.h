// The two-column foot of a letter: recipients ("Nơi nhận") at the left, title and name of the
// signer at the right; or two signatures side by side.
#pragma once

#include <vector>

#include "pipeline/layout/token.h"

namespace vanthu::layout {

struct Foot {
  std::vector<Segment> before;  // everything above the foot
  std::vector<Segment> left, right;
  std::vector<Segment> below;
};

// Without a two-column foot all segments are in `before`.
Foot TakeFoot(std::vector<Segment> segments, const Measure& measure);

}  // namespace vanthu::layout
