// The piece of a letter that shows why it was found.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/archive/compile.h"

namespace vanthu::archive {

// Length of an excerpt without its marks, in bytes: two lines of a terminal.
inline constexpr size_t kExcerptBytes = 200;

struct Excerpt {
  size_t page = 0;     // index of the page it was taken from
  std::string text;    // as printed, blanks and line ends as one blank; matches in <mark>…</mark>
  bool found = false;  // false: nothing matched, the text is the beginning of the first page
};

// From the first of the pages on which the most patterns match.
Excerpt MakeExcerpt(std::span<const std::string> pages, std::span<const Pattern> patterns);

}  // namespace vanthu::archive
