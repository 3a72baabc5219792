#include <memory>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/run/import_job.h"

namespace vanthu::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Flags {
  std::vector<std::filesystem::path> paths;
  std::string mode = "skip";
  std::string format;  // empty: no rows
  bool dry_run = false;
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

int Run(Shell& shell, const Flags& flags) {
  Result<run::PoolOptions> pool = shell.ReadingOptions();
  if (!pool.ok()) return shell.Fail(pool.error());
  Result<run::ImportMode> mode = run::ParseImportMode(flags.mode);
  if (!mode.ok()) return shell.Fail(mode.error());
  const run::ImportOptions options{shell.settings().archive, flags.paths, *mode, *pool};
  Listing listing(shell, flags.format.empty() && flags.dry_run ? "table" : flags.format);
  const run::ImportEvents events{[&](const run::ImportedFile& file) {
                                   shell.ClearProgress();
                                   shell.Complain(file.errors);
                                   if (file.state == run::ImportState::kSkipped && !flags.dry_run)
                                     shell.Note(shell.Word(Say::kSkippedFile, file.name));
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
  command->add_option("PATH", flags->paths, shell.Word(Say::kArgPaths))
      ->required()
      ->option_text(" ");
  AddArchiveOption(*command, shell);
  command->add_option("--mode", flags->mode, shell.Word(Say::kOptMode))
      ->check(CLI::IsMember({"skip", "redo", "force"}))
      ->option_text("NAME");
  command->add_flag("--dry-run", flags->dry_run, shell.Word(Say::kOptDryRun));
  AddFormatOption(*command, shell, flags->format, {"json", "jsonl", "csv", "table"});
  AddReadingOptions(*command, shell);
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
