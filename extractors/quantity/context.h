// What stands around a quantity and belongs to it: hedge, direction of a change and its baseline, label.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/quantity/quantity.h"
#include "extractors/quantity/tokens.h"
#include "models/document/record.h"

namespace vanthu::extractors {

// "khoảng", "trên", "ước đạt", "không quá" before it, "trở lên" behind it.
Approximation HedgeOf(const Tokens& tokens, const Quantity& quantity);

struct ChangeOf {
  Change change = Change::kNone;
  std::optional<std::string> baseline;  // as printed
  size_t last = 0;  // one behind the baseline where it follows the quantity, else 0
};

// tăng 6,8% so với cùng kỳ năm trước. One change for each quantity, in their order; changes that are
// joined share the baseline that is named once.
std::vector<ChangeOf> ChangesOf(const Tokens& tokens, const std::vector<Quantity>& quantities);

// Whether `second` says the same sum as `first` in another currency, by what stands between them:
// "412.650 USD (tương đương khoảng 9,2 tỷ đồng)".
bool SaysSameSum(const Tokens& tokens, const Quantity& first, const Quantity& second);

}  // namespace vanthu::extractors
