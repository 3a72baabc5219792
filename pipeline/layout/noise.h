// What OCR makes of seals, signatures, rules and dust: taken out before lines are made. When in
// doubt a word stays: text that is lost here cannot be found again.
#pragma once

#include <vector>

#include "pipeline/layout/token.h"

namespace vanthu::layout {

struct Cleaned {
  std::vector<Segment> segments;
  std::vector<Word> dropped;
};

// Words of a text layer (confidence 1) are never dropped.
Cleaned DropNoise(std::vector<Segment> segments, const Measure& measure);

}  // namespace vanthu::layout
