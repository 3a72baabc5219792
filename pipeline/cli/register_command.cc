#include <memory>
#include <optional>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/fact_output.h"
#include "pipeline/cli/office_desk.h"
#include "pipeline/cli/options.h"
#include "pipeline/export/office_books.h"

namespace vanthu::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Flags {
  std::string format = "table";
  int year = 0;
  std::string direction;
  std::optional<std::string> type;
  std::optional<std::filesystem::path> out;
};

// The book's columns; in a table the letter's id before them, by which commands name it.
std::vector<std::string> NamesOf(exporting::Book book, exporting::RowFormat format) {
  std::vector<std::string> names;
  if (format == exporting::RowFormat::kTable) names.emplace_back("id");
  for (const exporting::BookColumn& column : exporting::ColumnsOf(book))
    names.emplace_back(column.name);
  return names;
}

int WriteRegister(Shell& shell, const Flags& flags, exporting::Book book,
                  const archive::RegisterFilter& filter) {
  if (Status named = CheckBookName(*flags.out); !named.ok()) return shell.Fail(named.error());
  const run::OfficeDesk desk = DeskOf(shell);
  std::vector<Json> rows;
  const Status read = run::ListRegister(desk, filter, [&](const Json& row) -> Status {
    if (Shell::Stopped()) return Error{ErrorCode::kInterrupted, "stopped", "", 0};
    rows.push_back(row);
    return Done{};
  });
  if (!read.ok()) return shell.Fail(read.error());
  const exporting::Sheet sheet = exporting::BookSheet(
      book, exporting::RegisterTitle(book, desk.office.name(), flags.year), rows);
  const int status = WriteBook(shell, sheet, *flags.out);
  if (status == kExitDone)
    shell.Note(shell.Word(Say::kRowsWritten, flags.out->string(), rows.size()));
  return status;
}

int Run(Shell& shell, const Flags& flags) {
  archive::RegisterFilter filter;
  filter.year = flags.year;
  filter.direction = DirectionOf(flags.direction);
  if (flags.type) {
    filter.types = archive::ChooseType(*flags.type);
    if (!filter.types)
      return shell.Fail(Error{ErrorCode::kUsage, shell.Word(Say::kNoType, *flags.type), "", 0});
  }
  const exporting::Book book =
      filter.direction == Direction::kOut ? exporting::Book::kOutgoing : exporting::Book::kIncoming;
  if (flags.out) return WriteRegister(shell, flags, book, filter);
  const exporting::RowFormat format = RowFormatOf(flags.format);
  const bool whole = exporting::IsJson(format);
  const auto make = [&](const Json& row) -> std::vector<Json> {
    if (whole) return {row};
    Json cells = exporting::BookRow(book, row);
    cells["id"] = row.at("letter_id");
    return {cells};
  };
  const RowOptions rows{flags.format, {}};
  return PrintRows(
      shell, {rows, Say::kSheetLetters}, NamesOf(book, format), make,
      [&](const auto& take) { return run::ListRegister(DeskOf(shell), filter, take); });
}

}  // namespace

Command AddRegisterCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("register", shell.Word(Say::kAboutRegister));
  AddOfficeOptions(*command, shell);
  AddFormatOption(*command, shell, flags->format, {"json", "jsonl", "csv", "table"});
  command->add_option("--year", flags->year, shell.Word(Say::kOptBookYear))
      ->required()
      ->check(CLI::Range(1, 9999))
      ->option_text("Y");
  command->add_option("--direction", flags->direction, shell.Word(Say::kOptPaperDirection))
      ->required()
      ->check(CLI::IsMember({"out", "in"}))
      ->option_text("out|in");
  command->add_option("--type", flags->type, shell.Word(Say::kOptBookType))->option_text("TYPE");
  command->add_option("--out", flags->out, shell.Word(Say::kOptBookFile))->option_text("FILE");
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
