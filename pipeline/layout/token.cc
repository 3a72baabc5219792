#include "pipeline/layout/token.h"

#include <cstddef>

namespace vanthu::layout {

std::string TextOf(const Segment& segment) {
  std::string text;
  for (const Token& token : segment.tokens) {
    if (!text.empty()) text += ' ';
    text += token.word.text;
  }
  return text;
}

Box BoundsOf(const std::vector<Token>& tokens) {
  Box box = tokens.front().flat;
  for (const Token& token : tokens) box = Union(box, token.flat);
  return box;
}

SplitSegment SplitBefore(const Segment& segment, size_t index) {
  const auto at = segment.tokens.begin() + static_cast<std::ptrdiff_t>(index);
  SplitSegment out;
  out.before.tokens.assign(segment.tokens.begin(), at);
  out.after.tokens.assign(at, segment.tokens.end());
  out.before.box = BoundsOf(out.before.tokens);
  out.after.box = BoundsOf(out.after.tokens);
  return out;
}

}  // namespace vanthu::layout
