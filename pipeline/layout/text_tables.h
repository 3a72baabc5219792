// Tables in pages without geometry: consecutive lines with tabs, or with Markdown's pipes.
#pragma once

#include "models/document/page.h"

namespace vanthu::layout {

// Makes a grid of each text table and lines of its cells; grids come out in the order of the page.
// Tab-separated: two lines or more with two tabs or more each, the same number or nearly so (a head
// is often a column short of its body); with one tab, three lines or more with text on both sides,
// or lines with the national motto or the recipients in them, which are a head or a foot. Pipes: a
// line of dashes between pipes under the first. Tabs outside of tables become blanks.
Page FindTextTables(Page page);

}  // namespace vanthu::layout
