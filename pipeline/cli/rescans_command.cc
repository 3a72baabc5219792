#include <memory>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/fact_output.h"
#include "pipeline/cli/options.h"
#include "pipeline/export/rescan_rows.h"
#include "pipeline/run/search_jobs.h"

namespace vanthu::cli {
namespace {

int Run(Shell& shell, const std::string& name) {
  const exporting::RowFormat format = RowFormatOf(name);
  const bool rows = format == exporting::RowFormat::kCsv || format == exporting::RowFormat::kTable;
  const auto make = [&](const nlohmann::ordered_json& rescan) {
    return rows ? exporting::RescanRows(format, rescan)
                : std::vector<nlohmann::ordered_json>{rescan};
  };
  return PrintRows(shell, name, exporting::RescanColumns(format), make,
                   [&](const archive::RowSink& take) {
                     return run::ListRescans(shell.settings().archive, take);
                   });
}

}  // namespace

Command AddRescansCommand(CLI::App& program, Shell& shell) {
  const auto format = std::make_shared<std::string>("table");
  CLI::App* command = program.add_subcommand("rescans", shell.Word(Say::kAboutRescans));
  AddRowOptions(*command, shell, *format);
  return {command, [&shell, format] { return Run(shell, *format); }};
}

}  // namespace vanthu::cli
