// A number with its scale (1 tỷ 250 triệu; 60/60; 10 - 20 triệu), before its unit is known.
#pragma once

#include <optional>
#include <string>

#include "extractors/quantity/tokens.h"

namespace vanthu::extractors {

struct Amount {
  size_t first = 0, last = 0;  // tokens [first, last)
  std::string_view printed;    // the digits of the first number
  int power = 0;               // of ten, of the scale behind it
  bool scaled = false;
  std::optional<std::string> of;  // printed whole of a fraction
  std::string added;              // "250000000" of "1 tỷ 250 triệu", else empty
};

// The amount that begins at number i; none where the number goes on as a date or a symbol (15/5/2019,
// 12/BC-UBND, 30-4-2018).
std::optional<Amount> AmountAt(const Tokens& tokens, size_t i);

// Its value in units of one, with the scale `power` where it has none of its own.
std::optional<std::string> ValueOf(const Amount& amount, bool comma_groups, int power = 0);

}  // namespace vanthu::extractors
