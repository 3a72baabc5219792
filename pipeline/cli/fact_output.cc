#include "pipeline/cli/fact_output.h"

#include <optional>

#include "pipeline/cli/options.h"

namespace vanthu::cli {
namespace {

using Json = nlohmann::ordered_json;

// What a cell takes at most; more would push the next row off the screen.
constexpr int kMostLines = 3;

}  // namespace

int PrintRows(Shell& shell, const std::string& format, const std::vector<std::string>& columns,
              const MakeRows& make, const AskRows& ask) {
  std::optional<exporting::RowWriter> rows;
  const auto begin = [&] {
    if (rows) return;
    rows.emplace(
        RowFormatOf(format), columns, [&shell](std::string_view text) { shell.Print(text); },
        shell.table_width(), kMostLines);
  };
  bool found = false;
  const Status asked = ask([&](const Json& row) -> Status {
    if (Shell::Stopped()) return Error{ErrorCode::kInterrupted, "stopped", "", 0};
    begin();
    found = true;
    for (const Json& part : make(row)) rows->Add(part);
    return Done{};
  });
  if (!asked.ok()) return shell.Fail(asked.error());
  begin();
  rows->Finish();
  if (!found) shell.Note(shell.Word(Say::kNothingFound));
  return kExitDone;
}

int PrintFacts(Shell& shell, const std::string& format, exporting::FactRows kind,
               const AskRows& ask) {
  const exporting::RowFormat form = RowFormatOf(format);
  return PrintRows(
      shell, format, exporting::FactColumns(kind, form),
      [&](const Json& row) { return std::vector<Json>{exporting::FactRow(kind, form, row)}; }, ask);
}

int PrintPlain(Shell& shell, const std::string& format, const std::vector<std::string>& columns,
               const AskRows& ask) {
  return PrintRows(
      shell, format, columns, [](const Json& row) { return std::vector<Json>{row}; }, ask);
}

}  // namespace vanthu::cli
