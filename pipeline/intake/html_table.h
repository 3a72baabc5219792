// Where the cells of an HTML table stand: rows, columns, spans, and whether the table prints rules.
#pragma once

#include <gumbo.h>

#include <vector>

#include "models/document/page.h"

namespace vanthu::intake {

struct HtmlTable {
  struct PlacedCell {
    Cell place;  // without text
    const GumboNode* node = nullptr;
  };
  std::vector<PlacedCell> cells;  // row by row
  std::vector<const GumboNode*> captions;
  bool ruled = false;
};

// The table's own rows (not those of tables inside it), spans cut to the rows that there are.
HtmlTable LayOutTable(const GumboNode& table);

}  // namespace vanthu::intake
