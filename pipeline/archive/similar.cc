#include "pipeline/archive/similar.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "pipeline/archive/citing.h"
#include "pipeline/archive/deadline.h"
#include "pipeline/archive/search_rows.h"
#include "pipeline/archive/tokenizer.h"

namespace vanthu::archive {
namespace {

constexpr double kCitesWeight = 6, kCitedWeight = 3, kPartnerWeight = 2, kSubjectWeight = 2,
                 kTextWeight = 1;

// Pairs of words that are looked up, those of the subject first, then those that the text says most
// often. In an archive of a million letters a pair of common words takes a tenth of a second, so that
// looking up ends after kTermTime with the pairs that it has.
constexpr size_t kMostTerms = 300;
constexpr std::chrono::milliseconds kTermTime{1500};
// Pairs that are marked in a snippet.
constexpr size_t kMostMarked = 8;

using Pair = std::pair<std::string, std::string>;

bool IsNumber(const std::string& token) {
  return token.find_first_not_of("0123456789") == std::string::npos;
}

// Neighbours in a text, in the form in which the index holds them; numbers say little and change.
void EachPair(std::string_view text, const std::function<void(Pair)>& take) {
  std::string before;
  for (const TokenSpan& span : Tokenize(text)) {
    std::string token = FormsOf(text.substr(span.begin, span.end - span.begin)).exact;
    if (IsNumber(token)) token.clear();
    if (!before.empty() && !token.empty()) take({before, token});
    before = std::move(token);
  }
}

struct Term {
  double weight = 0;
  std::optional<Pair> words;  // of a pair of words
  std::vector<int64_t> letters;
};

class Finder {
 public:
  Finder(Database& db, int64_t id) : db_(db), id_(id) {}

  Status Find() {
    const Result<std::optional<int64_t>> letters = db_.QueryInt("SELECT max(id) FROM letters");
    if (!letters.ok()) return letters.error();
    letters_ = static_cast<double>(letters->value_or(1));
    for (const auto step :
         {&Finder::FindCiting, &Finder::FindCited, &Finder::FindPartners, &Finder::FindPairs}) {
      if (Status status = (this->*step)(); !status.ok()) return status;
    }
    return Done{};
  }

  // Letters and their scores, the best first.
  std::vector<std::pair<int64_t, double>> Best(size_t limit) const {
    double whole = 0;
    std::map<int64_t, double> shared;
    for (const Term& term : terms_) {
      whole += term.weight;
      for (const int64_t letter : term.letters) shared[letter] += term.weight;
    }
    std::vector<std::pair<int64_t, double>> best(shared.begin(), shared.end());
    std::ranges::stable_sort(best,
                             [](const auto& a, const auto& b) { return a.second > b.second; });
    if (best.size() > limit) best.resize(limit);
    for (auto& [letter, score] : best) score = std::round(score / whole * 10'000) / 10'000;
    return best;
  }

  // The rarest of the pairs that a letter shares.
  std::vector<Pattern> SharedWords(int64_t letter) const {
    std::vector<Pattern> patterns;
    for (const Term& term : terms_) {
      if (patterns.size() == kMostMarked) break;
      if (!term.words || !std::ranges::binary_search(term.letters, letter)) continue;
      patterns.push_back({{term.words->first, term.words->second}, false});
    }
    return patterns;
  }

 private:
  // The letters, without the own one, of a statement whose first column is one; none where the term is
  // too common.
  Result<std::optional<std::vector<int64_t>>> LettersOf(Statement& statement) {
    std::vector<int64_t> letters;
    while (true) {
      const Result<bool> row = statement.Step();
      if (!row.ok()) return row.error();
      if (!*row) break;
      if (static_cast<int64_t>(letters.size()) == kCommonTerm) {
        return std::optional<std::vector<int64_t>>();
      }
      if (statement.Int(0) != id_) letters.push_back(statement.Int(0));
    }
    std::ranges::sort(letters);
    letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
    return std::optional(std::move(letters));
  }

  // Takes the term if other letters have it and not too many.
  Status Take(double kind, Statement& statement, std::optional<Pair> words = std::nullopt) {
    Result<std::optional<std::vector<int64_t>>> letters = LettersOf(statement);
    if (!letters.ok()) return letters.error();
    if (!letters->has_value() || (*letters)->empty()) return Done{};
    const double have = static_cast<double>((*letters)->size()) + 1;
    const double rarity = std::log(1 + letters_ / have);
    terms_.push_back({kind * rarity, std::move(words), std::move(**letters)});
    return Done{};
  }

  // Numbers begin anew each year: where both years are known they must be the same.
  Status FindCiting() {
    Result<Statement> cites = db_.Prepare(
        "SELECT l.id FROM citations c JOIN letters l ON l.number_key = c.number_key "
        "AND (c.year IS NULL OR l.year IS NULL OR l.year = c.year) "
        "WHERE c.letter_id = ? AND c.serial IS NOT NULL "
        "UNION SELECT c.letter_id FROM letters l JOIN citations c ON c.number_key = l.number_key "
        "AND (c.year IS NULL OR l.year IS NULL OR l.year = c.year) "
        "WHERE l.id = ? AND l.serial IS NOT NULL");
    if (!cites.ok()) return cites.error();
    return Take(kCitesWeight, cites->With(id_, id_));
  }

  Status FindCited() {
    Result<Statement> own = db_.Prepare(
        "SELECT DISTINCT CASE WHEN serial IS NULL THEN NULL ELSE number_key END, year, "
        "CASE WHEN number_key IS NULL THEN title_fold END FROM citations WHERE letter_id = ?");
    if (!own.ok()) return own.error();
    own->With(id_);
    while (true) {
      const Result<bool> row = own->Step();
      if (!row.ok()) return row.error();
      if (!*row) return Done{};
      const auto number = own->OptionalText(0), title = own->OptionalText(2);
      if (!number && !title) continue;
      Result<Statement> others =
          db_.Prepare(number ? "SELECT DISTINCT letter_id FROM citations WHERE number_key = ? "
                               "AND (year IS NULL OR ?2 IS NULL OR year = ?2)"
                             : "SELECT DISTINCT letter_id FROM citations WHERE title_fold = ? "
                               "AND (year IS NULL OR ?2 IS NULL OR year = ?2)");
      if (!others.ok()) return others.error();
      const Status taken =
          Take(kCitedWeight, others->With(number ? number : title, own->OptionalInt(1)));
      if (!taken.ok()) return taken;
    }
  }

  Status FindPartners() {
    Result<Statement> own =
        db_.Prepare("SELECT DISTINCT name_fold FROM partners WHERE letter_id = ?");
    if (!own.ok()) return own.error();
    own->With(id_);
    while (true) {
      const Result<bool> row = own->Step();
      if (!row.ok()) return row.error();
      if (!*row) return Done{};
      Result<Statement> others =
          db_.Prepare("SELECT DISTINCT letter_id FROM partners WHERE name_fold = ?");
      if (!others.ok()) return others.error();
      if (Status taken = Take(kPartnerWeight, others->With(own->Text(0))); !taken.ok())
        return taken;
    }
  }

  Status FindPairs() {
    std::set<Pair> subject;
    std::map<Pair, int> text;
    Result<Statement> head = db_.Prepare("SELECT subject FROM letters WHERE id = ?");
    if (!head.ok()) return head.error();
    const Result<bool> there = head->With(id_).Step();
    if (!there.ok()) return there.error();
    if (*there) EachPair(head->Text(0), [&](Pair pair) { subject.insert(std::move(pair)); });
    Result<Statement> page = db_.Prepare(
        "SELECT vanthu_unpacked(text) FROM letter_pages WHERE letter_id = ? ORDER BY ordinal");
    if (!page.ok()) return page.error();
    page->With(id_);
    while (true) {
      const Result<bool> row = page->Step();
      if (!row.ok()) return row.error();
      if (!*row) break;
      EachPair(page->Text(0), [&](Pair pair) { ++text[std::move(pair)]; });
    }
    for (const Pair& pair : subject) text.erase(pair);
    std::vector<std::pair<Pair, int>> often(text.begin(), text.end());
    std::ranges::stable_sort(often,
                             [](const auto& a, const auto& b) { return a.second > b.second; });
    return TakePairs(subject, often);
  }

  Status TakePairs(const std::set<Pair>& subject, const std::vector<std::pair<Pair, int>>& text) {
    const auto end = std::chrono::steady_clock::now() + kTermTime;
    const size_t others = terms_.size();
    for (const Pair& pair : subject) {
      if (Status taken = TakePair(kSubjectWeight, pair); !taken.ok()) return taken;
    }
    const size_t of_text = terms_.size();
    for (size_t i = 0; i < std::min(text.size(), kMostTerms); ++i) {
      if (std::chrono::steady_clock::now() > end) break;
      if (Status taken = TakePair(kTextWeight, text[i].first); !taken.ok()) return taken;
    }
    const auto rarer = [](const Term& a, const Term& b) { return a.weight > b.weight; };
    std::stable_sort(terms_.begin() + static_cast<std::ptrdiff_t>(of_text), terms_.end(), rarer);
    if (terms_.size() > of_text + kTextTerms) terms_.resize(of_text + kTextTerms);
    std::stable_sort(terms_.begin() + static_cast<std::ptrdiff_t>(others), terms_.end(), rarer);
    return Done{};
  }

  Status TakePair(double kind, const Pair& pair) {
    Result<Statement> letters = db_.Prepare(
        "SELECT r.letter_id FROM letter_fts CROSS JOIN index_rows r ON r.id = letter_fts.rowid "
        "WHERE letter_fts MATCH '\"' || ? || ' ' || ? || '\"' LIMIT ?");
    if (!letters.ok()) return letters.error();
    return Take(kind, letters->With(pair.first, pair.second, kCommonTerm + 2), pair);
  }

  Database& db_;
  int64_t id_;
  double letters_ = 1;
  std::vector<Term> terms_;
};

}  // namespace

Result<std::vector<SearchRow>> SimilarLetters(Archive& archive, int64_t id,
                                              const SimilarOptions& options) {
  if (options.limit < 0) {
    return Error{ErrorCode::kUsage, "the limit of similar letters is 0 or more", "", 0};
  }
  if (Result<StoredLetter> letter = archive.Get(id); !letter.ok()) return letter.error();
  Database& db = archive.database();
  const DeadlineGuard guard(db, options.time_limit);
  Finder finder(db, id);
  if (Status found = finder.Find(); !found.ok()) return guard.Explained(found.error());
  std::vector<SearchRow> rows;
  for (const auto& [letter, score] : finder.Best(static_cast<size_t>(options.limit))) {
    Result<std::optional<SearchRow>> row = RowShowing(db, letter, finder.SharedWords(letter));
    if (!row.ok()) return guard.Explained(row.error());
    if (!row->has_value()) continue;
    (*row)->score = score;
    rows.push_back(std::move(**row));
  }
  return rows;
}

}  // namespace vanthu::archive
