// Straight lines that are drawn on a page: the rules of tables, frames, underlines. Whether they make
// a table is not asked here.
#pragma once

#include <vector>

#include "models/document/page.h"
#include "pipeline/image/mapping.h"
#include "pipeline/image/pix.h"

namespace vanthu::image {

struct Rules {
  std::vector<Ruling> level;    // pixels, left end first
  std::vector<Ruling> upright;  // pixels, upper end first
  Image level_ink,
      upright_ink;        // 1 bit a pixel: their ink, a pixel more on both sides; may be empty
  bool too_many = false;  // a pattern, not rules: nothing else is set then

  bool empty() const { return level.empty() && upright.empty(); }
};

// Most lines that are taken of one page; a dense form has 300.
inline constexpr size_t kMostRules = 3000;

// Dark lines of `grey` (8 bits, `dpi` pixels an inch) that are thinner than 5 points, level ones of
// 16 points and more and upright ones of 12, at up to 0.8° of skew. A line comes in pieces where it
// has gaps or others cross it; long strokes of large letters are among the lines. Level lines are only
// looked for where there are upright ones enough for a table.
Rules FindRules(const Image& grey, double dpi);

// The lines as points of the page as it was scanned.
std::vector<Ruling> RulingsOnPage(const Rules& rules, const PageMap& to_page);

// Says so on the page where there were too many to take any.
void NoteRules(const Rules& rules, Page& page);

}  // namespace vanthu::image
