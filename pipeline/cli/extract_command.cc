#include <memory>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/letter_output.h"
#include "pipeline/cli/options.h"
#include "pipeline/run/extract_job.h"

namespace vanthu::cli {
namespace {

struct Flags {
  std::vector<std::filesystem::path> files;
  std::string format = "json";
  std::optional<std::filesystem::path> out;
};

int Run(Shell& shell, const Flags& flags) {
  Result<run::PoolOptions> pool = shell.ReadingOptions();
  if (!pool.ok()) return shell.Fail(pool.error());
  Result<LetterOutput> output = LetterOutput::Make(shell, flags.format, flags.out);
  if (!output.ok()) return shell.Fail(output.error());

  const auto take = [&](const run::ExtractedFile& file) -> Status {
    shell.ClearProgress();
    shell.Complain(file.errors);
    for (const run::MadeLetter& letter : file.letters)
      if (Status put = output->Put(letter); !put.ok()) return put;
    return Done{};
  };
  const Result<run::ExtractReport> report =
      run::RunExtract({flags.files, *pool}, Shell::Stopped(), take,
                      [&shell](const run::Progress& progress) { shell.Show(progress); });
  output->Finish();
  if (!report.ok()) return shell.Fail(report.error());
  const int64_t files = report->read + report->partly + report->failed;
  if (files != 1)
    shell.Note(shell.Word(Say::kExtractSummary, report->read, report->partly, report->failed));
  // A file read in part is a failure of some pages, and a result all the same.
  return shell.FilesStatus(report->read + report->partly, report->partly + report->failed);
}

}  // namespace

Command AddExtractCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("extract", shell.Word(Say::kAboutExtract));
  command->add_option("FILE", flags->files, shell.Word(Say::kArgFiles))
      ->required()
      ->option_text(" ");
  AddFormatOption(*command, shell, flags->format, {"json", "jsonl", "text", "csv", "table"});
  command->add_option("--out", flags->out, shell.Word(Say::kOptOutFolder))->option_text("DIR");
  AddReadingOptions(*command, shell);
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
