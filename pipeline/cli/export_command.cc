#include <memory>
#include <optional>
#include <string>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/office_desk.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/row_output.h"
#include "pipeline/export/letter_text.h"
#include "pipeline/run/archive_jobs.h"
#include "pipeline/run/standard_export.h"

namespace vanthu::cli {
namespace {

struct Flags {
  RowOptions rows{"jsonl", {}};
  bool standard = false;
  std::optional<std::string> dossier;
};

int RunStandard(Shell& shell, const Flags& flags) {
  if (!flags.rows.out)
    return shell.Fail(Error{ErrorCode::kUsage, shell.Word(Say::kStandardNeedsOut), "", 0});
  const Result<run::StandardReport> report = run::ExportStandard(
      DeskOf(shell), {*flags.rows.out, flags.dossier, shell.settings().office_id},
      Shell::Stopped());
  if (!report.ok()) return shell.Fail(report.error());
  for (const run::StandardReport::Cut& cut : report->cut)
    shell.Note(shell.Word(cut.what.left_out ? Say::kLeftOut : Say::kShortened, cut.of,
                          cut.what.field, cut.what.length, cut.what.limit));
  for (const Error& lost : report->failed) shell.Complain(lost);
  shell.Note(
      shell.Word(Say::kStandardSummary, report->letters, report->dossiers, report->failed.size()));
  return shell.FilesStatus(report->letters, static_cast<int64_t>(report->failed.size()));
}

int Run(Shell& shell, const Flags& flags) {
  if (flags.standard) return RunStandard(shell, flags);
  Result<RowOutput> rows =
      RowOutput::Make(shell, flags.rows, Say::kSheetLetters, exporting::LetterColumns());
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
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("export", shell.Word(Say::kAboutExport));
  AddOfficeRowOptions(*command, shell, flags->rows);
  CLI::Option* standard =
      command->add_flag("--standard", flags->standard, shell.Word(Say::kOptStandard));
  command->add_option("--dossier", flags->dossier, shell.Word(Say::kOptDossier))
      ->needs(standard)
      ->option_text("CODE");
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
