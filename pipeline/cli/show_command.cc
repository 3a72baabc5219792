#include <memory>
#include <optional>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/office_desk.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/search_output.h"
#include "pipeline/export/letter_card.h"
#include "pipeline/export/letter_text.h"
#include "pipeline/run/archive_jobs.h"
#include "pipeline/run/fact_jobs.h"
#include "pipeline/run/page_image_job.h"
#include "pipeline/run/search_jobs.h"

namespace vanthu::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Flags {
  int64_t id = 0;
  std::string format = "table";
  std::optional<std::filesystem::path> original;
  std::optional<std::filesystem::path> image;
  std::optional<int> page;  // of the image
  bool other = false;       // --original of the letter's other file
  bool similar = false;
  archive::SimilarOptions like_it;
};

using Citations = std::vector<archive::ResolvedCitation>;
using Files = std::vector<archive::FileInfo>;

// A letter as a table of two columns: field, value. Long values go on in the next line.
void PrintCard(Shell& shell, const archive::StoredLetter& letter, const Citations& citations,
               const Json& about, const Files& others) {
  exporting::RowWriter card(
      exporting::RowFormat::kTable, {"field", "value"},
      [&shell](std::string_view text) { shell.Print(text); }, shell.table_width(), 0);
  std::vector<Json> cited;
  for (const archive::ResolvedCitation& citation : citations)
    cited.push_back(archive::ToJson(citation));
  const exporting::CardWords words{
      std::string(Sentence(shell.settings().language, Say::kLetter)),
      shell.Word(Say::kNotInArchive),
      std::string(Sentence(shell.settings().language, Say::kMoreValues))};
  card.Add({{"field", "id"}, {"value", letter.id}});
  for (const Json& row : exporting::LetterCard(letter.record, cited, words)) card.Add(row);
  for (const Json& row : exporting::OfficeCard(about)) card.Add(row);
  for (const archive::FileInfo& other : others)
    card.Add({{"field", "other_file"}, {"value", other.name}});
  card.Add({{"field", "pages"}, {"value", letter.pages.size()}});
  card.Add({{"field", "added"}, {"value", letter.added_at}});
  card.Finish();
}

// The record, each cited document with the letter of the archive that it is.
Json WithLetters(Json record, const Citations& citations) {
  if (!record.contains("references") || !record["references"].is_array()) return record;
  for (const archive::ResolvedCitation& citation : citations) {
    const auto place = static_cast<size_t>(citation.citation.ordinal);
    if (place >= record["references"].size()) continue;
    const Json resolved = archive::ToJson(citation);
    for (const char* key : {"status", "letter_id", "candidates"})
      record["references"][place][key] = resolved.at(key);
  }
  return record;
}

void PrintLetter(Shell& shell, const std::string& format, const archive::StoredLetter& letter,
                 const Citations& citations, const Json& about, const Files& others) {
  const auto print = [&shell](std::string_view text) { shell.Print(text); };
  if (format == "table") {
    PrintCard(shell, letter, citations, about, others);
  } else if (format == "text") {
    std::vector<std::string> pages;
    for (const archive::StoredPage& page : letter.pages) pages.push_back(page.text);
    shell.Print(exporting::PagesText(pages));
  } else if (format == "csv") {
    exporting::RowWriter row(exporting::RowFormat::kCsv, exporting::LetterColumns(), print);
    row.Add(exporting::LetterRow(letter.record));
    row.Finish();
  } else {
    Json record = WithLetters(letter.record, citations);
    record["office"] = about;
    for (const archive::FileInfo& other : others)
      record["other_files"].push_back({{"name", other.name},
                                       {"sha256", other.sha256},
                                       {"media_type", other.media_type},
                                       {"bytes", other.bytes}});
    shell.Print(record.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
  }
}

int PrintSimilar(Shell& shell, const Flags& flags) {
  if (flags.format == "text")
    return shell.Fail(Error{ErrorCode::kUsage, "--similar lists rows, which are no text", "", 0});
  const Result<std::vector<archive::SearchRow>> rows =
      run::SimilarLetters(shell.settings().archive, flags.id, flags.like_it);
  if (!rows.ok()) return shell.Fail(rows.error());
  const RowOptions options{flags.format, {}};
  if (Status printed = PrintSearchRows(shell, options, *rows); !printed.ok())
    return shell.Fail(printed.error());
  if (rows->empty()) shell.Note(shell.Word(Say::kNothingFound));
  return kExitDone;
}

int Run(Shell& shell, const Flags& flags) {
  if (flags.similar) return PrintSimilar(shell, flags);
  if (flags.original) {
    const Status copied = run::CopyOriginal(
        shell.settings().archive, flags.id,
        flags.other ? run::WhichFile::kOther : run::WhichFile::kOwn, *flags.original);
    return copied.ok() ? kExitDone : shell.Fail(copied.error());
  }
  if (flags.image) {
    const Result<run::PoolOptions> pool = shell.ReadingOptions();
    if (!pool.ok()) return shell.Fail(pool.error());
    const Status drawn = run::DrawPage(
        {shell.settings().archive, flags.id, flags.page, *flags.image, *pool}, Shell::Stopped());
    return drawn.ok() ? kExitDone : shell.Fail(drawn.error());
  }
  const Result<archive::StoredLetter> letter = run::ShowLetter(shell.settings().archive, flags.id);
  if (!letter.ok()) return shell.Fail(letter.error());
  const Result<Citations> citations = run::CitationsOf(shell.settings().archive, flags.id);
  if (!citations.ok()) return shell.Fail(citations.error());
  const Result<Json> about = run::AboutLetter(DeskOf(shell), flags.id);
  if (!about.ok()) return shell.Fail(about.error());
  const Result<Files> others = run::OtherFilesOf(shell.settings().archive, flags.id);
  if (!others.ok()) return shell.Fail(others.error());
  PrintLetter(shell, flags.format, *letter, *citations, *about, *others);
  return kExitDone;
}

}  // namespace

Command AddShowCommand(CLI::App& program, Shell& shell) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = program.add_subcommand("show", shell.Word(Say::kAboutShow));
  command->add_option("ID", flags->id, shell.Word(Say::kArgId))->required()->option_text(" ");
  AddOfficeOptions(*command, shell);
  AddFormatOption(*command, shell, flags->format, {"table", "json", "jsonl", "csv", "text"});
  CLI::Option* original =
      command->add_option("--original", flags->original, shell.Word(Say::kOptOriginal))
          ->option_text("FILE");
  command->add_flag("--other", flags->other, shell.Word(Say::kOptOtherFile))->needs(original);
  CLI::Option* image =
      command->add_option("--image", flags->image, shell.Word(Say::kOptImage))->option_text("FILE");
  command->add_option("--page", flags->page, shell.Word(Say::kOptPage))
      ->needs(image)
      ->check(CLI::Range(1, 1'000'000))
      ->option_text("N");
  CLI::Option* similar =
      command->add_flag("--similar", flags->similar, shell.Word(Say::kOptSimilar));
  command->add_option("--limit", flags->like_it.limit, shell.Word(Say::kOptLimit))
      ->needs(similar)
      ->option_text("N");
  return {command, [&shell, flags] { return Run(shell, *flags); }};
}

}  // namespace vanthu::cli
