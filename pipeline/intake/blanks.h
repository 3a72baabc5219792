// Blanks of ASCII round the words of headers and style sheets. Not for text of letters, whose blanks
// models/text/normalize.h knows.
#pragma once

#include <string_view>

namespace vanthu::intake {

// Valid as long as `text`.
inline std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

}  // namespace vanthu::intake
