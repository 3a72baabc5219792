// The two-column head of a page, found by the motto at its right or by two lines of capitals side
// by side at the top.
#pragma once

#include <vector>

#include "pipeline/layout/token.h"

namespace vanthu::layout {

struct Head {
  std::vector<Segment> above, left, right;
  std::vector<Segment> rest;  // everything under the head
};

// Without a two-column head all segments are in `rest`.
Head TakeHead(std::vector<Segment> segments, const Measure& measure);

}  // namespace vanthu::layout
