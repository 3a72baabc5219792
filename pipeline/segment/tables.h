// Grids of a page as tables of a letter: header rows found, merged cells repeated, the (1)(2)(3) row
// left out, parts on several pages joined, title and kind named.
#pragma once

#include "models/document/letter.h"

namespace vanthu::segment {

void CollectTables(Letter& letter);

}  // namespace vanthu::segment
