// The trash: rm, trash.
#include <memory>
#include <optional>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/fact_output.h"
#include "pipeline/cli/office_desk.h"
#include "pipeline/cli/options.h"
#include "pipeline/run/safe_jobs.h"

namespace vanthu::cli {
namespace {

// Without --older-than a letter can be had back for a month.
constexpr int kDefaultDays = 30;

struct TrashFlags {
  RowOptions rows;
  std::vector<int64_t> restored;
  bool empty = false;
  std::optional<int> days;
};

int Remove(Shell& shell, const std::vector<int64_t>& letters) {
  const Status done = run::ThrowLettersAway(DeskOf(shell), letters);
  if (!done.ok()) return shell.Fail(done.error());
  shell.Note(shell.Word(Say::kThrownAway, letters.size()));
  return kExitDone;
}

int Restore(Shell& shell, const std::vector<int64_t>& letters) {
  const Status done = run::BringLettersBack(DeskOf(shell), letters);
  if (!done.ok()) return shell.Fail(done.error());
  shell.Note(shell.Word(Say::kBroughtBack, letters.size()));
  return kExitDone;
}

int Empty(Shell& shell, int days) {
  const Result<archive::Emptied> done = run::EmptyTrash(DeskOf(shell), days);
  if (!done.ok()) return shell.Fail(done.error());
  shell.Note(shell.Word(Say::kTrashEmptied, done->letters, done->files, done->left));
  return kExitDone;
}

int Trash(Shell& shell, const TrashFlags& flags) {
  const bool restore = !flags.restored.empty();
  if ((restore && flags.empty) || (flags.days && !flags.empty)) {
    return shell.Fail(Error{ErrorCode::kUsage, shell.Word(Say::kOneTrashAct), "", 0});
  }
  if (restore) return Restore(shell, flags.restored);
  if (flags.empty) return Empty(shell, flags.days.value_or(kDefaultDays));
  return PrintPlain(
      shell, {flags.rows, Say::kSheetTrash},
      {"letter_id", "trashed_at", "who", "number", "issue_date", "issuer", "subject", "source"},
      [&](const archive::RowSink& take) { return run::ListTrash(DeskOf(shell), take); });
}

}  // namespace

Command AddRmCommand(CLI::App& program, Shell& shell) {
  const auto letters = std::make_shared<std::vector<int64_t>>();
  CLI::App* command = program.add_subcommand("rm", shell.Word(Say::kAboutRm));
  AddArchiveOption(*command, shell);
  command->add_option("ID", *letters, shell.Word(Say::kArgEnteredIds))
      ->required()
      ->option_text(" ");
  return {command, [&shell, letters] { return Remove(shell, *letters); }};
}

Command AddTrashCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<TrashFlags>();
  CLI::App* command = program.add_subcommand("trash", shell.Word(Say::kAboutTrash));
  AddRowOptions(*command, shell, flags->rows);
  command->add_option("--restore", flags->restored, shell.Word(Say::kOptTrashRestore))
      ->option_text("ID ...");
  command->add_flag("--empty", flags->empty, shell.Word(Say::kOptTrashEmpty));
  command->add_option("--older-than", flags->days, shell.Word(Say::kOptOlderThan))
      ->check(CLI::NonNegativeNumber)
      ->option_text("DAYS");
  return {command, [&shell, flags] { return Trash(shell, *flags); }};
}

}  // namespace vanthu::cli
