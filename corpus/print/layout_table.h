// Ruled tables that run over pages.
#pragma once

#include "letter.h"
#include "page_flow.h"

namespace vanthu::corpus {

enum class HeadRows { kOnce, kOnEveryPage };

// Places the table from the current height on and moves below it. Rows bound together by merged
// cells stay on one page when they are not too high; a row higher than a page is cut between lines.
void PlaceTable(const Table& table, HeadRows head_rows, PageFlow& flow);

}  // namespace vanthu::corpus
