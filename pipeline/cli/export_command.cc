#include <memory>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/row_output.h"
#include "pipeline/export/letter_text.h"
#include "pipeline/run/archive_jobs.h"

namespace vanthu::cli {
namespace {

int Run(Shell& shell, const RowOptions& options) {
  Result<RowOutput> rows =
      RowOutput::Make(shell, options, Say::kSheetLetters, exporting::LetterColumns());
  if (!rows.ok()) return shell.Fail(rows.error());
  if (Status begun = rows->Begin(); !begun.ok()) return shell.Fail(begun.error());
  const bool whole = exporting::IsJson(rows->format());
  const Status all =
      run::EachLetter(shell.settings().archive, [&](const archive::StoredLetter& letter) -> Status {
        if (Shell::Stopped()) return Error{ErrorCode::kInterrupted, "stopped", "", 0};
        return rows->Add(whole ? letter.record : exporting::LetterRow(letter.record));
      });
  if (!all.ok()) return shell.Fail(all.error());
  const Status finished = rows->Finish();
  return finished.ok() ? kExitDone : shell.Fail(finished.error());
}

}  // namespace

Command AddExportCommand(CLI::App& program, Shell& shell) {
  const auto options = std::make_shared<RowOptions>(RowOptions{"jsonl", {}});
  CLI::App* command = program.add_subcommand("export", shell.Word(Say::kAboutExport));
  AddRowOptions(*command, shell, *options);
  return {command, [&shell, options] { return Run(shell, *options); }};
}

}  // namespace vanthu::cli
