// The words of a table, cell by cell: each cell is an image of its own to the engine.
#pragma once

#include <vector>

#include "pipeline/reading/engine.h"
#include "pipeline/reading/sheet.h"

namespace vanthu::reading {

// The words in the cells of `cut`, whose image has `dpi`, added behind `words` at their places on that
// image, their lines counted on. Errors are the engine's.
Status ReadCells(Engine& engine, const image::CutTables& cut, double dpi,
                 std::vector<ReadWord>& words);

}  // namespace vanthu::reading
