// Tables by the lines that are drawn round their cells.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/layout/token.h"

namespace vanthu::layout {

struct RuledCell {
  Cell cell;                   // without text
  std::vector<Segment> lines;  // as printed, top down
};

struct RuledTable {
  int rows = 0, columns = 0;
  std::vector<RuledCell> cells;  // row by row, also the empty ones
  Box box;                       // flat
};

struct RuledTables {
  std::vector<RuledTable> tables;  // top down
  std::vector<Token> rest;         // the words that stand in no table
  std::vector<Word> dropped;       // taken for noise inside tables
};

// `rulings` lie on the level page, as the tokens do. Frames round one text, incoming stamps and ruled
// heads or feet of a letter are no tables: their words are among the rest.
RuledTables TakeRuledTables(std::vector<Token> tokens, const std::vector<Ruling>& rulings,
                            const Measure& measure);

// Whether `line` of a cell begins a new item of a list after `above`, the cell's text so far, rather
// than going on with it: "- Ký biên bản" does, "- 15/6/2024" after "Từ ngày 13" does not.
bool BeginsItem(std::string_view above, std::string_view line);

}  // namespace vanthu::layout
