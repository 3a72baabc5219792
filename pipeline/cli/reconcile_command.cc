#include <memory>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/fact_output.h"
#include "pipeline/cli/options.h"

namespace vanthu::cli {
namespace {

struct Flags {
  std::vector<int64_t> ids;
  RowOptions rows;
};

}  // namespace

Command AddReconcileCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("reconcile", shell.Word(Say::kAboutReconcile));
  command->add_option("ID", flags->ids, shell.Word(Say::kArgIds))->option_text(" ");
  AddRowOptions(*command, shell, flags->rows);
  return {command, [&shell, flags] {
            return PrintFacts(shell, {flags->rows, Say::kSheetFindings},
                              exporting::FactRows::kDiagnostics, [&](const auto& take) {
                                return run::ListReconciliation(shell.settings().archive, flags->ids,
                                                               take);
                              });
          }};
}

}  // namespace vanthu::cli
