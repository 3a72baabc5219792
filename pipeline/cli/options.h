// Options that several commands have, each worded and checked in one place.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/cli/shell.h"
#include "pipeline/export/rows.h"

namespace vanthu::cli {

// -q, -v, --lang. On the program, for all commands.
void AddCommonOptions(CLI::App& program, Shell& shell);

// --archive
void AddArchiveOption(CLI::App& command, Shell& shell);

// -j, --quality, --model, --tessdata, time and memory limits.
void AddReadingOptions(CLI::App& command, Shell& shell);

// --format, one of `names`; `format` holds the default and lives as long as the command.
void AddFormatOption(CLI::App& command, const Shell& shell, std::string& format,
                     const std::vector<std::string>& names);

// --archive and --format of a command that lists rows.
void AddRowOptions(CLI::App& command, Shell& shell, std::string& format);

// --year
void AddYearOption(CLI::App& command, const Shell& shell, std::optional<int>& year);

// json -> kJson …; only for names that AddFormatOption let through.
exporting::RowFormat RowFormatOf(const std::string& name);

}  // namespace vanthu::cli
