#include "pipeline/archive/search_rows.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>
#include <vector>

#include "pipeline/archive/excerpt.h"
#include "pipeline/archive/letter_head.h"
#include "pipeline/archive/query.h"
#include "pipeline/archive/tokenizer.h"

namespace vanthu::archive {
namespace {

// Stages in the order in which their hits are listed; the score falls from stage to stage.
double ScoreOf(const Hit& hit) {
  int stage = 0;
  if (hit.level != Level::kFolded) {
    stage = hit.kind == HitKind::kNumber ? 3 : hit.kind == HitKind::kCitation ? 2 : 1;
    if (hit.level == Level::kExact) stage += 3;
  }
  constexpr int kStages = 7;
  const double score = (stage + hit.fit / (hit.fit + 10)) / kStages;
  return std::round(score * 10'000) / 10'000;
}

bool HasField(const Alternative& alternative, Field field) {
  return std::ranges::any_of(alternative.clauses, [&](const Clause& clause) {
    return clause.field == field && clause.number && !clause.negated;
  });
}

Pattern PatternOfPrinted(std::string_view printed) {
  Pattern pattern;
  for (const TokenSpan& span : Tokenize(printed)) {
    pattern.tokens.push_back(FormsOf(printed.substr(span.begin, span.end - span.begin)).exact);
  }
  return pattern;
}

// A letter's own values, and what its row may be shown by.
struct Found {
  SearchRow row;
  std::optional<std::string> number_raw;
  int64_t number_page = 0;
  std::vector<std::string> heads;  // values that may be printed otherwise: subject, issuer, signer
};

Result<std::optional<Found>> FindLetter(Database& db, int64_t id) {
  Result<Statement> letter = db.Prepare(
      "SELECT f.name, l.number, l.doc_type, l.issuer, l.subject, l.year, l.month, l.day, "
      "l.number_raw, l.number_page, l.signer, l.issuer_parent "
      "FROM letters l JOIN files f ON f.id = l.file_id WHERE l.id = ?");
  if (!letter.ok()) return letter.error();
  const Result<bool> there = letter->With(id).Step();
  if (!there.ok()) return there.error();
  if (!*there) return std::optional<Found>();
  Found found;
  SearchRow& row = found.row;
  row.id = id;
  row.source = letter->Text(0);
  row.number = letter->OptionalText(1);
  row.doc_type = letter->OptionalText(2);
  row.issuer = letter->OptionalText(3);
  row.subject = letter->OptionalText(4);
  row.issue_date = DateText(*letter, 5);
  found.number_raw = letter->OptionalText(8);
  found.number_page = letter->Int(9);
  found.heads = {letter->Text(4), letter->Text(3), letter->Text(10), letter->Text(11)};
  return std::optional(std::move(found));
}

Result<std::vector<StoredPage>> PagesOf(Database& db, int64_t letter) {
  Result<Statement> row = db.Prepare(
      "SELECT page, vanthu_unpacked(text), vanthu_unpacked(raw) FROM letter_pages WHERE letter_id "
      "= ? ORDER BY ordinal");
  if (!row.ok()) return row.error();
  row->With(letter);
  std::vector<StoredPage> pages;
  while (true) {
    const Result<bool> there = row->Step();
    if (!there.ok()) return there.error();
    if (!*there) return pages;
    pages.push_back({static_cast<int>(row->Int(0)), "", row->Text(1), row->Text(2)});
  }
}

// Fills in page and snippet. `known_page` is that of what is looked for, 0 where it is not known.
Status Show(Database& db, std::span<const Pattern> patterns, int64_t known_page, Found& found) {
  Result<std::vector<StoredPage>> pages = PagesOf(db, found.row.id);
  if (!pages.ok()) return pages.error();
  std::vector<std::string> texts, raw;
  for (StoredPage& page : *pages) {
    texts.push_back(std::move(page.text));
    raw.push_back(std::move(page.raw));
  }
  Excerpt excerpt = MakeExcerpt(texts, patterns);
  if (!excerpt.found && !patterns.empty()) {
    // Found by what the engine read before its words were put right.
    Excerpt before = MakeExcerpt(raw, patterns);
    if (before.found) excerpt = std::move(before);
  }
  if (!pages->empty()) found.row.page = (*pages)[excerpt.page].number;
  if (!excerpt.found && known_page > 0) found.row.page = static_cast<int>(known_page);
  if (!excerpt.found && !patterns.empty()) {
    // Found by a value that is not printed so, such as an issuer's full name.
    Excerpt head = MakeExcerpt(found.heads, patterns);
    if (head.found) excerpt = std::move(head);
  }
  found.row.snippet = std::move(excerpt.text);
  return Done{};
}

std::vector<Pattern> WordPatterns(const Query& query, Level level) {
  std::vector<Pattern> patterns;
  for (const Alternative& alternative : query.alternatives) {
    std::ranges::move(Compile(alternative, level, HitKind::kWords).patterns,
                      std::back_inserter(patterns));
  }
  return patterns;
}

struct Cited {
  std::string number;
  int64_t page = 0;
};
// The citation for which a letter was found.
Result<Cited> CitationOf(Database& db, const Query& query, const Hit& hit) {
  for (const Alternative& alternative : query.alternatives) {
    std::vector<const NumberQuery*> numbers;
    if (alternative.number) numbers.push_back(&*alternative.number);
    for (const Clause& clause : alternative.clauses) {
      if (clause.field == Field::kCites && clause.number) numbers.push_back(&*clause.number);
    }
    for (const NumberQuery* number : numbers) {
      Condition where = {"c.letter_id = ?", {hit.id}};
      where.And(NumberCondition(*number, hit.level, "c", "c.type"));
      Result<Statement> row = db.Prepare("SELECT c.number, c.page FROM citations c WHERE " +
                                         where.text + " ORDER BY c.ordinal LIMIT 1");
      if (!row.ok()) return row.error();
      BindAll(*row, where.values);
      const Result<bool> there = row->Step();
      if (!there.ok()) return there.error();
      if (*there) return Cited{row->Text(0), row->Int(1)};
    }
  }
  return Cited{};
}

bool AnyHasField(const Query& query, Field field) {
  return std::ranges::any_of(query.alternatives,
                             [&](const Alternative& a) { return HasField(a, field); });
}

}  // namespace

Result<std::optional<SearchRow>> RowOf(Database& db, const Query& query, const Hit& hit) {
  Result<std::optional<Found>> found = FindLetter(db, hit.id);
  if (!found.ok()) return found.error();
  if (!found->has_value()) return std::optional<SearchRow>();
  Found& letter = **found;
  letter.row.score = ScoreOf(hit);
  letter.row.near = hit.level != Level::kExact;
  std::vector<Pattern> patterns =
      hit.kind == HitKind::kWords ? WordPatterns(query, hit.level) : std::vector<Pattern>();
  int64_t known_page = 0;
  if (hit.kind == HitKind::kNumber || (patterns.empty() && AnyHasField(query, Field::kNumber))) {
    if (letter.number_raw) patterns = {PatternOfPrinted(*letter.number_raw)};
    known_page = letter.number_page;
  } else if (hit.kind == HitKind::kCitation ||
             (patterns.empty() && AnyHasField(query, Field::kCites))) {
    Result<Cited> cited = CitationOf(db, query, hit);
    if (!cited.ok()) return cited.error();
    patterns = {PatternOfPrinted(cited->number)};
    known_page = cited->page;
  }
  const Status shown = Show(db, patterns, known_page, letter);
  if (!shown.ok()) return shown.error();
  return std::optional(std::move(letter.row));
}

Result<std::optional<SearchRow>> RowShowing(Database& db, int64_t letter,
                                            std::span<const Pattern> patterns) {
  Result<std::optional<Found>> found = FindLetter(db, letter);
  if (!found.ok()) return found.error();
  if (!found->has_value()) return std::optional<SearchRow>();
  const Status shown = Show(db, patterns, 0, **found);
  if (!shown.ok()) return shown.error();
  return std::optional(std::move((*found)->row));
}

nlohmann::ordered_json ToJson(const SearchRow& row) {
  return {{"id", row.id},
          {"source", row.source},
          {"number", OrNull(row.number)},
          {"issue_date", OrNull(row.issue_date)},
          {"doc_type", OrNull(row.doc_type)},
          {"issuer", OrNull(row.issuer)},
          {"subject", OrNull(row.subject)},
          {"page", row.page},
          {"snippet", row.snippet},
          {"score", row.score},
          {"near", row.near}};
}

}  // namespace vanthu::archive
