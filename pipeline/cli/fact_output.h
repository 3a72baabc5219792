// How the commands that list rows over the archive print them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "pipeline/cli/options.h"
#include "pipeline/cli/shell.h"
#include "pipeline/export/fact_rows.h"
#include "pipeline/run/fact_jobs.h"

namespace vanthu::cli {

// Fills in rows, as the functions of run/fact_jobs.h do.
using AskRows = std::function<Status(const archive::RowSink& take)>;
// The rows that one of these is printed as.
using MakeRows = std::function<std::vector<nlohmann::ordered_json>(const nlohmann::ordered_json&)>;

// How a command prints its rows: what was typed, and the title of a workbook.
struct RowPrint {
  const RowOptions& options;
  Say title;
};

// Prints what `ask` finds and answers the exit status. Where the question was wrong nothing is printed.
int PrintRows(Shell& shell, const RowPrint& print, const std::vector<std::string>& columns,
              const MakeRows& make, const AskRows& ask);
// Rows of fact_rows.h.
int PrintFacts(Shell& shell, const RowPrint& print, exporting::FactRows kind, const AskRows& ask);
// Rows as they are, such as sums.
int PrintPlain(Shell& shell, const RowPrint& print, const std::vector<std::string>& columns,
               const AskRows& ask);

}  // namespace vanthu::cli
