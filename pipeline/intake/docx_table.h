// Where the cells of a Word table stand: columns from spans, rows from vertical merges, and whether
// the table prints rules.
#pragma once

#include <pugixml.hpp>
#include <vector>

#include "models/document/page.h"
#include "pipeline/intake/docx_styles.h"

namespace vanthu::intake {

struct DocxTable {
  struct PlacedCell {
    Cell place;  // without text
    pugi::xml_node node;
  };
  std::vector<PlacedCell> cells;  // row by row; a merged cell once
  bool ruled = false;
};

DocxTable LayOutTable(const pugi::xml_node& table, const DocxStyles& styles);

}  // namespace vanthu::intake
