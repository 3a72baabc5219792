#include <memory>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/run/evaluate_job.h"

namespace vanthu::cli {
namespace {

struct Flags {
  run::EvaluateOptions options;
  std::string format = "table";
  bool errors = false;
};

void PrintReport(Shell& shell, const Flags& flags, const evaluate::Evaluation& evaluation) {
  using Json = nlohmann::ordered_json;
  if (flags.format == "json") {
    shell.Print(
        evaluate::ReportJson(evaluation).dump(1, ' ', false, Json::error_handler_t::replace) +
        "\n");
    return;
  }
  shell.Print(evaluate::ReportText(
      evaluation,
      flags.format == "markdown" ? evaluate::TableStyle::kMarkdown : evaluate::TableStyle::kPlain,
      flags.errors ? evaluate::ErrorList::kAll : evaluate::ErrorList::kNone));
}

int Run(Shell& shell, Flags flags) {
  Result<run::PoolOptions> pool = shell.ReadingOptions();
  if (!pool.ok()) return shell.Fail(pool.error());
  flags.options.pool = *pool;
  const run::EvaluateEvents events{
      [&shell](const Error& error) { shell.Complain(error); },
      [&shell](const run::Progress& progress) { shell.Show(progress); }};
  const Result<run::EvaluateReport> report =
      run::RunEvaluate(flags.options, Shell::Stopped(), events);
  shell.ClearProgress();
  if (!report.ok()) return shell.Fail(report.error());
  PrintReport(shell, flags, report->evaluation);
  for (const evaluate::Fall& fall : report->falls)
    shell.Note(shell.Word(Say::kBelowBaseline, fall.Describe()));
  if (!report->falls.empty()) return kExitBelowBaseline;
  const size_t scored = report->evaluation.letters.size() + report->evaluation.pages.size();
  return shell.FilesStatus(static_cast<int64_t>(scored), report->failed);
}

}  // namespace

Command AddEvaluateCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  run::EvaluateOptions& options = flags->options;
  CLI::App* command = program.add_subcommand("evaluate", shell.Word(Say::kAboutEvaluate));
  command->add_option("DIR", options.folder, shell.Word(Say::kArgGoldFolder))->required();
  command->add_option("--baseline", options.baseline, shell.Word(Say::kOptBaseline))
      ->option_text("FILE");
  command->add_option("--save", options.save, shell.Word(Say::kOptSaveReport))->option_text("FILE");
  command->add_option("--predictions", options.predictions, shell.Word(Say::kOptPredictions))
      ->option_text("FILE");
  command
      ->add_option("--save-predictions", options.save_predictions,
                   shell.Word(Say::kOptSavePredictions))
      ->option_text("FILE");
  command->add_flag("--errors", flags->errors, shell.Word(Say::kOptErrors));
  AddFormatOption(*command, shell, flags->format, {"table", "json", "markdown"});
  AddReadingOptions(*command, shell);
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
