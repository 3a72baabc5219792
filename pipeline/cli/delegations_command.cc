#include <memory>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/fact_output.h"
#include "pipeline/cli/options.h"

namespace vanthu::cli {
namespace {

struct Flags {
  RowOptions rows;
  archive::DelegationFilter filter;
  std::string sum;
};

archive::DelegationGroup GroupOf(const std::string& name) {
  if (name == "country") return archive::DelegationGroup::kCountry;
  if (name == "issuer") return archive::DelegationGroup::kIssuer;
  if (name == "direction") return archive::DelegationGroup::kDirection;
  return archive::DelegationGroup::kYear;
}

int Run(Shell& shell, const Flags& flags) {
  const std::filesystem::path& dir = shell.settings().archive;
  if (flags.sum.empty()) {
    return PrintFacts(
        shell, {flags.rows, Say::kSheetDelegations}, exporting::FactRows::kDelegations,
        [&](const auto& take) { return run::ListDelegations(dir, flags.filter, take); });
  }
  return PrintPlain(shell, {flags.rows, Say::kSheetDelegations},
                    {flags.sum, "rows", "delegations_min", "delegations_max", "members_min",
                     "members_max", "members_unknown"},
                    [&](const auto& take) {
                      return run::SumDelegations(dir, flags.filter, GroupOf(flags.sum), take);
                    });
}

}  // namespace

Command AddDelegationsCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("delegations", shell.Word(Say::kAboutDelegations));
  AddRowOptions(*command, shell, flags->rows);
  AddDirectionOption(*command, shell, flags->filter.direction);
  AddYearOption(*command, shell, flags->filter.year);
  command->add_option("--country", flags->filter.country, shell.Word(Say::kOptCountry))
      ->option_text("NAME");
  command->add_option("--partner", flags->filter.partner, shell.Word(Say::kOptPartner))
      ->option_text("NAME");
  AddIssuerOption(*command, shell, flags->filter.issuer);
  AddSumOption(*command, shell, flags->sum, Say::kOptSumDelegations,
               {"year", "country", "issuer", "direction"});
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
