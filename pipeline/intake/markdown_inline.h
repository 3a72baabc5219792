// The inside of one Markdown paragraph: emphasis, escapes, superscripts, entities and inline HTML.
// The part of CommonMark that letters use; underscores are no emphasis (they are blanks to fill
// in).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/intake/flow.h"

namespace vanthu::intake {

struct MarkdownSpan {
  enum class Kind { kText, kLabel, kBreak };
  Kind kind = Kind::kText;
  std::string text;
  Emphasis emphasis;
};

// `paragraph`: its source lines with '\n' between; every line end gives a kBreak.
std::vector<MarkdownSpan> ParseMarkdownInline(std::string_view paragraph);

}  // namespace vanthu::intake
