#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>
#include <optional>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/export/letter_text.h"
#include "pipeline/run/archive_jobs.h"

namespace vanthu::cli {
namespace {

struct Flags {
  std::string format = "jsonl";
  std::optional<std::filesystem::path> out;
};

int Run(Shell& shell, const Flags& flags) {
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
  AddArchiveOption(*command, shell);
  AddFormatOption(*command, shell, flags->format, {"json", "jsonl", "csv", "table"});
  command->add_option("--out", flags->out, shell.Word(Say::kOptOutFile))->option_text("FILE");
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
