#include <memory>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/office_desk.h"
#include "pipeline/cli/options.h"
#include "pipeline/run/reextract_job.h"

namespace vanthu::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Flags {
  std::string format = "table";
  bool show_only = false;
  std::vector<int64_t> letters;  // of reocr
};

int Run(Shell& shell, const Flags& flags, run::Readings readings) {
  Result<run::PoolOptions> pool = shell.ReadingOptions();
  if (!pool.ok()) return shell.Fail(pool.error());
  exporting::RowWriter rows(
      RowFormatOf(flags.format), {"id", "source", "field", "before", "after"},
      [&shell](std::string_view text) { shell.Print(text); }, shell.table_width());
  const run::ReextractEvents events{
      [&rows](const run::ReextractedLetter& letter) {
        for (const run::FieldChange& change : letter.changes)
          rows.Add(Json{{"id", letter.id},
                        {"source", letter.source},
                        {"field", change.field},
                        {"before", change.before},
                        {"after", change.after}});
      },
      [&shell](const Error& error) { shell.Complain(error); },
      [&shell](const run::Progress& progress) { shell.Show(progress); }};
  const run::ReextractOptions options{shell.settings().archive,
                                      flags.show_only ? run::Apply::kShowOnly : run::Apply::kWrite,
                                      *pool,
                                      readings,
                                      flags.letters,
                                      DeskOf(shell).who};
  const Result<run::ReextractReport> report = run::RunReextract(options, Shell::Stopped(), events);
  shell.ClearProgress();
  rows.Finish();
  if (!report.ok()) return shell.Fail(report.error());
  shell.Note(shell.Word(Say::kReextractSummary, report->letters, report->changed, report->failed));
  return shell.FilesStatus(report->letters, report->failed);
}

void AddFlags(CLI::App& command, Shell& shell, Flags& flags) {
  AddArchiveOption(command, shell);
  command.add_flag("--dry-run", flags.show_only, shell.Word(Say::kOptShowOnly));
  AddFormatOption(command, shell, flags.format, {"json", "jsonl", "csv", "table"});
  AddReadingOptions(command, shell);
}

}  // namespace

Command AddReextractCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("reextract", shell.Word(Say::kAboutReextract));
  AddFlags(*command, shell, *flags);
  return {command, [&shell, flags] { return Run(shell, *flags, run::Readings::kKept); }};
}

Command AddReocrCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("reocr", shell.Word(Say::kAboutReocr));
  command->add_option("ID", flags->letters, shell.Word(Say::kArgIds))->option_text(" ");
  AddFlags(*command, shell, *flags);
  return {command, [&shell, flags] { return Run(shell, *flags, run::Readings::kAnew); }};
}

}  // namespace vanthu::cli
