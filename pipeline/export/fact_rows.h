// Rows over the whole archive in the form of a CSV or a table: ranges and periods as one cell, columns
// short enough for a terminal. JSON prints the rows as they are; a workbook has a period's words, first
// and last day in three columns.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "pipeline/export/rows.h"

namespace vanthu::exporting {

enum class FactRows {
  kDelegations,
  kConferences,
  kFigures,
  kPartners,        // one a partner
  kPartnerLetters,  // one a partner and letter
  kDeadlines,
  kDiagnostics,
};

// What stands in a CSV or a workbook, by the names of the rows, and in a table, by shorter ones.
std::vector<std::string> FactColumns(FactRows kind, RowFormat format);

// The row as `format` prints it under FactColumns; JSON as it is.
nlohmann::ordered_json FactRow(FactRows kind, RowFormat format, const nlohmann::ordered_json& row);

// 12; 5-7; ~12 where it is about that; as printed where it gives no number. `range` is {raw, min, max,
// approx} or null, which is empty.
std::string RangeText(const nlohmann::ordered_json& range);

// 2021-05-10; 2021-05-10..2021-05-14; whole months and years as such: 2021-04..2021-06, 2021. `period` is
// {start, end, raw} or null, which is empty.
std::string PeriodText(const nlohmann::ordered_json& period);

}  // namespace vanthu::exporting
