#include "pipeline/cli/fact_output.h"

#include "pipeline/cli/row_output.h"

namespace vanthu::cli {
namespace {

using Json = nlohmann::ordered_json;

// What a cell takes at most; more would push the next row off the screen.
constexpr int kMostLines = 3;

}  // namespace

int PrintRows(Shell& shell, const RowPrint& print, const std::vector<std::string>& columns,
              const MakeRows& make, const AskRows& ask) {
  Result<RowOutput> rows = RowOutput::Make(shell, print.options, print.title, columns, kMostLines);
  if (!rows.ok()) return shell.Fail(rows.error());
  bool found = false;
  const Status asked = ask([&](const Json& row) -> Status {
    if (Shell::Stopped()) return Error{ErrorCode::kInterrupted, "stopped", "", 0};
    found = true;
    if (Status begun = rows->Begin(); !begun.ok()) return begun;
    for (const Json& part : make(row)) {
      if (Status added = rows->Add(part); !added.ok()) return added;
    }
    return Done{};
  });
  if (!asked.ok()) return shell.Fail(asked.error());
  if (Status finished = rows->Finish(); !finished.ok()) return shell.Fail(finished.error());
  if (!found) shell.Note(shell.Word(Say::kNothingFound));
  return kExitDone;
}

int PrintFacts(Shell& shell, const RowPrint& print, exporting::FactRows kind, const AskRows& ask) {
  const exporting::RowFormat form = RowFormatOf(print.options.format);
  return PrintRows(
      shell, print, exporting::FactColumns(kind, form),
      [&](const Json& row) { return std::vector<Json>{exporting::FactRow(kind, form, row)}; }, ask);
}

int PrintPlain(Shell& shell, const RowPrint& print, const std::vector<std::string>& columns,
               const AskRows& ask) {
  return PrintRows(
      shell, print, columns, [](const Json& row) { return std::vector<Json>{row}; }, ask);
}

}  // namespace vanthu::cli
