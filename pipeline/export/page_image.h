// A page as it was scanned with what was found on it drawn in: the words by how sure they are, the values
// with their fields' names, cells of tables, places that were not understood.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "models/core/result.h"
#include "models/document/page.h"
#include "models/document/raster.h"

namespace vanthu::exporting {

struct PageMark {
  Box box;              // points
  uint32_t colour = 0;  // 0xRRGGBB
  int thickness = 1;    // pixels
  std::string label;    // ASCII; empty: none
};

// The marks of one page of a letter: `record` as letter.schema.json has it, `page` laid out (one without
// lines gives the values alone).
std::vector<PageMark> MarksOf(const nlohmann::ordered_json& record, const Page& page);

// A PNG of the page at `dpi` at most. The marks' places are those of a page of width x height points.
// kInternal where memory does not suffice.
Result<std::string> DrawMarks(Raster raster, double width, double height, double dpi,
                              const std::vector<PageMark>& marks);

}  // namespace vanthu::exporting
