// What the commands of the records office share: whose archive it is, who sits at it, where books go.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>
#include <string_view>

#include "pipeline/cli/options.h"
#include "pipeline/cli/shell.h"
#include "pipeline/export/xlsx.h"
#include "pipeline/run/office_jobs.h"

namespace vanthu::cli {

// --archive and --office.
void AddOfficeOptions(CLI::App& command, Shell& shell);
// The same with --format and --out of a command that lists rows.
void AddOfficeRowOptions(CLI::App& command, Shell& shell, RowOptions& options);

// Of the settings; who is the user of the system where they name none.
run::OfficeDesk DeskOf(Shell& shell);

// out, in; only for what an option let through.
Direction DirectionOf(std::string_view name);

// Whether a file's name says that it is a book: .xlsx, .pdf.
Status CheckBookName(const std::filesystem::path& file);
// Writes the sheet as the name says. Answers the exit status.
int WriteBook(Shell& shell, const exporting::Sheet& sheet, const std::filesystem::path& file);

// The exit status of a change.
int StatusOf(Shell& shell, const Status& status);

}  // namespace vanthu::cli
