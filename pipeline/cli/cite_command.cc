#include <fmt/ranges.h>

#include <memory>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/fact_output.h"
#include "pipeline/cli/options.h"
#include "pipeline/export/cite_rows.h"

namespace vanthu::cli {
namespace {

struct Flags {
  std::vector<std::string> words;
  std::string format = "table";
};

int Run(Shell& shell, const Flags& flags) {
  const exporting::RowFormat format = RowFormatOf(flags.format);
  const exporting::CiteWords words{shell.Word(Say::kTheDocument), shell.Word(Say::kCitedBy),
                                   shell.Word(Say::kCites), shell.Word(Say::kNotInArchive)};
  const bool rows = format == exporting::RowFormat::kCsv || format == exporting::RowFormat::kTable;
  const auto make = [&](const nlohmann::ordered_json& document) {
    return rows ? exporting::CiteRows(format, words, document)
                : std::vector<nlohmann::ordered_json>{document};
  };
  const std::string number = fmt::format("{}", fmt::join(flags.words, " "));
  return PrintRows(shell, flags.format, exporting::CiteColumns(format), make,
                   [&](const archive::RowSink& take) -> Status {
                     const auto documents = run::Cite(shell.settings().archive, number);
                     if (!documents.ok()) return documents.error();
                     for (const archive::CitedDocument& document : *documents) {
                       const Status taken = take(archive::ToJson(document));
                       if (!taken.ok()) return taken;
                     }
                     return Done{};
                   });
}

}  // namespace

Command AddCiteCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("cite", shell.Word(Say::kAboutCite));
  command->add_option("NUMBER", flags->words, shell.Word(Say::kArgNumber))
      ->required()
      ->option_text(" ");
  AddRowOptions(*command, shell, flags->format);
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
