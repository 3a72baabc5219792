// Words to segments (runs with ordinary blanks), segments to rows.
#pragma once

#include <vector>

#include "pipeline/layout/token.h"

namespace vanthu::layout {

// Joins words that stand beside each other. A blank of more than about one em ends a segment, so
// that the columns of a head or a table stay apart; rows join what belongs to one printed line
// again.
std::vector<Segment> MakeSegments(std::vector<Token> tokens, const Measure& measure);

// Segments at one height, from the top down.
std::vector<Row> MakeRows(std::vector<Segment> segments, const Measure& measure);

// The segments of a row, in one.
Segment Joined(const Row& row);

}  // namespace vanthu::layout
