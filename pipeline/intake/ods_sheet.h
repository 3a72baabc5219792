// One sheet of an OpenDocument spreadsheet as rows of placed cells: repeated rows and cells told
// apart, hidden ones and the endless empty ones at the end left out. Not for what stands in a cell.
#pragma once

#include <pugixml.hpp>
#include <vector>

#include "pipeline/intake/ods_styles.h"

namespace vanthu::intake {

struct OdsCell {
  int column = 0;  // from 0
  int row_span = 1, column_span = 1;
  pugi::xml_node node;
  OdsFormat format;
  bool has_text = false;
};

struct OdsRow {
  std::vector<OdsCell> cells;  // those with text or with lines round them
  bool header = false;         // repeated on every page in print
  int texts = 0;               // cells that have text
  // More than half of the cells with text have lines round them; where none has text, any has.
  bool ruled = false;
};

// The rows from the first to the last with a text. A hidden sheet has none.
std::vector<OdsRow> ReadSheet(const pugi::xml_node& table, const OdsStyles& styles);

}  // namespace vanthu::intake
