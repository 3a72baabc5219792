// Tables that print nothing but place a head or a foot: Word and HTML letters set "UBND TỈNH … |
// CỘNG HÒA …" and "Nơi nhận | KT. CHỦ TỊCH" in borderless tables of two columns.
#pragma once

#include "models/document/page.h"

namespace vanthu::layout {

// Dissolves such grids into lines of the left column, then of the right one. A grid qualifies if it
// has two columns with text and either the national motto or "Nơi nhận" in a cell, or no rules and
// stands at the beginning or the end of the page or before two titles of signers.
Page DissolvePlacingGrids(Page page);

}  // namespace vanthu::layout
