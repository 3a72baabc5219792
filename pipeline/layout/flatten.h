// Which way the words of a page run, and their places once the page is turned upright and level.
// Scans are read upright but their words keep the places of the page as scanned: turned by a
// quarter, or askew by a degree or two, which over a line's length is more than the distance of two
// lines.
#pragma once

#include <vector>

#include "pipeline/layout/token.h"

namespace vanthu::layout {

// Tokens in the order of `words`. The turn is taken from the order of words that follow each other,
// the skew (up to 7°) from the slope of their lines.
std::vector<Token> Flatten(const std::vector<Word>& words);

Measure MeasurePage(const std::vector<Token>& tokens);

}  // namespace vanthu::layout
