// From pages of lines to letters cut into their parts. Pure.
#pragma once

#include <vector>

#include "models/document/letter.h"
#include "models/document/page.h"

namespace vanthu::segment {

// Cuts one letter, whose pages are given in order, into its zones, sections, tables, annexes and
// footnotes. Never fails: a text that is no letter comes out as body alone.
Letter Segment(std::vector<Page> pages);

}  // namespace vanthu::segment
