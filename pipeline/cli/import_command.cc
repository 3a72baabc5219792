#include <memory>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/fact_output.h"
#include "pipeline/cli/office_desk.h"
#include "pipeline/cli/options.h"
#include "pipeline/run/import_job.h"
#include "pipeline/run/safe_jobs.h"

namespace vanthu::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Flags {
  std::vector<std::filesystem::path> paths;
  std::string mode = "skip";
  std::string format;  // empty: no rows
  bool dry_run = false;
  std::optional<int64_t> undone;  // a run to be taken back
  bool list = false;              // the runs that there were
};

const std::vector<std::string> kColumns = {"file", "state", "ids", "pages", "page", "reason"};

// The row of a file; the first error stands for all.
Json Row(const run::ImportedFile& file) {
  Json row = {{"file", file.name}, {"state", run::ImportStateName(file.state)},
              {"ids", file.ids},   {"pages", file.pages},
              {"page", nullptr},   {"reason", nullptr}};
  if (!file.errors.empty()) {
    if (file.errors.front().page > 0) row["page"] = file.errors.front().page;
    row["reason"] = file.errors.front().message;
  }
  return row;
}

class Listing {
 public:
  Listing(Shell& shell, const std::string& format) {
    if (format.empty()) return;
    rows_ = std::make_unique<exporting::RowWriter>(
        RowFormatOf(format), kColumns, [&shell](std::string_view text) { shell.Print(text); },
        shell.terminal_width());
  }
  void Add(const run::ImportedFile& file) {
    if (rows_) rows_->Add(Row(file));
  }
  void Finish() {
    if (rows_) rows_->Finish();
  }

 private:
  std::unique_ptr<exporting::RowWriter> rows_;
};

void TellRescans(Shell& shell, const run::ImportedFile& file) {
  for (const run::ImportedFile::Rescan& rescan : file.rescans) {
    const archive::LetterHead& head = rescan.of.head;
    shell.Note(shell.Word(Say::kPossibleRescan, file.name, rescan.id, head.id, rescan.of.source,
                          head.number.value_or(""), head.issue_date.value_or("").substr(0, 4),
                          head.issuer.value_or("")));
  }
}

void TellSkipped(Shell& shell, const run::ImportedFile& file, bool dry_run) {
  if (file.trashed_at) {
    shell.Note(shell.Word(Say::kSkippedTrash, file.name, file.trashed_at->substr(0, 10)));
  } else if (file.state == run::ImportState::kSkipped && !dry_run) {
    shell.Note(shell.Word(Say::kSkippedFile, file.name));
  }
}

int Undo(Shell& shell, int64_t run) {
  const Result<std::vector<int64_t>> letters = run::UndoImport(DeskOf(shell), run);
  if (!letters.ok()) return shell.Fail(letters.error());
  shell.Note(shell.Word(Say::kImportUndone, run, letters->size()));
  return kExitDone;
}

int List(Shell& shell, const Flags& flags) {
  const RowOptions options{flags.format.empty() ? "table" : flags.format, std::nullopt};
  return PrintPlain(
      shell, {options, Say::kSheetImports},
      {"run", "started_at", "finished_at", "letters", "summary"},
      [&](const archive::RowSink& take) { return run::ListImports(DeskOf(shell), take); });
}

int Run(Shell& shell, const Flags& flags) {
  if (flags.undone) return Undo(shell, *flags.undone);
  if (flags.list) return List(shell, flags);
  Result<run::PoolOptions> pool = shell.ReadingOptions();
  if (!pool.ok()) return shell.Fail(pool.error());
  Result<run::ImportMode> mode = run::ParseImportMode(flags.mode);
  if (!mode.ok()) return shell.Fail(mode.error());
  const run::ImportOptions options{shell.settings().archive, flags.paths, *mode, *pool};
  Listing listing(shell, flags.format.empty() && flags.dry_run ? "table" : flags.format);
  const run::ImportEvents events{[&](const run::ImportedFile& file) {
                                   shell.ClearProgress();
                                   shell.Complain(file.errors);
                                   TellSkipped(shell, file, flags.dry_run);
                                   TellRescans(shell, file);
                                   listing.Add(file);
                                 },
                                 [&shell](const run::Progress& progress) { shell.Show(progress); }};
  const Result<run::ImportReport> report = flags.dry_run
                                               ? run::PlanImport(options, Shell::Stopped(), events)
                                               : run::RunImport(options, Shell::Stopped(), events);
  listing.Finish();
  if (!report.ok()) {
    const int status = shell.Fail(report.error());
    if (report.error().code == ErrorCode::kDisk) shell.Note(shell.Word(Say::kDiskFull));
    return status;
  }
  if (flags.dry_run) {
    shell.Note(shell.Word(Say::kPlanSummary, report->imported, report->skipped, report->failed));
  } else {
    shell.Note(shell.Word(Say::kImportSummary, report->imported, report->letters, report->pages,
                          report->partly, report->skipped, report->failed));
  }
  return shell.FilesStatus(report->imported + report->partly + report->skipped,
                           report->partly + report->failed);
}

}  // namespace

Command AddImportCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("import", shell.Word(Say::kAboutImport));
  CLI::Option* paths = command->add_option("PATH", flags->paths, shell.Word(Say::kArgPaths));
  paths->option_text(" ");
  AddArchiveOption(*command, shell);
  command->add_option("--mode", flags->mode, shell.Word(Say::kOptMode))
      ->check(CLI::IsMember({"skip", "redo", "force"}))
      ->option_text("NAME");
  command->add_flag("--dry-run", flags->dry_run, shell.Word(Say::kOptDryRun));
  command->add_option("--undo", flags->undone, shell.Word(Say::kOptUndoImport))
      ->excludes(paths)
      ->option_text("RUN");
  command->add_flag("--list-runs", flags->list, shell.Word(Say::kOptListImports))->excludes(paths);
  AddFormatOption(*command, shell, flags->format, {"json", "jsonl", "csv", "table"});
  AddReadingOptions(*command, shell);
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
