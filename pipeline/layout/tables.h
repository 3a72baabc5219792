// Tables on pages with geometry, told by their white space: consecutive rows whose words leave the
// same three or more columns. Two columns are no table here ("+ Phía Đông giáp:   Lô đất số 16" is
// a line of text), nor are ruled tables with a single row; lines drawn on the page are not looked
// at.
#pragma once

#include <vector>

#include "pipeline/layout/token.h"

namespace vanthu::layout {

// One cell with its printed lines, top down.
struct TableCell {
  int row = 0, column = 0;
  std::vector<Segment> lines;
};

// Part of a page's rows: either rows of text or a table.
struct Stretch {
  std::vector<Row> rows;         // text, one printed line a row; empty for a table
  std::vector<TableCell> cells;  // row by row, left to right; empty for text
  int row_count = 0, column_count = 0;
};

std::vector<Stretch> FindTables(std::vector<Row> rows, const Measure& measure);

}  // namespace vanthu::layout
