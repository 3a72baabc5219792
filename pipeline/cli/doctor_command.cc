#include <memory>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/run/doctor.h"

namespace vanthu::cli {
namespace {

using Json = nlohmann::ordered_json;

int Run(Shell& shell, const std::string& format) {
  Result<run::PoolOptions> pool = shell.ReadingOptions();
  if (!pool.ok()) return shell.Fail(pool.error());
  exporting::RowWriter rows(
      RowFormatOf(format), {"what", "state", "detail"},
      [&shell](std::string_view text) { shell.Print(text); }, shell.terminal_width());
  int missing = 0;
  for (const run::Finding& finding : run::Examine(*pool, shell.settings().archive)) {
    rows.Add(Json{{"what", finding.what},
                  {"state", run::FindingStateName(finding.state)},
                  {"detail", finding.detail}});
    if (finding.state == run::FindingState::kMissing) ++missing;
  }
  rows.Finish();
  if (missing == 0) return kExitDone;
  shell.Note(shell.Word(Say::kSomethingMissing, missing));
  return kExitSomeFailed;
}

}  // namespace

Command AddDoctorCommand(CLI::App& program, Shell& shell) {
  const auto format = std::make_shared<std::string>("table");
  CLI::App* command = program.add_subcommand("doctor", shell.Word(Say::kAboutDoctor));
  AddArchiveOption(*command, shell);
  AddFormatOption(*command, shell, *format, {"json", "jsonl", "csv", "table"});
  AddReadingOptions(*command, shell);
  return {command, [&shell, format] { return Run(shell, *format); }};
}

}  // namespace vanthu::cli
