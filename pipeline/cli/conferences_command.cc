#include <memory>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/fact_output.h"
#include "pipeline/cli/options.h"

namespace vanthu::cli {
namespace {

struct Flags {
  std::string format = "table";
  archive::ConferenceFilter filter;
};

}  // namespace

Command AddConferencesCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("conferences", shell.Word(Say::kAboutConferences));
  AddRowOptions(*command, shell, flags->format);
  AddYearOption(*command, shell, flags->filter.year);
  return {command, [&shell, flags] {
            return PrintFacts(
                shell, flags->format, exporting::FactRows::kConferences, [&](const auto& take) {
                  return run::ListConferences(shell.settings().archive, flags->filter, take);
                });
          }};
}

}  // namespace vanthu::cli
