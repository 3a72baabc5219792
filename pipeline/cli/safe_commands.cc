// Whether the archive is sound, and copies of it: verify, backup, restore.
#include <memory>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/row_output.h"
#include "pipeline/run/safe_jobs.h"

namespace vanthu::cli {
namespace {

using Json = nlohmann::ordered_json;

run::ShowProgress ShowIn(Shell& shell) {
  return [&shell](const run::Progress& progress) { shell.Show(progress); };
}

int Verify(Shell& shell, const RowOptions& options) {
  Result<RowOutput> rows = RowOutput::Make(shell, options, Say::kSheetDamages, {"file", "reason"});
  if (!rows.ok()) return shell.Fail(rows.error());
  const Result<archive::Soundness> found = run::VerifyArchive(
      shell.settings().archive, Shell::Stopped(),
      [&](const archive::Damage& damage) {
        shell.ClearProgress();
        return rows->Add(Json{{"file", damage.file}, {"reason", damage.reason}});
      },
      ShowIn(shell));
  shell.ClearProgress();
  if (!found.ok()) return shell.Fail(found.error());
  if (Status finished = rows->Finish(); !finished.ok()) return shell.Fail(finished.error());
  if (found->damages > 0) {
    shell.Note(shell.Word(Say::kArchiveDamaged, found->damages));
    return kExitArchiveDamaged;
  }
  shell.Note(shell.Word(Say::kArchiveSound, found->letters, found->files));
  return kExitDone;
}

int BackUp(Shell& shell, const std::filesystem::path& folder) {
  const Result<archive::CopiedArchive> done =
      run::BackUpArchive(shell.settings().archive, folder, Shell::Stopped(), ShowIn(shell));
  shell.ClearProgress();
  if (!done.ok()) return shell.Fail(done.error());
  shell.Note(
      shell.Word(Say::kBackupSummary, folder.string(), done->letters, done->files, done->copied));
  return kExitDone;
}

int Restore(Shell& shell, const std::filesystem::path& backup) {
  const std::filesystem::path archive = shell.settings().archive;
  const Result<archive::CopiedArchive> done =
      run::RestoreArchive(backup, archive, Shell::Stopped(), ShowIn(shell));
  shell.ClearProgress();
  if (!done.ok()) return shell.Fail(done.error());
  shell.Note(shell.Word(Say::kRestoreSummary, archive.string(), done->letters, done->files));
  return kExitDone;
}

}  // namespace

Command AddVerifyCommand(CLI::App& program, Shell& shell) {
  const auto options = std::make_shared<RowOptions>();
  CLI::App* command = program.add_subcommand("verify", shell.Word(Say::kAboutVerify));
  AddRowOptions(*command, shell, *options);
  return {command, [&shell, options] { return Verify(shell, *options); }};
}

Command AddBackupCommand(CLI::App& program, Shell& shell) {
  const auto folder = std::make_shared<std::filesystem::path>();
  CLI::App* command = program.add_subcommand("backup", shell.Word(Say::kAboutBackup));
  AddArchiveOption(*command, shell);
  command->add_option("DIR", *folder, shell.Word(Say::kArgBackupFolder))
      ->required()
      ->option_text(" ");
  return {command, [&shell, folder] { return BackUp(shell, *folder); }};
}

Command AddRestoreCommand(CLI::App& program, Shell& shell) {
  const auto backup = std::make_shared<std::filesystem::path>();
  CLI::App* command = program.add_subcommand("restore", shell.Word(Say::kAboutRestore));
  AddArchiveOption(*command, shell);
  command->add_option("BACKUP", *backup, shell.Word(Say::kArgBackup))->required()->option_text(" ");
  return {command, [&shell, backup] { return Restore(shell, *backup); }};
}

}  // namespace vanthu::cli
