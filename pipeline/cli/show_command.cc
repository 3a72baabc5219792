#include <memory>
#include <optional>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/export/letter_text.h"
#include "pipeline/run/archive_jobs.h"

namespace vanthu::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Flags {
  int64_t id = 0;
  std::string format = "table";
  std::optional<std::filesystem::path> original;
};

// A letter as a table of two columns: field, value.
void PrintCard(const exporting::RowWriter::Sink& print, const archive::StoredLetter& letter,
               int width) {
  exporting::RowWriter card(exporting::RowFormat::kTable, {"field", "value"}, print, width);
  card.Add({{"field", "id"}, {"value", letter.id}});
  const Json row = exporting::LetterRow(letter.record);
  for (const std::string& column : exporting::LetterColumns())
    if (!row.at(column).is_null() && !row.at(column).empty())
      card.Add({{"field", column}, {"value", row.at(column)}});
  card.Add({{"field", "pages"}, {"value", letter.pages.size()}});
  card.Add({{"field", "added"}, {"value", letter.added_at}});
  card.Finish();
}

void PrintLetter(Shell& shell, const std::string& format, const archive::StoredLetter& letter) {
  const auto print = [&shell](std::string_view text) { shell.Print(text); };
  if (format == "table") {
    PrintCard(print, letter, shell.terminal_width());
  } else if (format == "text") {
    std::vector<std::string> pages;
    for (const archive::StoredPage& page : letter.pages) pages.push_back(page.text);
    shell.Print(exporting::PagesText(pages));
  } else if (format == "csv") {
    exporting::RowWriter row(exporting::RowFormat::kCsv, exporting::LetterColumns(), print);
    row.Add(exporting::LetterRow(letter.record));
    row.Finish();
  } else {
    shell.Print(letter.record.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
  }
}

int Run(Shell& shell, const Flags& flags) {
  if (flags.original) {
    const Status copied = run::CopyOriginal(shell.settings().archive, flags.id, *flags.original);
    return copied.ok() ? kExitDone : shell.Fail(copied.error());
  }
  const Result<archive::StoredLetter> letter = run::ShowLetter(shell.settings().archive, flags.id);
  if (!letter.ok()) return shell.Fail(letter.error());
  PrintLetter(shell, flags.format, *letter);
  return kExitDone;
}

}  // namespace

Command AddShowCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("show", shell.Word(Say::kAboutShow));
  command->add_option("ID", flags->id, shell.Word(Say::kArgId))->required()->option_text(" ");
  AddArchiveOption(*command, shell);
  AddFormatOption(*command, shell, flags->format, {"table", "json", "jsonl", "csv", "text"});
  command->add_option("--original", flags->original, shell.Word(Say::kOptOriginal))
      ->option_text("FILE");
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
