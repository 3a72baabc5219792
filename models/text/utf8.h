// Walking over UTF-8 by code point.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vanthu {

struct CodePoint {
  char32_t value = 0;  // U+FFFD for a byte that begins no valid sequence (length 1)
  size_t length = 0;   // bytes; 0 at the end of the text
};

CodePoint DecodeAt(std::string_view text, size_t offset);
void AppendUtf8(char32_t code_point, std::string& out);

// Letter of any script, or digit: what a Vietnamese word consists of. Combining marks count.
bool IsLetter(char32_t code_point);
bool IsDigit(char32_t code_point);  // 0-9 alone
inline bool IsWordChar(char32_t c) { return IsLetter(c) || IsDigit(c); }
bool IsUpper(char32_t code_point);
bool IsLower(char32_t code_point);

// Number of code points.
size_t Length(std::string_view text);

}  // namespace vanthu
