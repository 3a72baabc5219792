#include "pipeline/cli/import_words.h"

namespace vanthu::cli {

void TellSkipped(Shell& shell, const run::ImportedFile& file) {
  if (file.trashed_at) {
    shell.Note(shell.Word(Say::kSkippedTrash, file.name, file.trashed_at->substr(0, 10)));
  } else if (file.state == run::ImportState::kSkipped) {
    shell.Note(shell.Word(Say::kSkippedFile, file.name));
  }
}

void TellRescans(Shell& shell, const run::ImportedFile& file) {
  if (file.same_as)
    shell.Note(shell.Word(Say::kSameLetter, file.name, file.same_as->id, file.same_as->source));
  for (const run::ImportedFile::Rescan& rescan : file.rescans) {
    const archive::LetterHead& head = rescan.of.head;
    shell.Note(shell.Word(Say::kPossibleRescan, file.name, rescan.id, head.id, rescan.of.source,
                          head.number.value_or(""), head.issue_date.value_or("").substr(0, 4),
                          head.issuer.value_or("")));
  }
}

run::MoveEvents TellMoves(Shell& shell) {
  return {[&shell](const std::filesystem::path& from, const std::filesystem::path& to) {
            if (shell.volume() == Volume::kVerbose)
              shell.Note(shell.Word(Say::kMoved, from.string(), to.string()));
          },
          [&shell](const Error& error) {
            shell.Complain(
                Error{error.code, shell.Word(Say::kCannotMove, error.file, error.message), "", 0});
          }};
}

}  // namespace vanthu::cli
