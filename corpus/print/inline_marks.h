// Reads the inline marks of a .letter line (**bold**, *italic*, ^1^, {{hand:…}}, {{blank:n}}).
#pragma once

#include <string_view>

#include "letter.h"
#include "result.h"

namespace vanthu::corpus {

// Input: one content line in UTF-8. The error names the mark that is not closed or not known; file
// and line number are the caller's to add.
Result<Line> ParseInlineMarks(std::string_view text);

}  // namespace vanthu::corpus
