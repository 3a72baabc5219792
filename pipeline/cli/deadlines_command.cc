#include <memory>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/fact_output.h"
#include "pipeline/cli/options.h"

namespace vanthu::cli {
namespace {

struct Flags {
  RowOptions rows;
  std::optional<std::string> from, to, assignee, issuer;
  std::string sum;
};

archive::DeadlineGroup GroupOf(const std::string& name) {
  if (name == "assignee") return archive::DeadlineGroup::kAssignee;
  if (name == "year") return archive::DeadlineGroup::kYear;
  if (name == "month") return archive::DeadlineGroup::kMonth;
  return archive::DeadlineGroup::kIssuer;
}

// One date, the first and last day that it can mean.
Result<archive::DateRange> DayOf(const char* option, const std::string& text) {
  const std::optional<archive::DateRange> days =
      text.find("..") == std::string::npos ? archive::ParseDates(text) : std::nullopt;
  if (days) return *days;
  return Error{ErrorCode::kUsage,
               fmt::format("{}: \"{}\" is no date such as 2021-06-30, 30/6/2021, 2021-06 or 2021",
                           option, text),
               "", 0};
}

int Run(Shell& shell, const Flags& flags) {
  archive::DeadlineFilter filter;
  filter.assignee = flags.assignee;
  filter.issuer = flags.issuer;
  if (flags.from || flags.to) filter.days = archive::DateRange{};
  if (flags.from) {
    const Result<archive::DateRange> day = DayOf("--from", *flags.from);
    if (!day.ok()) return shell.Fail(day.error());
    filter.days->first = day->first;
  }
  if (flags.to) {
    const Result<archive::DateRange> day = DayOf("--to", *flags.to);
    if (!day.ok()) return shell.Fail(day.error());
    filter.days->last = day->last;
  }
  const std::filesystem::path& dir = shell.settings().archive;
  if (!flags.sum.empty()) {
    return PrintPlain(
        shell, {flags.rows, Say::kSheetDeadlines},
        {flags.sum, "deadlines", "letters", "first_due", "last_due"},
        [&](const auto& take) { return run::SumDeadlines(dir, filter, GroupOf(flags.sum), take); });
  }
  return PrintFacts(shell, {flags.rows, Say::kSheetDeadlines}, exporting::FactRows::kDeadlines,
                    [&](const auto& take) { return run::ListDeadlines(dir, filter, take); });
}

}  // namespace

Command AddDeadlinesCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("deadlines", shell.Word(Say::kAboutDeadlines));
  AddRowOptions(*command, shell, flags->rows);
  command->add_option("--from", flags->from, shell.Word(Say::kOptFrom))->option_text("DATE");
  command->add_option("--to", flags->to, shell.Word(Say::kOptTo))->option_text("DATE");
  command->add_option("--assignee", flags->assignee, shell.Word(Say::kOptAssignee))
      ->option_text("TEXT");
  AddIssuerOption(*command, shell, flags->issuer);
  AddSumOption(*command, shell, flags->sum, Say::kOptSumDeadlines,
               {"assignee", "year", "month", "issuer"});
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
