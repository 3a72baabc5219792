// The pieces that layout works with inside this folder: words on a level page, runs of words, rows.
#pragma once

#include <string>
#include <vector>

#include "models/document/page.h"

namespace vanthu::layout {

// A word with its place on the upright, level page. word.box stays that of the page as scanned.
struct Token {
  Word word;
  Box flat;  // points
};

// Words that follow each other with ordinary blanks between: a printed line, or the part of one
// that stands in a column or a cell.
struct Segment {
  std::vector<Token> tokens;  // left to right, never empty
  Box box;                    // flat, of all tokens
};

// Segments at one height, left to right.
struct Row {
  std::vector<Segment> segments;  // never empty
  Box box;
};

// Measures of a page that thresholds are multiples of.
struct Measure {
  double em = 12;                // median height of a word's box, points
  double left = 0, right = 595;  // the text's margins, flat points
  double width() const { return right - left; }
  double center() const { return (left + right) / 2; }
};

std::string TextOf(const Segment& segment);
Box BoundsOf(const std::vector<Token>& tokens);

// The parts of `segment` before and from token `index` (0 < index < tokens.size()).
struct SplitSegment {
  Segment before, after;
};
SplitSegment SplitBefore(const Segment& segment, size_t index);

}  // namespace vanthu::layout
