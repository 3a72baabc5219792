#include <memory>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/fact_output.h"
#include "pipeline/cli/options.h"

namespace vanthu::cli {
namespace {

struct Flags {
  std::string format = "table";
  archive::PartnerFilter filter;
  bool letters = false;
};

int Run(Shell& shell, const Flags& flags) {
  const std::filesystem::path& dir = shell.settings().archive;
  if (flags.letters) {
    return PrintFacts(
        shell, flags.format, exporting::FactRows::kPartnerLetters,
        [&](const auto& take) { return run::ListPartnerLetters(dir, flags.filter, take); });
  }
  return PrintFacts(shell, flags.format, exporting::FactRows::kPartners,
                    [&](const auto& take) { return run::ListPartners(dir, flags.filter, take); });
}

}  // namespace

Command AddPartnersCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("partners", shell.Word(Say::kAboutPartners));
  AddRowOptions(*command, shell, flags->format);
  command->add_option("--country", flags->filter.country, shell.Word(Say::kOptCountry))
      ->option_text("NAME");
  command->add_option("--kind", flags->filter.kind, shell.Word(Say::kOptPartnerKind))
      ->check(CLI::IsMember(
          {"country", "locality", "mission", "ngo", "igo", "company", "person", "other"}))
      ->option_text("KIND");
  command->add_option("--name", flags->filter.name, shell.Word(Say::kOptPartner))
      ->option_text("NAME");
  AddYearOption(*command, shell, flags->filter.year);
  command->add_flag("--letters", flags->letters, shell.Word(Say::kOptLetters));
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
