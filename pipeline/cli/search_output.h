// How letters that were found are printed.
#pragma once

#include <string>
#include <vector>

#include "pipeline/archive/search.h"
#include "pipeline/cli/shell.h"

namespace vanthu::cli {

void PrintSearchRows(Shell& shell, const std::string& format,
                     const std::vector<archive::SearchRow>& rows);

}  // namespace vanthu::cli
