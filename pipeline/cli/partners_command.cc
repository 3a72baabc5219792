#include <memory>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/fact_output.h"
#include "pipeline/cli/options.h"

namespace vanthu::cli {
namespace {

struct Flags {
  RowOptions rows;
  archive::PartnerFilter filter;
  bool letters = false;
  std::string sum;
};

archive::PartnerGroup GroupOf(const std::string& name) {
  if (name == "year") return archive::PartnerGroup::kYear;
  if (name == "country") return archive::PartnerGroup::kCountry;
  if (name == "kind") return archive::PartnerGroup::kKind;
  return archive::PartnerGroup::kIssuer;
}

int Run(Shell& shell, const Flags& flags) {
  const std::filesystem::path& dir = shell.settings().archive;
  if (!flags.sum.empty()) {
    return PrintPlain(shell, {flags.rows, Say::kSheetPartners}, {flags.sum, "partners", "letters"},
                      [&](const auto& take) {
                        return run::SumPartners(dir, flags.filter, GroupOf(flags.sum), take);
                      });
  }
  if (flags.letters) {
    return PrintFacts(
        shell, {flags.rows, Say::kSheetPartners}, exporting::FactRows::kPartnerLetters,
        [&](const auto& take) { return run::ListPartnerLetters(dir, flags.filter, take); });
  }
  return PrintFacts(shell, {flags.rows, Say::kSheetPartners}, exporting::FactRows::kPartners,
                    [&](const auto& take) { return run::ListPartners(dir, flags.filter, take); });
}

}  // namespace

Command AddPartnersCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("partners", shell.Word(Say::kAboutPartners));
  AddRowOptions(*command, shell, flags->rows);
  command->add_option("--country", flags->filter.country, shell.Word(Say::kOptCountry))
      ->option_text("NAME");
  command->add_option("--kind", flags->filter.kind, shell.Word(Say::kOptPartnerKind))
      ->check(CLI::IsMember(
          {"country", "locality", "mission", "ngo", "igo", "company", "person", "other"}))
      ->option_text("KIND");
  command->add_option("--name", flags->filter.name, shell.Word(Say::kOptPartner))
      ->option_text("NAME");
  AddYearOption(*command, shell, flags->filter.year);
  AddIssuerOption(*command, shell, flags->filter.issuer);
  CLI::Option* letters =
      command->add_flag("--letters", flags->letters, shell.Word(Say::kOptLetters));
  AddSumOption(*command, shell, flags->sum, Say::kOptSumPartners,
               {"year", "country", "kind", "issuer"});
  command->get_option("--sum")->excludes(letters);
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
