#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>
#include <optional>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/office_desk.h"
#include "pipeline/cli/options.h"
#include "pipeline/export/letter_text.h"
#include "pipeline/run/archive_jobs.h"
#include "pipeline/run/standard_export.h"

namespace vanthu::cli {
namespace {

struct Flags {
  std::string format = "jsonl";
  std::optional<std::filesystem::path> out;
  bool standard = false;
  std::optional<std::string> dossier;
};

int RunStandard(Shell& shell, const Flags& flags) {
  if (!flags.out)
    return shell.Fail(Error{ErrorCode::kUsage, shell.Word(Say::kStandardNeedsOut), "", 0});
  const Result<run::StandardReport> report = run::ExportStandard(
      DeskOf(shell), {*flags.out, flags.dossier, shell.settings().office_id}, Shell::Stopped());
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
  std::ofstream file;
  if (flags.out) file.open(*flags.out, std::ios::binary | std::ios::trunc);
  const auto unwritten = [&] {
    return Error{ErrorCode::kDisk, std::strerror(errno), flags.out->string(), 0};
  };
  if (flags.out && !file) return shell.Fail(unwritten());
  const exporting::RowWriter::Sink sink = [&](std::string_view text) {
    if (flags.out) {
      file << text;
    } else {
      shell.Print(text);
    }
  };
  const exporting::RowFormat format = RowFormatOf(flags.format);
  const bool whole =
      format == exporting::RowFormat::kJson || format == exporting::RowFormat::kJsonl;
  exporting::RowWriter rows(format, exporting::LetterColumns(), sink,
                            flags.out ? 0 : shell.table_width());
  const Status all =
      run::EachLetter(shell.settings().archive, [&](const archive::StoredLetter& letter) -> Status {
        if (Shell::Stopped()) return Error{ErrorCode::kInterrupted, "stopped", "", 0};
        rows.Add(whole ? letter.record : exporting::LetterRow(letter.record));
        return Done{};
      });
  if (!all.ok()) return shell.Fail(all.error());
  rows.Finish();
  file.close();
  return flags.out && !file ? shell.Fail(unwritten()) : kExitDone;
}

}  // namespace

Command AddExportCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("export", shell.Word(Say::kAboutExport));
  AddOfficeOptions(*command, shell);
  AddFormatOption(*command, shell, flags->format, {"json", "jsonl", "csv", "table"});
  command->add_option("--out", flags->out, shell.Word(Say::kOptOutFile))->option_text("FILE");
  CLI::Option* standard =
      command->add_flag("--standard", flags->standard, shell.Word(Say::kOptStandard));
  command->add_option("--dossier", flags->dossier, shell.Word(Say::kOptDossier))
      ->needs(standard)
      ->option_text("CODE");
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
