// Quantities of a sentence: a number or a range, its scale and its unit (10 - 20 tỷ đồng/năm; 60/60 cột
// mốc; 24 chương trình, dự án). Not here: what stands around it (context.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/quantity/tokens.h"
#include "models/document/record.h"

namespace vanthu::extractors {

struct Quantity {
  size_t first = 0, last = 0;  // its tokens, [first, last)
  FigureKind kind = FigureKind::kOther;
  std::string value;
  std::optional<std::string> value_max, of;
  std::string unit;
  double certainty = 0;  // on clean text, 0..1
};

// All of them, in order. Dates, times, periods, ordinals and the numbers of documents are none.
std::vector<Quantity> FindQuantities(const Tokens& tokens);

}  // namespace vanthu::extractors
