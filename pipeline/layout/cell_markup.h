// HTML and emphasis that converters leave inside the cells of text tables. Not
// an HTML parser; files that are HTML go through intake.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vanthu::layout {

// The printed lines of a cell, tags gone and entities resolved: an item of a list begins with "- "
// (unless its list is styled without marks or it brings a mark of its own), <br>, <p> and <div>
// begin lines. Empty lines are left out. "2 < 3" and other text that is no tag stays.
std::vector<std::string> CellLines(std::string_view cell);

}  // namespace vanthu::layout
