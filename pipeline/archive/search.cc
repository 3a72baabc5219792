#include "pipeline/archive/search.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <unordered_set>
#include <utility>

#include "models/text/fold.h"
#include "pipeline/archive/compile.h"
#include "pipeline/archive/excerpt.h"
#include "pipeline/archive/facets.h"
#include "pipeline/archive/letter_head.h"
#include "pipeline/archive/query.h"
#include "pipeline/archive/tokenizer.h"

namespace vanthu::archive {
namespace {

// Most letters that are ranked: ranking takes about a microsecond for each.
constexpr int64_t kRankedAtMost = 2000;
// The fit of a letter that holds the words in its number or subject, where letters are not ranked.
constexpr double kInHead = 10;

enum class HitKind { kNumber, kCitation, kWords };

struct Hit {
  int64_t id = 0;
  double fit = 0;  // within its stage; any scale
  int64_t date = 0;
  HitKind kind = HitKind::kWords;
  Level level = Level::kExact;
};

// Best first: how well it fits, the newest, the last that came.
bool Before(const Hit& a, const Hit& b) {
  if (a.fit != b.fit) return a.fit > b.fit;
  if (a.date != b.date) return a.date > b.date;
  return a.id > b.id;
}

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

// The dates that all letters of an alternative have.
DateRange DatesOf(const Alternative& alternative) {
  DateRange dates;
  for (const Clause& clause : alternative.clauses) {
    const bool dated = clause.field == Field::kYear || clause.field == Field::kDate;
    if (!dated || clause.negated || !clause.dates) continue;
    dates.first = std::max(dates.first, clause.dates->first);
    dates.last = std::min(dates.last, clause.dates->last);
  }
  return dates;
}

class Searcher {
 public:
  Searcher(Database& db, const Query& query, size_t wanted)
      : db_(db), query_(query), wanted_(wanted) {}

  // More letters fitted than were ranked: what is listed are the newest of them.
  bool newest_first() const { return newest_first_; }

  // Up to `wanted` hits, best first.
  Result<std::vector<Hit>> Run() {
    for (const Level level : {Level::kExact, Level::kSymbols}) {
      for (const HitKind kind : {HitKind::kNumber, HitKind::kCitation, HitKind::kWords}) {
        if (Status status = RunStage(kind, level); !status.ok()) return status.error();
      }
    }
    if (hits_.empty()) {
      const Status status = RunStage(HitKind::kWords, Level::kFolded);
      if (!status.ok()) return status.error();
    }
    if (hits_.empty()) {
      if (Status status = OfferNearNumbers(); !status.ok()) return status.error();
    }
    return std::move(hits_);
  }

 private:
  Status RunStage(HitKind kind, Level level) {
    std::vector<Hit> found;
    for (const Alternative& alternative : query_.alternatives) {
      if (hits_.size() >= wanted_) return Done{};
      if (kind != HitKind::kWords && !alternative.number) continue;
      if (AsksNothingNew(alternative, kind, level)) continue;
      Result<std::vector<Hit>> hits = kind == HitKind::kWords ? AskWords(alternative, level)
                                                              : AskNumber(alternative, kind, level);
      if (!hits.ok()) return hits.error();
      std::ranges::move(*hits, std::back_inserter(found));
    }
    std::ranges::stable_sort(found, Before);
    for (Hit& hit : found) {
      if (hits_.size() < wanted_ && seen_.insert(hit.id).second) {
        hit.kind = kind;
        hit.level = level;
        hits_.push_back(hit);
      }
    }
    return Done{};
  }

  // Letters whose number is one slip away from the one asked for: of the fingers in the serial, of the
  // reading in the symbol.
  Status OfferNearNumbers() {
    std::vector<Hit> found;
    for (const Alternative& alternative : query_.alternatives) {
      std::optional<NumberQuery> number = alternative.number;
      for (const Clause& clause : alternative.clauses) {
        if (!number && clause.field == Field::kNumber && !clause.negated) number = clause.number;
      }
      if (!number || !number->serial) continue;
      Alternative near = alternative;
      std::erase_if(near.clauses, [](const Clause& c) { return c.field == Field::kNumber; });
      std::vector<int64_t> serials = NearSerials(*number->serial);
      serials.insert(serials.begin(), *number->serial);
      for (const int64_t serial : serials) {
        near.number = number;
        near.number->serial = serial;
        // The same serial is near by its symbol, another one where the symbol fits.
        if (serial == *number->serial) near.number->symbol.clear();
        Result<std::vector<Hit>> hits = AskNumber(near, HitKind::kNumber, Level::kSymbols);
        if (!hits.ok()) return hits.error();
        std::ranges::move(*hits, std::back_inserter(found));
      }
    }
    for (Hit& hit : found) {
      if (hits_.size() < wanted_ && seen_.insert(hit.id).second) {
        hit.kind = HitKind::kNumber;
        hit.level = Level::kFolded;
        hit.fit = 0;
        hits_.push_back(hit);
      }
    }
    return Done{};
  }

  // The level before has asked the same.
  static bool AsksNothingNew(const Alternative& alternative, HitKind kind, Level level) {
    if (level == Level::kExact) return false;
    if (kind != HitKind::kWords) {
      const NumberQuery& number = *alternative.number;
      if (!number.symbol.empty() || number.types || number.year) return false;
    }
    const Level before = level == Level::kFolded ? Level::kSymbols : Level::kExact;
    return Compile(alternative, level) == Compile(alternative, before);
  }

  Result<std::vector<Hit>> AskNumber(const Alternative& alternative, HitKind kind, Level level) {
    const NumberQuery& number = *alternative.number;
    Compiled compiled = Compile(alternative, level);
    std::string whole = number.serial ? std::to_string(*number.serial) : "";
    for (const std::string& part : number.symbol) whole.append("-").append(Fold(part));
    Condition where;
    std::string sql;
    if (kind == HitKind::kNumber) {
      sql =
          "SELECT l.id, CASE WHEN l.number_fold = ? THEN 20.0 ELSE 10.0 END, l.date_key "
          "FROM letters l WHERE ";
      where = NumberCondition(number, level, "l", "l.doc_type");
    } else {
      sql =
          "SELECT l.id, max(CASE WHEN c.number_fold = ? THEN 20.0 ELSE 10.0 END), l.date_key "
          "FROM citations c JOIN letters l ON l.id = c.letter_id WHERE ";
      where = NumberCondition(number, level, "c", "c.type");
    }
    where.And(std::move(compiled.filter));
    if (!compiled.field_match.empty()) {
      where.And({"l.id IN (SELECT rowid FROM letter_fts WHERE letter_fts MATCH ?)",
                 {compiled.field_match}});
    }
    sql += where.text;
    if (kind == HitKind::kCitation) sql += " GROUP BY l.id";
    std::vector<Value> values = {std::move(whole)};
    std::ranges::move(where.values, std::back_inserter(values));
    return Ask(std::move(sql), std::move(values));
  }

  Result<std::vector<Hit>> AskWords(const Alternative& alternative, Level level) {
    Compiled compiled = Compile(alternative, level);
    std::string match = compiled.match;
    if (!match.empty() && !compiled.field_match.empty()) match += " AND ";
    match += compiled.field_match;
    if (match.empty()) {
      if (compiled.filter.empty()) return std::vector<Hit>();
      return Ask("SELECT l.id, 0.0, l.date_key FROM letters l WHERE " + compiled.filter.text,
                 std::move(compiled.filter.values));
    }
    const Result<bool> few = FitsFew(Both(match, compiled.facets));
    if (!few.ok()) return few.error();
    if (*few)
      return AskIndex(Both(match, compiled.facets), compiled.filter, "vanthu_rank(letter_fts)");
    newest_first_ = true;
    const std::string in_head = "{number subject} : (" + match + ")";
    const Result<bool> few_in_head = FitsFew(Both(in_head, compiled.facets));
    if (!few_in_head.ok()) return few_in_head.error();
    const DateRange dates = DatesOf(alternative);
    Result<std::vector<Hit>> hits =
        *few_in_head
            ? AskIndex(Both(in_head, compiled.facets), compiled.filter, fmt::format("{}", kInHead))
            : AskNewest(in_head, compiled, dates, kInHead);
    if (!hits.ok() || hits->size() >= Lacking()) return hits;
    Result<std::vector<Hit>> others = AskNewest(match, compiled, dates, 0);
    if (!others.ok()) return others;
    std::ranges::move(*others, std::back_inserter(*hits));
    return hits;
  }

  // Letters that a match fits and a filter lets through, by `fit` and the newest first.
  Result<std::vector<Hit>> AskIndex(std::string match, const Condition& filter,
                                    const std::string& fit) {
    // CROSS JOIN: the index is asked first, whatever the planner thinks of the filter.
    std::string sql = "SELECT l.id, " + fit +
                      ", l.date_key FROM letter_fts CROSS JOIN letters l "
                      "ON l.id = letter_fts.rowid WHERE letter_fts MATCH ?";
    if (!filter.empty()) sql += " AND " + filter.text;
    std::vector<Value> values = {std::move(match)};
    std::ranges::copy(filter.values, std::back_inserter(values));
    return Ask(std::move(sql), std::move(values));
  }

  static std::string Both(const std::string& match, const std::string& facets) {
    return facets.empty() ? match : "(" + match + ") AND " + facets;
  }

  Result<bool> FitsFew(const std::string& match) {
    Result<Statement> count = db_.Prepare(
        "SELECT count(*) FROM (SELECT 1 FROM letter_fts WHERE letter_fts MATCH ? LIMIT ?)");
    if (!count.ok()) return count.error();
    const Result<bool> row = count->With(match, kRankedAtMost + 1).Step();
    if (!row.ok()) return row.error();
    return count->Int(0) <= kRankedAtMost;
  }

  // The newest letters that fit: first a month, then as long as too few are found twice as many months. So
  // what is put by date is never much more than what is asked for, and a word that has gone out of use takes
  // few steps.
  Result<std::vector<Hit>> AskNewest(const std::string& match, const Compiled& compiled,
                                     const DateRange& dates, double fit) {
    std::vector<Hit> hits;
    int64_t before = dates.last / 100 + 1;  // year * 100 + month
    bool dated = true;                      // in the end come letters without a date
    for (int span = 1; dated && hits.size() < Lacking(); span *= 2) {
      const Result<std::optional<int64_t>> last = MonthBefore(before);
      if (!last.ok()) return last.error();
      dated = *last && **last >= dates.first / 100;
      std::string facet = InFacets(UndatedFacet());
      Condition filter = compiled.filter;
      if (dated) {
        // Months from 0, where the month is blank.
        const int64_t begin = **last / 100 * 13 + **last % 100 - span + 1;
        before = begin / 13 * 100 + begin % 13;
        const DateRange among{static_cast<int>(before * 100), static_cast<int>(**last * 100 + 99)};
        facet = DatesFacet(among);
        filter.And({"l.date_key BETWEEN ? AND ?", {int64_t{among.first}, int64_t{among.last}}});
      }
      Result<std::vector<Hit>> found =
          AskIndex(Both(Both(match, compiled.facets), facet), filter, fmt::format("{}", fit));
      if (!found.ok()) return found;
      std::ranges::move(*found, std::back_inserter(hits));
    }
    return hits;
  }

  // The newest month before this one in which there are letters.
  Result<std::optional<int64_t>> MonthBefore(int64_t month) {
    Result<Statement> row =
        db_.Prepare("SELECT max(date_key) / 100 FROM letters WHERE date_key < ?");
    if (!row.ok()) return row.error();
    const Result<bool> there = row->With(month * 100).Step();
    if (!there.ok()) return there.error();
    return *there && !row->IsNull(0) ? std::optional(row->Int(0)) : std::nullopt;
  }

  // How many hits a question may still bring; what earlier stages found may come again.
  size_t Lacking() const { return wanted_ - hits_.size() + seen_.size(); }

  Result<std::vector<Hit>> Ask(std::string sql, std::vector<Value> values) {
    sql += " ORDER BY 2 DESC, coalesce(l.date_key, 0) DESC, l.id DESC LIMIT ?";
    values.emplace_back(static_cast<int64_t>(Lacking()));
    Result<Statement> statement = db_.Prepare(sql);
    if (!statement.ok()) return statement.error();
    BindAll(*statement, values);
    std::vector<Hit> hits;
    while (true) {
      const Result<bool> row = statement->Step();
      if (!row.ok()) return row.error();
      if (!*row) return hits;
      Hit hit;
      hit.id = statement->Int(0);
      hit.fit = statement->Real(1);
      hit.date = statement->Int(2);
      hits.push_back(hit);
    }
  }

  Database& db_;
  const Query& query_;
  size_t wanted_;
  std::vector<Hit> hits_;
  std::unordered_set<int64_t> seen_;
  bool newest_first_ = false;
};

// --- Rows ----------------------------------------------------------------------------------------

Pattern PatternOfPrinted(std::string_view printed) {
  Pattern pattern;
  for (const TokenSpan& span : Tokenize(printed)) {
    pattern.tokens.push_back(FormsOf(printed.substr(span.begin, span.end - span.begin)).exact);
  }
  return pattern;
}

class RowMaker {
 public:
  RowMaker(Database& db, const Query& query) : db_(db), query_(query) {}

  // None where the letter went away since it was found.
  Result<std::optional<SearchRow>> Make(const Hit& hit) {
    Result<Statement> letter = db_.Prepare(
        "SELECT f.name, l.number, l.doc_type, l.issuer, l.subject, l.year, l.month, l.day, "
        "l.number_raw, l.number_page, l.signer, l.issuer_parent "
        "FROM letters l JOIN files f ON f.id = l.file_id WHERE l.id = ?");
    if (!letter.ok()) return letter.error();
    letter->With(hit.id);
    const Result<bool> there = letter->Step();
    if (!there.ok()) return there.error();
    if (!*there) return std::optional<SearchRow>();
    SearchRow row;
    row.id = hit.id;
    row.source = letter->Text(0);
    row.number = letter->OptionalText(1);
    row.doc_type = letter->OptionalText(2);
    row.issuer = letter->OptionalText(3);
    row.subject = letter->OptionalText(4);
    row.issue_date = DateText(*letter, 5);
    row.score = ScoreOf(hit);
    row.near = hit.level != Level::kExact;
    const std::vector<std::string> heads = {letter->Text(4), letter->Text(3), letter->Text(10),
                                            letter->Text(11)};
    const Status shown = Show(hit, letter->OptionalText(8), letter->Int(9), heads, row);
    if (!shown.ok()) return shown.error();
    return std::optional(std::move(row));
  }

 private:
  // Fills in page and snippet.
  Status Show(const Hit& hit, const std::optional<std::string>& number, int64_t number_page,
              const std::vector<std::string>& heads, SearchRow& row) {
    const bool by_field = std::ranges::any_of(
        query_.alternatives, [](const Alternative& a) { return HasField(a, Field::kNumber); });
    const bool cited_field = std::ranges::any_of(
        query_.alternatives, [](const Alternative& a) { return HasField(a, Field::kCites); });
    std::vector<Pattern> patterns =
        hit.kind == HitKind::kWords ? WordPatterns(hit.level) : std::vector<Pattern>();
    int64_t known_page = 0;
    if (hit.kind == HitKind::kNumber || (patterns.empty() && by_field)) {
      if (number) patterns = {PatternOfPrinted(*number)};
      known_page = number_page;
    } else if (hit.kind == HitKind::kCitation || (patterns.empty() && cited_field)) {
      Result<Cited> cited = CitationOf(hit);
      if (!cited.ok()) return cited.error();
      patterns = {PatternOfPrinted(cited->number)};
      known_page = cited->page;
    }
    Result<std::vector<StoredPage>> pages = PagesOf(hit.id);
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
    if (!pages->empty()) row.page = (*pages)[excerpt.page].number;
    if (!excerpt.found && known_page > 0) row.page = static_cast<int>(known_page);
    if (!excerpt.found && !patterns.empty()) {
      // Found by a value that is not printed so, such as an issuer's full name.
      Excerpt head = MakeExcerpt(heads, patterns);
      if (head.found) excerpt = std::move(head);
    }
    row.snippet = std::move(excerpt.text);
    return Done{};
  }

  std::vector<Pattern> WordPatterns(Level level) const {
    std::vector<Pattern> patterns;
    for (const Alternative& alternative : query_.alternatives) {
      std::ranges::move(Compile(alternative, level).patterns, std::back_inserter(patterns));
    }
    return patterns;
  }

  struct Cited {
    std::string number;
    int64_t page = 0;
  };
  // The citation for which a letter was found.
  Result<Cited> CitationOf(const Hit& hit) {
    for (const Alternative& alternative : query_.alternatives) {
      std::vector<const NumberQuery*> numbers;
      if (alternative.number) numbers.push_back(&*alternative.number);
      for (const Clause& clause : alternative.clauses) {
        if (clause.field == Field::kCites && clause.number) numbers.push_back(&*clause.number);
      }
      for (const NumberQuery* number : numbers) {
        Condition where = {"c.letter_id = ?", {hit.id}};
        where.And(NumberCondition(*number, hit.level, "c", "c.type"));
        Result<Statement> row = db_.Prepare("SELECT c.number, c.page FROM citations c WHERE " +
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

  Result<std::vector<StoredPage>> PagesOf(int64_t letter) {
    Result<Statement> row = db_.Prepare(
        "SELECT page, text, raw FROM letter_pages WHERE letter_id = ? ORDER BY ordinal");
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

  Database& db_;
  const Query& query_;
};

class DeadlineGuard {
 public:
  DeadlineGuard(Database& db, std::chrono::milliseconds limit) : db_(db) {
    db_.SetDeadline(std::chrono::steady_clock::now() + limit);
  }
  DeadlineGuard(const DeadlineGuard&) = delete;
  DeadlineGuard& operator=(const DeadlineGuard&) = delete;
  ~DeadlineGuard() { db_.LiftDeadline(); }

 private:
  Database& db_;
};

Error Explained(Error error, const SearchOptions& options) {
  if (error.code == ErrorCode::kTimeout) {
    error.message = fmt::format("the query took longer than {} ms: ask for rarer words",
                                options.time_limit.count());
  }
  return error;
}

}  // namespace

Result<SearchAnswer> Search(Archive& archive, std::string_view text, const SearchOptions& options) {
  if (options.limit < 0 || options.offset < 0) {
    return Error{ErrorCode::kUsage, "limit and offset of a search are 0 or more", "", 0};
  }
  SearchAnswer answer;
  const Query query = ParseQuery(text);
  if (query.alternatives.empty()) answer.notes.push_back(Note::kEmptyQuery);
  if (query.words_dropped) answer.notes.push_back(Note::kWordsDropped);
  Database& db = archive.database();
  const DeadlineGuard guard(db, options.time_limit);
  const auto offset = static_cast<size_t>(options.offset);
  const size_t end = offset + static_cast<size_t>(options.limit);
  Searcher searcher(db, query, end + 1);
  Result<std::vector<Hit>> hits = searcher.Run();
  if (!hits.ok()) return Explained(hits.error(), options);
  if (searcher.newest_first()) answer.notes.push_back(Note::kNewestFirst);
  answer.more = hits->size() > end;
  RowMaker rows(db, query);
  for (size_t i = offset; i < std::min(end, hits->size()); ++i) {
    Result<std::optional<SearchRow>> row = rows.Make((*hits)[i]);
    if (!row.ok()) return Explained(row.error(), options);
    if (row->has_value()) answer.rows.push_back(std::move(**row));
  }
  return answer;
}

nlohmann::ordered_json ToJson(const SearchRow& row) {
  const auto or_null = [](const std::optional<std::string>& value) {
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
  };
  return {{"id", row.id},
          {"source", row.source},
          {"number", or_null(row.number)},
          {"issue_date", or_null(row.issue_date)},
          {"doc_type", or_null(row.doc_type)},
          {"issuer", or_null(row.issuer)},
          {"subject", or_null(row.subject)},
          {"page", row.page},
          {"snippet", row.snippet},
          {"score", row.score},
          {"near", row.near}};
}

}  // namespace vanthu::archive
