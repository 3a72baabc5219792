#include <memory>
#include <optional>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/fact_output.h"
#include "pipeline/cli/office_desk.h"
#include "pipeline/cli/options.h"

namespace vanthu::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Flags {
  RowOptions rows;
  archive::IncomingFilter filter;
  bool open = false, overdue = false;
};

struct Column {
  const char* key;
  const char* label;  // in a table; empty: in a CSV alone
};
constexpr Column kColumns[] = {
    {"letter_id", "id"},
    {"arrival_number", "no"},
    {"arrival_date", "arrived"},
    {"number", "number"},
    {"issue_date", ""},
    {"issuer", "issuer"},
    {"title", "title"},
    {"unit", "to"},
    {"due", "due"},
    {"state", "state"},
    {"answered_by", "answered_by"},
};

Json Cells(const Json& row, bool table) {
  Json cells;
  for (const Column& column : kColumns)
    cells[table ? column.label : column.key] = row.at(column.key);
  Json answers = Json::array();
  for (const Json& answer : row.at("answered_by")) {
    const Json& number = answer.at("number");
    answers.push_back(std::to_string(answer.at("letter_id").get<int64_t>()) + " " +
                      (number.is_string() ? number.get<std::string>() : ""));
  }
  cells["answered_by"] = std::move(answers);
  return cells;
}

int Run(Shell& shell, const Flags& flags) {
  archive::IncomingFilter filter = flags.filter;
  if (flags.open) filter.states = {archive::PaperState::kOpen, archive::PaperState::kOverdue};
  if (flags.overdue) filter.states = {archive::PaperState::kOverdue};
  const exporting::RowFormat format = RowFormatOf(flags.rows.format);
  const bool table = format == exporting::RowFormat::kTable;
  const bool whole = exporting::IsJson(format);
  std::vector<std::string> names;
  for (const Column& column : kColumns) {
    const std::string name = table ? column.label : column.key;
    if (!name.empty()) names.push_back(name);
  }
  return PrintRows(
      shell, {flags.rows, Say::kSheetIncoming}, names,
      [&](const Json& row) { return std::vector<Json>{whole ? row : Cells(row, table)}; },
      [&](const auto& take) { return run::ListIncoming(DeskOf(shell), filter, take); });
}

}  // namespace

Command AddIncomingCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("incoming", shell.Word(Say::kAboutIncoming));
  AddOfficeRowOptions(*command, shell, flags->rows);
  AddYearOption(*command, shell, flags->filter.year);
  command->add_flag("--open", flags->open, shell.Word(Say::kOptOpen));
  command->add_flag("--overdue", flags->overdue, shell.Word(Say::kOptOverdue));
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
