// What a sum, a share or a measure is of: "Kim ngạch xuất khẩu" of "Kim ngạch xuất khẩu ước đạt 876 triệu USD".
#pragma once

#include <optional>
#include <string>

#include "extractors/quantity/quantity.h"
#include "extractors/quantity/tokens.h"

namespace vanthu::extractors {

struct Label {
  std::optional<std::string> text;
  size_t last = 0;         // token behind it where it stands behind the figure: "12 ha lúa xuân"
  bool inherited = false;  // it is the label of the figure before: ", tăng 6,8%"
};

// `floor` is the token behind the quantity before this one, 0 for the first.
Label LabelOf(const Tokens& tokens, const Quantity& quantity, size_t floor);

}  // namespace vanthu::extractors
