// Tables against gold tables: which were found, and cell by cell how they were read.
#pragma once

#include <nlohmann/json.hpp>

#include "pipeline/evaluate/matching.h"

namespace vanthu::evaluate {

// Scores of
//   tables        a table counts as right where every cell is (edit: 9 of 10 cells);
//   tables.cells  cells that say something, header row included, over tables that were found; rows
//                 are aligned first, so that a row too many costs its own cells alone;
//   tables.rows   the number of body rows, over tables that were found;
//   tables.kind, tables.title   likewise.
// A table is found where it shares enough of its cells with a gold table, whatever their order.
// Both are lists in the form of the schema.
Scores ScoreTables(const nlohmann::ordered_json& gold, const nlohmann::ordered_json& predicted);

}  // namespace vanthu::evaluate
