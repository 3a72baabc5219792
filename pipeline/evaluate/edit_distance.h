// Levenshtein distance of two sequences of symbols (code points, or numbers that stand for words).
// Bit-parallel: 64 cells of a column at a time, so that a page against a page takes milliseconds.
// Source: Myers 1999, in the block form of Hyyrö 2003. Knows nothing of text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vanthu::evaluate {

// Insertions, deletions and substitutions that turn `a` into `b`.
size_t EditDistance(std::u32string_view a, std::u32string_view b);

// The distance of `pattern` to the substring of `text` that is nearest to it; at most
// pattern.size(), which is its distance to the empty string.
size_t BestPlaceDistance(std::u32string_view pattern, std::u32string_view text);

// The code points of UTF-8.
std::u32string CodePoints(std::string_view utf8);

}  // namespace vanthu::evaluate
