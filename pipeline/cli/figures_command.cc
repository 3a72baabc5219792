#include <memory>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/fact_output.h"
#include "pipeline/cli/options.h"

namespace vanthu::cli {
namespace {

struct Flags {
  RowOptions rows;
  archive::FigureFilter filter;
  std::string sum;
};

archive::FigureGroup GroupOf(const std::string& name) {
  if (name == "year") return archive::FigureGroup::kYear;
  if (name == "label") return archive::FigureGroup::kLabel;
  if (name == "issuer") return archive::FigureGroup::kIssuer;
  return archive::FigureGroup::kUnit;
}

int Run(Shell& shell, const Flags& flags) {
  const std::filesystem::path& dir = shell.settings().archive;
  if (flags.sum.empty()) {
    return PrintFacts(shell, {flags.rows, Say::kSheetFigures}, exporting::FactRows::kFigures,
                      [&](const auto& take) { return run::ListFigures(dir, flags.filter, take); });
  }
  std::vector<std::string> columns = {"kind", "unit", "figures", "sum", "sum_max", "unknown"};
  if (flags.sum != "unit") columns.insert(columns.begin(), flags.sum);
  return PrintPlain(shell, {flags.rows, Say::kSheetFigures}, columns, [&](const auto& take) {
    return run::SumFigures(dir, flags.filter, GroupOf(flags.sum), take);
  });
}

}  // namespace

Command AddFiguresCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("figures", shell.Word(Say::kAboutFigures));
  AddRowOptions(*command, shell, flags->rows);
  command->add_option("--unit", flags->filter.unit, shell.Word(Say::kOptUnit))->option_text("UNIT");
  command->add_option("--kind", flags->filter.kind, shell.Word(Say::kOptFigureKind))
      ->check(
          CLI::IsMember({"money", "count", "percent", "area", "mass", "duration", "rate", "other"}))
      ->option_text("KIND");
  command->add_option("--label", flags->filter.label, shell.Word(Say::kOptLabel))
      ->option_text("TEXT");
  command->add_option("--min", flags->filter.min, shell.Word(Say::kOptMin))->option_text("N");
  command->add_option("--max", flags->filter.max, shell.Word(Say::kOptMax))->option_text("N");
  AddYearOption(*command, shell, flags->filter.year);
  AddIssuerOption(*command, shell, flags->filter.issuer);
  AddSumOption(*command, shell, flags->sum, Say::kOptSumFigures,
               {"unit", "year", "label", "issuer"});
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
