#include <memory>
#include <optional>
#include <utility>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/fact_output.h"
#include "pipeline/cli/import_report.h"
#include "pipeline/cli/import_words.h"
#include "pipeline/cli/office_desk.h"
#include "pipeline/cli/options.h"
#include "pipeline/export/kind_name.h"
#include "pipeline/run/import_plan.h"
#include "pipeline/run/mover.h"
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
  segment::PageOrder order = segment::PageOrder::kAsGiven;
  std::optional<std::filesystem::path> move;
  std::optional<std::filesystem::path> report;
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

void TellPlan(Shell& shell, const run::ImportPlan& plan, int workers) {
  for (const auto& [media_type, kind] : plan.kinds)
    shell.Note(shell.Word(Say::kPlanKind, exporting::KindName(media_type), kind.files,
                          static_cast<double>(kind.bytes) / 1e6, kind.held));
  const run::ImportReport& files = plan.files;
  shell.Note(shell.Word(Say::kPlanSummary, files.imported, files.skipped, files.failed));
  if (files.imported == 0) return;
  const std::string time = TimeText(plan.time);
  shell.Note(plan.measured_files > 0
                 ? shell.Word(Say::kPlanTime, time, workers, plan.measured_files)
                 : shell.Word(Say::kPlanTimeUnmeasured, time, workers));
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

// One call of the command.
class ImportRun {
 public:
  ImportRun(Shell& shell, const Flags& flags, run::ImportOptions options, ImportReportFile report)
      : shell_(shell),
        flags_(flags),
        options_(std::move(options)),
        report_(std::move(report)),
        listing_(shell, flags.format.empty() && flags.dry_run ? "table" : flags.format) {}

  int Run() { return flags_.dry_run ? Plan() : Import(); }

 private:
  run::ImportEvents Events() {
    return {[this](const run::ImportedFile& file) {
              shell_.ClearProgress();
              shell_.Complain(file.errors);
              // The list of a plan names those that are in the archive.
              if (!flags_.dry_run || file.trashed_at) TellSkipped(shell_, file);
              TellRescans(shell_, file);
              listing_.Add(file);
              report_.Add(file);
            },
            [this](const run::Progress& progress) { shell_.Show(progress); },
            {}};
  }

  int Plan() {
    const Result<run::ImportPlan> plan = run::PlanImport(options_, Shell::Stopped(), Events());
    listing_.Finish();
    if (!plan.ok()) return Fail(plan.error());
    TellPlan(shell_, *plan, options_.pool.workers);
    return End(plan->files, &*plan);
  }

  int Import() {
    std::optional<run::Mover> mover;
    run::ImportEvents events = Events();
    if (flags_.move) {
      mover.emplace(run::MoveOptions{options_.paths, *flags_.move, {}}, TellMoves(shell_));
      events.settled = [&mover](const std::vector<run::ImportedFile>& files) {
        mover->Settled(files);
      };
    }
    const Result<run::ImportReport> done = run::RunImport(options_, Shell::Stopped(), events);
    listing_.Finish();
    if (!done.ok()) return Fail(done.error());
    if (mover) mover->Finish();
    shell_.Note(shell_.Word(Say::kImportSummary, done->imported, done->letters, done->pages,
                            done->partly, done->skipped, done->failed));
    return End(*done, nullptr);
  }

  int Fail(const Error& error) {
    const Status written = report_.Write(error, nullptr);
    if (!written.ok()) shell_.Complain(written.error());
    const int status = shell_.Fail(error);
    if (error.code == ErrorCode::kDisk) shell_.Note(shell_.Word(Say::kDiskFull));
    return status;
  }

  int End(const run::ImportReport& files, const run::ImportPlan* plan) {
    const Status written = report_.Write(Done{}, plan);
    if (!written.ok()) return shell_.Fail(written.error());
    return shell_.FilesStatus(files.imported + files.partly + files.skipped,
                              files.partly + files.failed);
  }

  Shell& shell_;
  const Flags& flags_;
  const run::ImportOptions options_;
  ImportReportFile report_;
  Listing listing_;
};

int Run(Shell& shell, const Flags& flags) {
  if (flags.undone) return Undo(shell, *flags.undone);
  if (flags.list) return List(shell, flags);
  Result<run::PoolOptions> pool = shell.ReadingOptions();
  if (!pool.ok()) return shell.Fail(pool.error());
  Result<run::ImportMode> mode = run::ParseImportMode(flags.mode);
  if (!mode.ok()) return shell.Fail(mode.error());
  Result<ImportReportFile> report = ImportReportFile::Make(
      shell, flags.report,
      flags.dry_run ? run::ImportRecord::Kind::kPlan : run::ImportRecord::Kind::kImport);
  if (!report.ok()) return shell.Fail(report.error());
  run::ImportOptions options{shell.settings().archive, flags.paths, *mode, *pool, flags.order};
  return ImportRun(shell, flags, std::move(options), *std::move(report)).Run();
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
  AddDuplexOption(*command, shell, flags->order);
  command->add_option("--move", flags->move, shell.Word(Say::kOptMove))->option_text("DIR");
  AddReportOption(*command, shell, flags->report);
  AddFormatOption(*command, shell, flags->format, {"json", "jsonl", "csv", "table"});
  AddReadingOptions(*command, shell);
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
