// Document numbers (số, ký hiệu văn bản): how one is taken apart and written in one form.
// Source: Decree 30/2020/ND-CP, Annex I, part II, component 3, and numbers met on paper.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu {

struct NumberParts {
  std::optional<int64_t> serial;      // none where it was left blank
  std::optional<std::string> suffix;  // B of 3176B
  std::string symbol;                 // what follows, its first / left out, a - kept
  std::string normalized;             // 650/UBND-ĐNMN
};

// Takes a number as printed after "Số:" apart ("575 /UBND-KTTH", "… /BC-BCĐ", "127-QĐ/TW"). None where
// it holds neither a serial nor a symbol.
std::optional<NumberParts> ParseNumber(std::string_view printed);

// Numbers inside running text (normalised): each needs a serial and a symbol that begins with a
// capital letter. A date, a fraction, a rate is none.
struct NumberInText {
  size_t begin = 0, end = 0;  // bytes
  NumberParts parts;
};
std::vector<NumberInText> FindNumbers(std::string_view text);

// The document type that a symbol prints (QĐ of QĐ-UBND, TB of -TB/TU, BC of SNgV-BC), none where it
// prints none, as in a dispatch.
std::optional<std::string> TypeInSymbol(std::string_view symbol);

}  // namespace vanthu
