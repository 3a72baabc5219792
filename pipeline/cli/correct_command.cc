// What people put right: review, correct.
#include <fmt/ranges.h>

#include <memory>
#include <optional>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/fact_output.h"
#include "pipeline/cli/office_desk.h"
#include "pipeline/cli/options.h"
#include "pipeline/run/safe_jobs.h"

namespace vanthu::cli {
namespace {

struct CorrectFlags {
  int64_t letter = 0;
  std::string field;
  std::optional<std::string> value;
  bool undo = false;
};

struct ReviewFlags {
  RowOptions rows;
  archive::DoubtFilter filter;
};

int Correct(Shell& shell, const CorrectFlags& flags) {
  if (flags.value.has_value() == flags.undo) {
    return shell.Fail(Error{ErrorCode::kUsage, shell.Word(Say::kValueOrUndo), "", 0});
  }
  const run::OfficeDesk desk = DeskOf(shell);
  const Result<archive::FieldCorrection> done =
      flags.undo ? run::UncorrectField(desk, flags.letter, flags.field)
                 : run::CorrectField(desk, flags.letter, flags.field, *flags.value);
  if (!done.ok()) return shell.Fail(done.error());
  const auto text = [&](const nlohmann::ordered_json& value) {
    return value.is_string() ? value.get<std::string>() : shell.Word(Say::kNoValue);
  };
  shell.Note(shell.Word(Say::kCorrected, flags.letter, flags.field, text(done->after),
                        text(done->before)));
  return kExitDone;
}

}  // namespace

Command AddCorrectCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<CorrectFlags>();
  CLI::App* command = program.add_subcommand("correct", shell.Word(Say::kAboutCorrect));
  AddArchiveOption(*command, shell);
  command->add_option("ID", flags->letter, shell.Word(Say::kArgId))->required()->option_text(" ");
  command->add_option("FIELD", flags->field, shell.Word(Say::kArgField))
      ->required()
      ->option_text(" ");
  command->add_option("VALUE", flags->value, shell.Word(Say::kArgValue))->option_text(" ");
  command->add_flag("--undo", flags->undo, shell.Word(Say::kOptCorrectUndo));
  command->footer(shell.Word(Say::kCorrectFooter,
                             fmt::format("{}", fmt::join(archive::CorrectableFields(), ", "))));
  return {command, [&shell, flags] { return Correct(shell, *flags); }};
}

Command AddReviewCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<ReviewFlags>();
  CLI::App* command = program.add_subcommand("review", shell.Word(Say::kAboutReview));
  AddRowOptions(*command, shell, flags->rows);
  command->add_option("--below", flags->filter.below, shell.Word(Say::kOptBelow))
      ->check(CLI::Range(0.0, 1.0))
      ->option_text("SCORE");
  command->add_option("--limit", flags->filter.limit, shell.Word(Say::kOptLimit))
      ->check(CLI::PositiveNumber)
      ->option_text("N");
  return {command, [&shell, flags] {
            return PrintPlain(shell, {flags->rows, Say::kSheetReview},
                              {"letter_id", "number", "issue_date", "issuer", "score", "missing",
                               "doubtful", "findings", "source"},
                              [&](const archive::RowSink& take) {
                                return run::ListDoubts(DeskOf(shell), flags->filter, take);
                              });
          }};
}

}  // namespace vanthu::cli
