// Reads a .letter file into a Letter. Format: corpus/FORMAT.md.
#pragma once

#include <string_view>

#include "letter.h"
#include "result.h"

namespace vanthu::corpus {

// Input: the whole file in UTF-8; `name` is the letter's name without ending, `file` the path for
// messages. Blocks without any bold or italic get the usual weight (default_style.h).
// Error: "FILE:LINE: reason" for the first thing that does not hold to the format.
Result<Letter> ParseLetter(std::string_view bytes, const std::string& name,
                           const std::string& file);

}  // namespace vanthu::corpus
