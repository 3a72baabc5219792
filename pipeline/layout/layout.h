// From what a gate gave (words with boxes, or lines and grids) to lines in reading order: words are
// joined to printed lines, two-column heads and feet come out as left block, then right block, text
// tables become grids, borderless tables that only place a head or a foot are dissolved into lines
// with their Column. Pure: knows geometry and lines, not what a letter means beyond its head and foot
// being set in two columns.
#pragma once

#include "models/document/page.h"

namespace vanthu::layout {

// A page that has words gets its lines from them. A page without words keeps its lines, with text
// tables (tab-separated, Markdown) recognised. Idempotent on lines; words are kept as they are.
Page Arrange(Page page);

}  // namespace vanthu::layout
