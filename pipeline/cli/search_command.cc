#include <fmt/ranges.h>

#include <memory>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/row_output.h"
#include "pipeline/run/archive_jobs.h"

namespace vanthu::cli {
namespace {

struct Flags {
  std::vector<std::string> words;
  RowOptions rows;
  archive::SearchOptions options;
};

const std::vector<std::string> kColumns = {"id",     "number",  "issue_date",
                                           "issuer", "subject", "snippet"};

// Tables and workbooks have no marks: they are for programs.
std::string WithoutMarks(std::string text) {
  for (const std::string_view mark : {"<mark>", "</mark>"})
    for (size_t at = 0; (at = text.find(mark, at)) != std::string::npos;)
      text.erase(at, mark.size());
  return text;
}

nlohmann::ordered_json RowOf(const archive::SearchRow& row, exporting::RowFormat format) {
  nlohmann::ordered_json json = archive::ToJson(row);
  if (format == exporting::RowFormat::kTable || format == exporting::RowFormat::kXlsx) {
    json["snippet"] = WithoutMarks(row.snippet);
  }
  return json;
}

Say SayOf(archive::Note note) {
  switch (note) {
    case archive::Note::kEmptyQuery: return Say::kEmptyQuery;
    case archive::Note::kNewestFirst: return Say::kNewestFirst;
    case archive::Note::kWordsDropped: return Say::kWordsDropped;
  }
  return Say::kEmptyQuery;
}

void Explain(Shell& shell, const Flags& flags, const archive::SearchAnswer& answer) {
  for (archive::Note note : answer.notes) shell.Note(shell.Word(SayOf(note)));
  if (answer.rows.empty() && answer.notes.empty()) shell.Note(shell.Word(Say::kNothingFound));
  if (!answer.rows.empty() && answer.rows.front().near) shell.Note(shell.Word(Say::kNearRows));
  if (answer.more)
    shell.Note(shell.Word(Say::kMoreRows, flags.options.offset + flags.options.limit));
}

int Run(Shell& shell, const Flags& flags) {
  Result<RowOutput> rows = RowOutput::Make(shell, flags.rows, Say::kSheetFound, kColumns);
  if (!rows.ok()) return shell.Fail(rows.error());
  const std::string query = fmt::format("{}", fmt::join(flags.words, " "));
  const Result<archive::SearchAnswer> answer =
      run::SearchArchive(shell.settings().archive, query, flags.options);
  if (!answer.ok()) return shell.Fail(answer.error());
  for (const archive::SearchRow& row : answer->rows) {
    if (Status added = rows->Add(RowOf(row, rows->format())); !added.ok()) {
      return shell.Fail(added.error());
    }
  }
  if (Status finished = rows->Finish(); !finished.ok()) return shell.Fail(finished.error());
  Explain(shell, flags, *answer);
  return kExitDone;
}

}  // namespace

Command AddSearchCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("search", shell.Word(Say::kAboutSearch));
  command->footer(shell.Word(Say::kSearchFooter));
  command->add_option("QUERY", flags->words, shell.Word(Say::kArgQuery))
      ->required()
      ->option_text(" ");
  AddRowOptions(*command, shell, flags->rows);
  command->add_option("--limit", flags->options.limit, shell.Word(Say::kOptLimit))
      ->option_text("N");
  command->add_option("--offset", flags->options.offset, shell.Word(Say::kOptOffset))
      ->option_text("N");
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
