#include <memory>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/fact_output.h"
#include "pipeline/cli/options.h"

namespace vanthu::cli {
namespace {

struct Flags {
  RowOptions rows;
  archive::ConferenceFilter filter;
  std::string sum;
};

int Run(Shell& shell, const Flags& flags) {
  const std::filesystem::path& dir = shell.settings().archive;
  const RowPrint print{flags.rows, Say::kSheetConferences};
  if (flags.sum.empty()) {
    return PrintFacts(shell, print, exporting::FactRows::kConferences, [&](const auto& take) {
      return run::ListConferences(dir, flags.filter, take);
    });
  }
  const archive::ConferenceGroup group =
      flags.sum == "year" ? archive::ConferenceGroup::kYear : archive::ConferenceGroup::kIssuer;
  return PrintPlain(
      shell, print,
      {flags.sum, "rows", "local_min", "local_max", "local_unknown", "foreign_min", "foreign_max",
       "foreign_unknown"},
      [&](const auto& take) { return run::SumConferences(dir, flags.filter, group, take); });
}

}  // namespace

Command AddConferencesCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("conferences", shell.Word(Say::kAboutConferences));
  AddRowOptions(*command, shell, flags->rows);
  AddYearOption(*command, shell, flags->filter.year);
  command->add_option("--name", flags->filter.name, shell.Word(Say::kOptConferenceName))
      ->option_text("TEXT");
  AddIssuerOption(*command, shell, flags->filter.issuer);
  AddSumOption(*command, shell, flags->sum, Say::kOptSumConferences, {"year", "issuer"});
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
