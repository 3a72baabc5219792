// Two scans of what may be one paper, side by side, as rows of a CSV or a table.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "pipeline/export/rows.h"

namespace vanthu::exporting {

// CSV: number, year, issuer, first_id, second_id, field, first, second. Table: number, field, first, second.
std::vector<std::string> RescanColumns(RowFormat format);

// Of one object of archive/rescans.h: a row that names the letters, then one for each field that
// differs.
std::vector<nlohmann::ordered_json> RescanRows(RowFormat format,
                                               const nlohmann::ordered_json& rescan);

}  // namespace vanthu::exporting
