#include "pipeline/archive/search.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

#include "models/text/fold.h"
#include "pipeline/archive/compile.h"
#include "pipeline/archive/deadline.h"
#include "pipeline/archive/index_rows.h"
#include "pipeline/archive/issuers.h"
#include "pipeline/archive/query.h"
#include "pipeline/archive/search_rows.h"
#include "pipeline/archive/selection.h"

namespace vanthu::archive {
namespace {

// Most letters that are ranked: ranking takes about a microsecond for each.
constexpr int64_t kRankedAtMost = 2000;
// The fit of a letter that holds the words in its number or subject, where letters are not ranked.
constexpr double kInHead = 10;

// Best first: how well it fits, the newest, the last that came.
bool Before(const Hit& a, const Hit& b) {
  if (a.fit != b.fit) return a.fit > b.fit;
  if (a.date != b.date) return a.date > b.date;
  return a.id > b.id;
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
      serials.push_back(*number->serial);
      for (const int64_t serial : serials) {
        near.number = number;
        near.number->serial = serial;
        // The same serial is near by its symbol, another one where the symbol fits.
        if (serial == *number->serial) near.number->symbol.clear();
        Result<std::vector<Hit>> hits =
            Ask(Nearness(*number, serial), SelectByNumber(near, HitKind::kNumber, Level::kSymbols));
        if (!hits.ok()) return hits.error();
        std::ranges::move(*hits, std::back_inserter(found));
      }
    }
    std::ranges::stable_sort(found, Before);
    for (Hit& hit : found) {
      if (hits_.size() < wanted_ && seen_.insert(hit.id).second) {
        hit.kind = HitKind::kNumber;
        hit.level = Level::kFolded;
        hits_.push_back(hit);
      }
    }
    return Done{};
  }

  // A part of the symbol that is the same counts more than the kind of slip; two digits that changed
  // places are a likelier slip than another digit.
  static Condition Nearness(const NumberQuery& asked, int64_t serial) {
    std::string digits = std::to_string(*asked.serial), others = std::to_string(serial);
    std::ranges::sort(digits);
    std::ranges::sort(others);
    Condition near{serial == *asked.serial ? "3.0" : digits == others ? "2.0" : "1.0", {}};
    for (const std::string& part : asked.symbol) {
      near.text += " + 2.0 * (instr('-' || l.number_fold || '-', ?) > 0)";
      near.values.emplace_back(fmt::format("-{}-", Fold(part)));
    }
    return near;
  }

  // The level before has asked the same.
  static bool AsksNothingNew(const Alternative& alternative, HitKind kind, Level level) {
    if (level == Level::kExact) return false;
    if (kind != HitKind::kWords) {
      const NumberQuery& number = *alternative.number;
      if (!number.symbol.empty() || number.types || number.year) return false;
      if (alternative.certain) return false;
    }
    const Level before = level == Level::kFolded ? Level::kSymbols : Level::kExact;
    return Compile(alternative, level, kind) == Compile(alternative, before, kind);
  }

  Result<std::vector<Hit>> AskNumber(const Alternative& alternative, HitKind kind, Level level) {
    const NumberQuery& number = *alternative.number;
    std::string whole = number.serial ? std::to_string(*number.serial) : "";
    for (const std::string& part : number.symbol) whole.append("-").append(Fold(part));
    const Selection selection = SelectByNumber(alternative, kind, level);
    const bool bears = kind == HitKind::kNumber;
    const std::string fit = bears ? "CASE WHEN l.number_fold = ? THEN 20.0 ELSE 10.0 END"
                                  : "max(CASE WHEN c.number_fold = ? THEN 20.0 ELSE 10.0 END)";
    return Ask({fit, {std::move(whole)}}, selection, bears ? "" : " GROUP BY l.id");
  }

  Result<std::vector<Hit>> AskWords(const Alternative& alternative, Level level) {
    const Compiled compiled = Compile(alternative, level, HitKind::kWords);
    const std::string match = MatchOf(compiled);
    if (match.empty()) {
      const std::optional<Selection> selection = SelectByWords(compiled);
      return selection ? Ask({"0.0", {}}, *selection) : std::vector<Hit>();
    }
    // Fields alone say nothing of how well a letter fits.
    if (!compiled.match.empty()) {
      Result<std::optional<std::vector<Hit>>> ranked = AskRanked(alternative, match, compiled);
      if (!ranked.ok()) return ranked.error();
      if (ranked->has_value()) return **std::move(ranked);
      newest_first_ = true;
    }
    // Those whose number or subject names what was asked for come first.
    std::vector<Hit> hits;
    if (!compiled.head_match.empty()) {
      std::string in_head = compiled.head_match;
      if (!compiled.column_match.empty()) in_head += " AND " + compiled.column_match;
      const Status asked = AskNewest(in_head, compiled, kInHead, hits);
      if (!asked.ok()) return asked.error();
    }
    if (hits.size() < Lacking()) {
      const Status asked = AskNewest(match, compiled, 0, hits);
      if (!asked.ok()) return asked.error();
    }
    return hits;
  }

  // The letters that fit, ranked; none where too many do.
  Result<std::optional<std::vector<Hit>>> AskRanked(const Alternative& alternative,
                                                    const std::string& match,
                                                    const Compiled& compiled) {
    const Selection selection = SelectByMatch(match, compiled);
    Result<Statement> fits = db_.Prepare(
        fmt::format("SELECT {}, {}, vanthu_rank(letter_fts) {} ORDER BY letter_fts.rowid LIMIT {}",
                    selection.id, selection.date, selection.sql, kRankedAtMost + 1));
    if (!fits.ok()) return fits.error();
    BindAll(*fits, selection.values);
    std::vector<Hit> hits;
    while (true) {
      const Result<bool> row = fits->Step();
      if (!row.ok()) return row.error();
      if (!*row) break;
      const int64_t date = fits->Int(1);
      hits.push_back(
          {.id = fits->Int(0), .fit = fits->Real(2) + ForDate(alternative, date), .date = date});
    }
    if (hits.size() > static_cast<size_t>(kRankedAtMost)) return std::optional<std::vector<Hit>>();
    std::ranges::sort(hits, Before);
    if (hits.size() > Lacking()) hits.resize(Lacking());
    return std::optional(std::move(hits));
  }

  // A letter of the day or month that was typed among the words comes before those that speak of it.
  static double ForDate(const Alternative& alternative, int64_t date) {
    double more = 0;
    for (const Clause& clause : alternative.clauses) {
      if (clause.field != Field::kText || clause.negated || !clause.dates) continue;
      if (date >= clause.dates->first && date <= clause.dates->last) more += 20;
    }
    return more;
  }

  // Adds the newest letters that fit, whole months of them: within a month the index knows no days.
  Status AskNewest(const std::string& match, const Compiled& compiled, double fit,
                   std::vector<Hit>& hits) {
    const Selection selection = SelectByMatch(match, compiled);
    Result<Statement> fits =
        db_.Prepare(fmt::format("SELECT {}, {}, letter_fts.rowid {} ORDER BY letter_fts.rowid",
                                selection.id, selection.date, selection.sql));
    if (!fits.ok()) return fits.error();
    BindAll(*fits, selection.values);
    int64_t month = 0;
    for (size_t found = 0;; ++found) {
      const Result<bool> row = fits->Step();
      if (!row.ok()) return row.error();
      if (!*row) return Done{};
      const int64_t next = MonthOfRow(fits->Int(2));
      if (found >= Lacking() && next != month) return Done{};
      month = next;
      hits.push_back({.id = fits->Int(0), .fit = fit, .date = fits->Int(1)});
    }
  }

  // How many hits a question may still bring; what earlier stages found may come again.
  size_t Lacking() const { return wanted_ - hits_.size() + seen_.size(); }

  Result<std::vector<Hit>> Ask(const Condition& fit, const Selection& selection,
                               const std::string& group = "") {
    const std::string sql = fmt::format(
        "SELECT {0}, {1}, {2} {3}{4} ORDER BY 2 DESC, coalesce({2}, 0) DESC, 1 DESC LIMIT ?",
        selection.id, fit.text, selection.date, selection.sql, group);
    Result<Statement> statement = db_.Prepare(sql);
    if (!statement.ok()) return statement.error();
    std::vector<Value> values = fit.values;
    std::ranges::copy(selection.values, std::back_inserter(values));
    values.emplace_back(static_cast<int64_t>(Lacking()));
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

// Whether no letter of the archive is of a time that the query asks for.
Result<bool> AsksForEmptyTime(Database& db, const Query& query) {
  for (const Alternative& alternative : query.alternatives) {
    for (const Clause& clause : alternative.clauses) {
      if (clause.negated || (clause.field != Field::kYear && clause.field != Field::kDate))
        continue;
      Result<Statement> letter =
          db.Prepare("SELECT 1 FROM letters WHERE date_key BETWEEN ? AND ? LIMIT 1");
      if (!letter.ok()) return letter.error();
      const Result<bool> there =
          letter->With(int64_t{clause.dates->first}, int64_t{clause.dates->last}).Step();
      if (!there.ok()) return there.error();
      if (!*there) return true;
    }
  }
  return false;
}

Result<std::optional<SearchAnswer::Years>> YearsOf(Database& db) {
  Result<Statement> row = db.Prepare(
      "SELECT (SELECT min(date_key) FROM letters) / 10000, (SELECT max(date_key) FROM letters) / "
      "10000");
  if (!row.ok()) return row.error();
  const Result<bool> there = row->Step();
  if (!there.ok()) return there.error();
  if (!*there || row->IsNull(0)) return std::optional<SearchAnswer::Years>();
  return std::optional(SearchAnswer::Years{row->Int(0), row->Int(1)});
}

// What has to be said where nothing is listed.
Status ExplainNothing(Database& db, const Query& query, const SearchOptions& options,
                      SearchAnswer& answer) {
  if (answer.found > 0) {
    if (options.offset > 0) answer.notes.push_back(Note::kBeyondEnd);
    return Done{};
  }
  const Result<bool> empty_time = AsksForEmptyTime(db, query);
  if (!empty_time.ok()) return empty_time.error();
  if (!*empty_time) return Done{};
  Result<std::optional<SearchAnswer::Years>> years = YearsOf(db);
  if (!years.ok()) return years.error();
  answer.years = *years;
  answer.notes.push_back(Note::kNoSuchTime);
  return Done{};
}

}  // namespace

Result<SearchAnswer> Search(Archive& archive, std::string_view text, const SearchOptions& options) {
  if (options.limit < 0 || options.offset < 0) {
    return Error{ErrorCode::kUsage, "limit and offset of a search are 0 or more", "", 0};
  }
  SearchAnswer answer;
  Query query = ParseQuery(text);
  if (query.alternatives.empty()) answer.notes.push_back(Note::kEmptyQuery);
  if (query.words_dropped) answer.notes.push_back(Note::kWordsDropped);
  if (query.broken) answer.notes.push_back(Note::kBrokenText);
  if (!query.converted.empty()) answer.notes.push_back(Note::kConverted);
  answer.read_as = query.converted;
  if (query.no_date) answer.notes.push_back(Note::kNoDate);
  Database& db = archive.database();
  const DeadlineGuard guard(db, options.time_limit);
  if (Status found = FindIssuers(db, query); !found.ok()) return guard.Explained(found.error());
  const auto offset = static_cast<size_t>(options.offset);
  const size_t end = offset + static_cast<size_t>(options.limit);
  Searcher searcher(db, query, end + 1);
  Result<std::vector<Hit>> hits = searcher.Run();
  if (!hits.ok()) return guard.Explained(hits.error());
  if (searcher.newest_first()) answer.notes.push_back(Note::kNewestFirst);
  answer.more = hits->size() > end;
  answer.found = std::min(hits->size(), end);
  for (size_t i = offset; i < std::min(end, hits->size()); ++i) {
    Result<std::optional<SearchRow>> row = RowOf(db, query, (*hits)[i]);
    if (!row.ok()) return guard.Explained(row.error());
    if (row->has_value()) answer.rows.push_back(std::move(**row));
  }
  if (answer.rows.empty()) {
    const Status explained = ExplainNothing(db, query, options, answer);
    if (!explained.ok()) return guard.Explained(explained.error());
  }
  return answer;
}

}  // namespace vanthu::archive
