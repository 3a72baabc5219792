// Printed lines out of segments, with what their shape tells: centred, bold, a new paragraph.
#pragma once

#include <vector>

#include "pipeline/layout/token.h"

namespace vanthu::layout {

// A line with its place on the level page, for comparing it to its neighbours.
struct PlacedLine {
  Line line;
  Box flat;
};

PlacedLine MakeLine(const Segment& segment, Column column);

// `measure` with the margins of these lines: a table beside or under them may be wider. Few lines
// say little; then the page's margins stay.
Measure Margins(const std::vector<PlacedLine>& lines, Measure measure);

// Sets `centered` and `starts_paragraph` of lines that follow each other in one column of the page.
void MarkShapes(std::vector<PlacedLine>& lines, const Measure& measure);

}  // namespace vanthu::layout
