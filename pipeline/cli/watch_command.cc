#include <chrono>
#include <ctime>
#include <memory>
#include <optional>
#include <utility>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/import_report.h"
#include "pipeline/cli/import_words.h"
#include "pipeline/cli/options.h"
#include "pipeline/run/watch_job.h"

namespace vanthu::cli {
namespace {

struct Flags {
  std::filesystem::path inbox;
  std::optional<std::filesystem::path> done, failed, report;
  std::vector<std::string> ignore;
  double settle = 5, interval = 2;  // seconds
  bool once = false;
};

std::chrono::milliseconds Milliseconds(double seconds) {
  return std::chrono::milliseconds(static_cast<int64_t>(seconds * 1000));
}

// What lies beside a file that failed.
std::string ReasonText(const Shell& shell, const std::string& name,
                       const std::vector<Error>& errors) {
  std::string reasons;
  for (const std::string& line : shell.Describe(errors)) {
    if (!reasons.empty()) reasons += "\n        ";
    reasons += line;
  }
  std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  char time[32];
  const size_t length = std::strftime(time, sizeof time, "%Y-%m-%d %H:%M:%S %z", &local);
  return shell.Word(Say::kReasonFile, name, std::string(time, length), reasons);
}

run::WatchEvents Events(Shell& shell, ImportReportFile& report) {
  return {{[&shell, &report](const run::ImportedFile& file) {
             shell.ClearProgress();
             shell.Complain(file.errors);
             TellSkipped(shell, file);
             TellRescans(shell, file);
             report.Add(file);
           },
           [&shell](const run::Progress& progress) { shell.Show(progress); },
           {}},
          TellMoves(shell),
          [&shell](const Error& error) {
            shell.Complain(error);
            shell.Note(shell.Word(Say::kWatchTrouble));
          }};
}

int Run(Shell& shell, const Flags& flags) {
  const Result<run::PoolOptions> pool = shell.ReadingOptions();
  if (!pool.ok()) return shell.Fail(pool.error());
  Result<ImportReportFile> report =
      ImportReportFile::Make(shell, flags.report, run::ImportRecord::Kind::kImport);
  if (!report.ok()) return shell.Fail(report.error());
  run::WatchOptions options;
  options.inbox = flags.inbox;
  options.done = flags.done.value_or(flags.inbox / "done");
  options.failed = flags.failed.value_or(flags.inbox / "failed");
  options.import = {shell.settings().archive, {}, run::ImportMode::kSkip, *pool};
  options.ignore = flags.ignore;
  options.settle = Milliseconds(flags.settle);
  options.interval = Milliseconds(flags.interval);
  options.end = flags.once ? run::WatchEnd::kEmpty : run::WatchEnd::kNever;
  options.reason = [&shell](const std::string& name, const std::vector<Error>& errors) {
    return ReasonText(shell, name, errors);
  };
  if (const Status checked = run::CheckWatch(options); !checked.ok())
    return shell.Fail(checked.error());
  shell.Note(shell.Word(Say::kWatching, flags.inbox.string()));
  const Result<run::ImportReport> sum =
      run::RunWatch(options, Shell::Stopped(), Events(shell, *report));
  const Status written = report->Write(sum.ok() ? Status(Done{}) : Status(sum.error()), nullptr);
  if (!written.ok()) shell.Complain(written.error());
  if (!sum.ok()) return shell.Fail(sum.error());
  // A failed file is the folder's affair, not the watch's.
  shell.Note(
      shell.Word(Say::kWatchSummary, sum->imported + sum->partly, sum->skipped, sum->failed));
  return written.ok() ? kExitDone : kExitNothingDone;
}

}  // namespace

Command AddWatchCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("watch", shell.Word(Say::kAboutWatch));
  command->add_option("DIR", flags->inbox, shell.Word(Say::kArgInbox))
      ->required()
      ->option_text(" ");
  AddArchiveOption(*command, shell);
  command->add_option("--done", flags->done, shell.Word(Say::kOptDone))->option_text("DIR");
  command->add_option("--failed", flags->failed, shell.Word(Say::kOptFailed))->option_text("DIR");
  command->add_option("--ignore", flags->ignore, shell.Word(Say::kOptIgnore))
      ->allow_extra_args(false)
      ->option_text("PATTERN");
  command->add_option("--settle", flags->settle, shell.Word(Say::kOptSettle))
      ->check(CLI::Range(0.0, 86400.0))
      ->option_text("SECONDS");
  command->add_option("--interval", flags->interval, shell.Word(Say::kOptInterval))
      ->check(CLI::Range(0.01, 86400.0))
      ->option_text("SECONDS");
  command->add_flag("--once", flags->once, shell.Word(Say::kOptOnce));
  AddReportOption(*command, shell, flags->report);
  AddReadingOptions(*command, shell);
  command->footer(shell.Word(Say::kWatchFooter));
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
