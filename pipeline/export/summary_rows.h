// A year of delegations as rows of a CSV, a table or a workbook: one number a cell.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "pipeline/export/column_words.h"
#include "pipeline/export/rows.h"

namespace vanthu::exporting {

// What a table says in the reader's language.
struct SummaryWords {
  std::string all, no_country;
  SheetLanguage language = SheetLanguage::kEnglish;  // of direction and stage
};

std::vector<std::string> SummaryColumns(RowFormat format);

// An object of archive/year_summary.h under SummaryColumns; JSON as it is. Numbers that are not known are empty,
// changes have a sign: +3, -2..+1.
nlohmann::ordered_json SummaryRow(RowFormat format, const SummaryWords& words,
                                  const nlohmann::ordered_json& row);

}  // namespace vanthu::exporting
