// Options that several commands have, each worded and checked in one place.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
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

// --duplex; kAsGiven without it.
void AddDuplexOption(CLI::App& command, const Shell& shell, segment::PageOrder& order);

// --format, one of `names`; `format` holds the default and lives as long as the command.
void AddFormatOption(CLI::App& command, const Shell& shell, std::string& format,
                     const std::vector<std::string>& names);

// Where the rows of a command go, and in which form.
struct RowOptions {
  std::string format = "table";
  std::optional<std::filesystem::path> out;  // none: stdout
};

// --archive, --format and --out of a command that lists rows.
void AddRowOptions(CLI::App& command, Shell& shell, RowOptions& options);
// The last two, for one that has more formats than rows have; workbooks are named last.
void AddOutputOptions(CLI::App& command, const Shell& shell, RowOptions& options,
                      std::vector<std::string> more = {});

// --direction
void AddDirectionOption(CLI::App& command, const Shell& shell,
                        std::optional<std::string>& direction);

// --issuer
void AddIssuerOption(CLI::App& command, const Shell& shell, std::optional<std::string>& issuer);

// --sum, one of `names`; empty without it. `what`: what its help says.
void AddSumOption(CLI::App& command, const Shell& shell, std::string& sum, Say what,
                  const std::vector<std::string>& names);

// --year
void AddYearOption(CLI::App& command, const Shell& shell, std::optional<int>& year);

// json -> kJson …; only for names that AddFormatOption let through.
exporting::RowFormat RowFormatOf(const std::string& name);

}  // namespace vanthu::cli
