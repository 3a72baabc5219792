// How letters that were found are printed.
#pragma once

#include <vector>

#include "pipeline/cli/options.h"
#include "pipeline/cli/shell.h"
#include "pipeline/run/archive_jobs.h"

namespace vanthu::cli {

// kUsage, kDisk as RowOutput.
Status PrintSearchRows(Shell& shell, const RowOptions& options,
                       const std::vector<archive::SearchRow>& rows);

}  // namespace vanthu::cli
