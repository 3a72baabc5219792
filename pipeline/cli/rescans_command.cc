#include <memory>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/fact_output.h"
#include "pipeline/cli/options.h"
#include "pipeline/export/rescan_rows.h"
#include "pipeline/run/search_jobs.h"

namespace vanthu::cli {
namespace {

int Run(Shell& shell, const RowOptions& options) {
  const exporting::RowFormat format = RowFormatOf(options.format);
  const bool rows = !exporting::IsJson(format);
  const auto make = [&](const nlohmann::ordered_json& rescan) {
    return rows ? exporting::RescanRows(format, rescan)
                : std::vector<nlohmann::ordered_json>{rescan};
  };
  return PrintRows(shell, {options, Say::kSheetRescans}, exporting::RescanColumns(format), make,
                   [&](const archive::RowSink& take) {
                     return run::ListRescans(shell.settings().archive, take);
                   });
}

}  // namespace

Command AddRescansCommand(CLI::App& program, Shell& shell) {
  const auto options = std::make_shared<RowOptions>();
  CLI::App* command = program.add_subcommand("rescans", shell.Word(Say::kAboutRescans));
  AddRowOptions(*command, shell, *options);
  return {command, [&shell, options] { return Run(shell, *options); }};
}

}  // namespace vanthu::cli
