#include <fmt/ranges.h>

#include <memory>
#include <optional>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/fact_output.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/search_output.h"
#include "pipeline/run/archive_jobs.h"
#include "pipeline/run/search_jobs.h"

namespace vanthu::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Flags {
  std::vector<std::string> words;
  RowOptions rows;
  archive::SearchOptions options;
  bool counts = false;
  std::optional<std::string> save, saved, forget;
  bool list_saved = false;

  std::string Query() const { return fmt::format("{}", fmt::join(words, " ")); }
};

std::string SentenceOf(const Shell& shell, archive::Note note,
                       const archive::SearchAnswer& answer) {
  switch (note) {
    case archive::Note::kEmptyQuery: return shell.Word(Say::kEmptyQuery);
    case archive::Note::kNewestFirst: return shell.Word(Say::kNewestFirst);
    case archive::Note::kWordsDropped: return shell.Word(Say::kWordsDropped);
    case archive::Note::kConverted: return shell.Word(Say::kConvertedQuery, answer.read_as);
    case archive::Note::kBrokenText: return shell.Word(Say::kBrokenQuery);
    case archive::Note::kNoDate: return shell.Word(Say::kNoDate);
    case archive::Note::kNoSuchTime: return shell.Word(Say::kNoSuchTime);
    case archive::Note::kBeyondEnd: return shell.Word(Say::kBeyondEnd, answer.found);
  }
  return "";
}

void Explain(Shell& shell, const Flags& flags, const archive::SearchAnswer& answer) {
  for (archive::Note note : answer.notes) shell.Note(SentenceOf(shell, note, answer));
  if (answer.years)
    shell.Note(shell.Word(Say::kYearsOfArchive, answer.years->first, answer.years->last));
  if (answer.rows.empty() && answer.notes.empty()) shell.Note(shell.Word(Say::kNothingFound));
  if (!answer.rows.empty() && answer.rows.front().near) shell.Note(shell.Word(Say::kNearRows));
  if (answer.more)
    shell.Note(shell.Word(Say::kMoreRows, flags.options.offset + flags.options.limit));
}

int Fail(Shell& shell, const Error& error) {
  const int status = shell.Fail(error);
  if (error.code == ErrorCode::kTimeout) shell.Note(shell.Word(Say::kAskForLess));
  return status;
}

int PrintLetters(Shell& shell, const Flags& flags, const std::string& query) {
  const Result<archive::SearchAnswer> answer =
      run::SearchArchive(shell.settings().archive, query, flags.options);
  if (!answer.ok()) return Fail(shell, answer.error());
  if (Status printed = PrintSearchRows(shell, flags.rows, answer->rows); !printed.ok())
    return shell.Fail(printed.error());
  Explain(shell, flags, *answer);
  return kExitDone;
}

int PrintCounts(Shell& shell, const Flags& flags, const std::string& query) {
  archive::CountOptions options;
  options.most = flags.options.limit;
  const Result<archive::Counts> counts =
      run::CountLetters(shell.settings().archive, query, options);
  if (!counts.ok()) return Fail(shell, counts.error());
  // A workbook has one word for each column, whatever the rows are of.
  const bool sheet = RowFormatOf(flags.rows.format) == exporting::RowFormat::kXlsx;
  const std::vector<std::string> columns =
      sheet ? std::vector<std::string>{"facet", "facet_value", "letters"}
            : std::vector<std::string>{"facet", "value", "count"};
  const auto make = [&](const Json& row) {
    return std::vector<Json>{Json{{columns[0], row.at("facet")},
                                  {columns[1], row.at("value")},
                                  {columns[2], row.at("count")}}};
  };
  const int status = PrintRows(shell, {flags.rows, Say::kSheetCounts}, columns, make,
                               [&](const archive::RowSink& take) -> Status {
                                 for (const archive::FacetCount& row : counts->rows)
                                   if (Status taken = take(archive::ToJson(row)); !taken.ok())
                                     return taken;
                                 return Done{};
                               });
  if (counts->near) shell.Note(shell.Word(Say::kNearRows));
  if (counts->letters > 0) shell.Note(shell.Word(Say::kLettersCounted, counts->letters));
  return status;
}

int ListSaved(Shell& shell, const Flags& flags) {
  const Result<std::vector<archive::SavedSearch>> searches =
      run::SavedSearches(shell.settings().archive);
  if (!searches.ok()) return shell.Fail(searches.error());
  return PrintPlain(
      shell, {flags.rows, Say::kSheetSaved}, {"name", "query", "saved_at"},
      [&](const archive::RowSink& take) -> Status {
        for (const archive::SavedSearch& search : *searches) {
          const Status taken = take(
              Json{{"name", search.name}, {"query", search.query}, {"saved_at", search.saved_at}});
          if (!taken.ok()) return taken;
        }
        return Done{};
      });
}

int Run(Shell& shell, const Flags& flags) {
  const std::filesystem::path& dir = shell.settings().archive;
  if (flags.list_saved) return ListSaved(shell, flags);
  if (flags.forget) {
    const Status gone = run::DeleteSavedSearch(dir, *flags.forget);
    if (!gone.ok()) return shell.Fail(gone.error());
    shell.Note(shell.Word(Say::kSearchForgotten, *flags.forget));
    return kExitDone;
  }
  std::string query = flags.Query();
  if (flags.saved) {
    const Result<archive::SavedSearch> search = run::FindSavedSearch(dir, *flags.saved);
    if (!search.ok()) return shell.Fail(search.error());
    query = search->query;
  } else if (flags.words.empty() && !flags.counts) {
    return shell.Fail(Error{ErrorCode::kUsage, shell.Word(Say::kIsRequired, "QUERY"), "", 0});
  }
  if (flags.save) {
    const Status saved = run::SaveSearch(dir, *flags.save, query);
    if (!saved.ok()) return shell.Fail(saved.error());
    shell.Note(shell.Word(Say::kSearchSaved, *flags.save));
  }
  return flags.counts ? PrintCounts(shell, flags, query) : PrintLetters(shell, flags, query);
}

}  // namespace

Command AddSearchCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("search", shell.Word(Say::kAboutSearch));
  command->footer(shell.Word(Say::kSearchFooter));
  CLI::Option* query = command->add_option("QUERY", flags->words, shell.Word(Say::kArgQuery));
  query->option_text(" ");
  AddRowOptions(*command, shell, flags->rows);
  command->add_option("--limit", flags->options.limit, shell.Word(Say::kOptLimit))
      ->option_text("N");
  command->add_option("--offset", flags->options.offset, shell.Word(Say::kOptOffset))
      ->option_text("N");
  CLI::Option* counts = command->add_flag("--counts", flags->counts, shell.Word(Say::kOptCounts));
  CLI::Option* save = command->add_option("--save", flags->save, shell.Word(Say::kOptSave));
  CLI::Option* saved = command->add_option("--saved", flags->saved, shell.Word(Say::kOptSaved));
  CLI::Option* list =
      command->add_flag("--list-saved", flags->list_saved, shell.Word(Say::kOptListSaved));
  CLI::Option* forget = command->add_option("--forget", flags->forget, shell.Word(Say::kOptForget));
  for (CLI::Option* named : {save, saved, forget}) named->option_text("NAME");
  saved->excludes(query)->excludes(save);
  for (CLI::Option* other : {query, counts, save, saved}) {
    list->excludes(other);
    forget->excludes(other);
  }
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
