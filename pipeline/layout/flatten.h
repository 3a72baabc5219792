// Which way the words of a page run, and their places once the page is turned upright and level.
// Scans are read upright but their words keep the places of the page as scanned: turned by a
// quarter, or askew by a degree or two, which over a line's length is more than the distance of two
// lines.
#pragma once

#include <vector>

#include "pipeline/layout/token.h"

namespace vanthu::layout {

// The way from places on the page as scanned to places on the upright, level page. The turn is taken
// from the order of words that follow each other, the skew (up to 7°) from the slope of long lines that
// are drawn, else of the lines of words.
class Leveling {
 public:
  Leveling(const std::vector<Word>& words, const std::vector<Ruling>& rulings);

  Box Level(const Box& box) const;
  Ruling Level(const Ruling& ruling) const;
  // In the order of `words`.
  std::vector<Token> Level(const std::vector<Word>& words) const;

 private:
  int turns_ = 0;     // quarters, clockwise
  double slope_ = 0;  // of the lines once they are turned
};

Measure MeasurePage(const std::vector<Token>& tokens);

}  // namespace vanthu::layout
