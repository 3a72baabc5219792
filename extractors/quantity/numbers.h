// Numbers as Vietnamese letters write them: 1.987,64 triệu; 30-40; Khoảng 15 người.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/document/record.h"

namespace vanthu::extractors {

// What a cell of a table says: "Khoảng 15 người" is 15..15 approximately, "6 - 7" is 6..7, "Do Trưởng đoàn
// quyết định" has no number. None for a cell without a word.
std::optional<Range> RangeOf(std::string_view cell);

}  // namespace vanthu::extractors
