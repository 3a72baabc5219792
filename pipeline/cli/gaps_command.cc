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
  archive::GapFilter filter;
  std::string direction = "out";
  std::string series = "auto";
};

// Letters as one cell each: "12 35/KH-UBND".
Json WithLetterNames(Json row) {
  for (Json& letter : row["letters"]) {
    letter = std::to_string(letter.at("letter_id").get<int64_t>()) + " " +
             letter.at("number").get<std::string>();
  }
  return row;
}

int Run(Shell& shell, const Flags& flags) {
  archive::GapFilter filter = flags.filter;
  filter.direction = DirectionOf(flags.direction);
  filter.rule = flags.series == "one"     ? archive::SeriesRule::kOne
                : flags.series == "types" ? archive::SeriesRule::kTypes
                                          : archive::SeriesRule::kAuto;
  const bool whole = exporting::IsJson(RowFormatOf(flags.rows.format));
  return PrintRows(
      shell, {flags.rows, Say::kSheetGaps},
      {"issuer", "year", "series", "kind", "first", "last", "count", "letters"},
      [&](const Json& row) { return std::vector<Json>{whole ? row : WithLetterNames(row)}; },
      [&](const auto& take) { return run::ListGaps(DeskOf(shell), filter, take); });
}

}  // namespace

Command AddGapsCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("gaps", shell.Word(Say::kAboutGaps));
  AddOfficeRowOptions(*command, shell, flags->rows);
  command->add_option("--year", flags->filter.year, shell.Word(Say::kOptBookYear))
      ->required()
      ->check(CLI::Range(1, 9999))
      ->option_text("Y");
  command->add_option("--issuer", flags->filter.issuer, shell.Word(Say::kOptIssuer))
      ->option_text("TEXT");
  command->add_option("--direction", flags->direction, shell.Word(Say::kOptGapDirection))
      ->check(CLI::IsMember({"out", "in"}))
      ->option_text("out|in");
  command->add_option("--series", flags->series, shell.Word(Say::kOptSeries))
      ->check(CLI::IsMember({"auto", "one", "types"}))
      ->option_text("NAME");
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
