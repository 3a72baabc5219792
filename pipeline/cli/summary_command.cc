#include <memory>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/fact_output.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/row_output.h"
#include "pipeline/export/summary_rows.h"

namespace vanthu::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Flags {
  RowOptions rows;
  archive::SummaryQuestion question;
};

int Run(Shell& shell, const Flags& flags) {
  const exporting::RowFormat format = RowFormatOf(flags.rows.format);
  const exporting::SummaryWords words{shell.Word(Say::kAllCountries), shell.Word(Say::kNoCountry),
                                      SheetLanguageOf(shell)};
  return PrintRows(
      shell, {flags.rows, Say::kSheetSummary}, exporting::SummaryColumns(format),
      [&](const Json& row) { return std::vector<Json>{exporting::SummaryRow(format, words, row)}; },
      [&](const archive::RowSink& take) {
        return run::SummarizeYear(shell.settings().archive, flags.question, take);
      });
}

}  // namespace

Command AddSummaryCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("summary", shell.Word(Say::kAboutSummary));
  command->footer(shell.Word(Say::kSummaryFooter));
  AddRowOptions(*command, shell, flags->rows);
  command->add_option("--year", flags->question.year, shell.Word(Say::kOptSummaryYear))
      ->required()
      ->check(CLI::Range(1, 9999))
      ->option_text("Y");
  AddDirectionOption(*command, shell, flags->question.direction);
  AddIssuerOption(*command, shell, flags->question.issuer);
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
