#include "pipeline/archive/counts.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_map>
#include <utility>

#include "pipeline/archive/deadline.h"
#include "pipeline/archive/issuers.h"
#include "pipeline/archive/letter_head.h"
#include "pipeline/archive/query.h"
#include "pipeline/archive/selection.h"

namespace vanthu::archive {
namespace {

// Letters by id, each once.
class LetterSet {
 public:
  void Add(int64_t id) {
    const auto at = static_cast<size_t>(id);
    if (at >= there_.size()) there_.resize(std::max(at + 1, there_.size() * 2));
    if (there_[at]) return;
    there_[at] = true;
    ids_.push_back(id);
  }
  bool Holds(int64_t id) const {
    const auto at = static_cast<size_t>(id);
    return at < there_.size() && there_[at];
  }
  const std::vector<int64_t>& ids() const { return ids_; }
  bool empty() const { return ids_.empty(); }

 private:
  std::vector<bool> there_;
  std::vector<int64_t> ids_;
};

// Calls take(row) for each row of a statement that is ready to run.
template <typename Take>
Status EachRow(Statement& statement, Take take) {
  while (true) {
    const Result<bool> row = statement.Step();
    if (!row.ok()) return row.error();
    if (!*row) return Done{};
    take(statement);
  }
}

Status AddSelected(Database& db, const Selection& selection, LetterSet& letters) {
  Result<Statement> statement =
      db.Prepare(fmt::format("SELECT {} {}", selection.id, selection.sql));
  if (!statement.ok()) return statement.error();
  BindAll(*statement, selection.values);
  return EachRow(*statement, [&](const Statement& row) { letters.Add(row.Int(0)); });
}

// All that a search would list at this level.
Result<LetterSet> Matching(Database& db, const Query& query, Level level) {
  LetterSet letters;
  for (const Alternative& alternative : query.alternatives) {
    std::vector<Selection> selections;
    if (alternative.number && level != Level::kFolded) {
      selections.push_back(SelectByNumber(alternative, HitKind::kNumber, level));
      selections.push_back(SelectByNumber(alternative, HitKind::kCitation, level));
    }
    std::optional<Selection> words = SelectByWords(Compile(alternative, level, HitKind::kWords));
    if (words) selections.push_back(*std::move(words));
    for (const Selection& selection : selections) {
      if (Status added = AddSelected(db, selection, letters); !added.ok()) return added.error();
    }
  }
  return letters;
}

// Letters by value, each letter once for a value. The rows of a letter come one after the other.
class Tally {
 public:
  void Add(const Statement& row, int column, int64_t letter) {
    if (row.IsNull(column)) {
      ++unknown_;
      return;
    }
    Entry& entry = values_[row.Text(column)];
    if (std::exchange(entry.last, letter) != letter) ++entry.letters;
  }

  // In no order.
  std::vector<FacetCount> Rows(Facet facet) const {
    std::vector<FacetCount> rows;
    for (const auto& [value, entry] : values_) rows.push_back({facet, value, entry.letters});
    if (unknown_ > 0) rows.push_back({facet, std::nullopt, unknown_});
    return rows;
  }

 private:
  struct Entry {
    int64_t letters = 0, last = 0;
  };

  std::unordered_map<std::string, Entry> values_;
  int64_t unknown_ = 0;  // letters without a value
};

class Counter {
 public:
  Counter(Database& db, double looked_up) : db_(db), looked_up_(looked_up) {}

  Status Count(const LetterSet& letters) {
    const Result<std::optional<int64_t>> last = db_.QueryInt("SELECT max(id) FROM letters");
    if (!last.ok()) return last.error();
    few_ = static_cast<double>(letters.ids().size()) <=
           looked_up_ * static_cast<double>(last->value_or(0));
    const auto head = [this](const Statement& row) {
      tallies_[Facet::kYear].Add(row, 1, row.Int(0));
      tallies_[Facet::kType].Add(row, 2, row.Int(0));
      tallies_[Facet::kIssuer].Add(row, 3, row.Int(0));
    };
    const Status heads = EachOf(
        letters, "SELECT id, year, doc_type, issuer FROM letters WHERE id = ?",
        "SELECT id, year, doc_type, issuer FROM letters INDEXED BY letters_by_identity", head);
    if (!heads.ok()) return heads;
    const auto partner = [this](const Statement& row) {
      // What is no country, and what is not named.
      if (!row.IsNull(1) && row.Text(3) != "country") {
        tallies_[Facet::kPartner].Add(row, 1, row.Int(0));
      }
      if (!row.IsNull(2)) tallies_[Facet::kCountry].Add(row, 2, row.Int(0));
    };
    return EachOf(
        letters,
        "SELECT letter_id, name_fold, country, kind FROM partners INDEXED BY partners_by_letter "
        "WHERE letter_id = ?",
        "SELECT letter_id, name_fold, country, kind FROM partners INDEXED BY partners_by_letter "
        "ORDER BY letter_id",
        partner);
  }

  // The values of one facet, as they are listed.
  Result<std::vector<FacetCount>> Rows(Facet facet, int most) {
    std::vector<FacetCount> rows = tallies_[facet].Rows(facet);
    std::ranges::sort(rows, [&](const FacetCount& a, const FacetCount& b) {
      if (facet != Facet::kYear && a.count != b.count) return a.count > b.count;
      // What is not known comes last.
      if (a.value.has_value() != b.value.has_value()) return a.value.has_value();
      return facet == Facet::kYear ? a.value > b.value : a.value < b.value;
    });
    if (rows.size() > static_cast<size_t>(most)) rows.resize(static_cast<size_t>(most));
    if (facet != Facet::kPartner) return rows;
    for (FacetCount& row : rows) {
      Result<std::string> name = NameOf(*row.value);
      if (!name.ok()) return name.error();
      row.value = *name;
    }
    return rows;
  }

 private:
  // The rows of the letters: few are looked up one by one, of many the rows of all letters are read.
  template <typename Take>
  Status EachOf(const LetterSet& letters, const char* one, const char* all, Take take) {
    Result<Statement> statement = db_.Prepare(few_ ? one : all);
    if (!statement.ok()) return statement.error();
    if (!few_) {
      return EachRow(*statement, [&](const Statement& row) {
        if (letters.Holds(row.Int(0))) take(row);
      });
    }
    for (const int64_t id : letters.ids()) {
      statement->Reset();
      statement->With(id);
      if (const Status read = EachRow(*statement, take); !read.ok()) return read;
    }
    return Done{};
  }

  Result<std::string> NameOf(const std::string& name_fold) {
    Result<Statement> row = db_.Prepare("SELECT name FROM partners WHERE name_fold = ? LIMIT 1");
    if (!row.ok()) return row.error();
    const Result<bool> there = row->With(name_fold).Step();
    if (!there.ok()) return there.error();
    return *there ? row->Text(0) : name_fold;
  }

  Database& db_;
  double looked_up_;
  bool few_ = true;
  std::map<Facet, Tally> tallies_;
};

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

Result<LetterSet> LettersFor(Database& db, std::string_view text, bool& near) {
  if (IsBlank(text)) {
    LetterSet all;
    const Status added = AddSelected(db, {"FROM letters l", {}}, all);
    if (!added.ok()) return added.error();
    return all;
  }
  Query query = ParseQuery(text);
  if (Status found = FindIssuers(db, query); !found.ok()) return found.error();
  for (const Level level : {Level::kExact, Level::kSymbols, Level::kFolded}) {
    Result<LetterSet> letters = Matching(db, query, level);
    if (!letters.ok() || !letters->empty()) return letters;
    near = true;
  }
  near = false;
  return LetterSet();
}

}  // namespace

std::string_view FacetName(Facet facet) {
  switch (facet) {
    case Facet::kYear: return "year";
    case Facet::kType: return "type";
    case Facet::kIssuer: return "issuer";
    case Facet::kPartner: return "partner";
    case Facet::kCountry: return "country";
  }
  return "";
}

Result<Counts> CountLetters(Archive& archive, std::string_view query, const CountOptions& options) {
  if (options.most < 0) return Error{ErrorCode::kUsage, "the limit of counts is 0 or more", "", 0};
  Database& db = archive.database();
  const DeadlineGuard guard(db, options.time_limit);
  Counts counts;
  const Result<LetterSet> letters = LettersFor(db, query, counts.near);
  if (!letters.ok()) return guard.Explained(letters.error());
  counts.letters = static_cast<int64_t>(letters->ids().size());
  Counter counter(db, options.looked_up);
  if (Status counted = counter.Count(*letters); !counted.ok()) {
    return guard.Explained(counted.error());
  }
  for (const Facet facet :
       {Facet::kYear, Facet::kType, Facet::kIssuer, Facet::kPartner, Facet::kCountry}) {
    Result<std::vector<FacetCount>> rows = counter.Rows(facet, options.most);
    if (!rows.ok()) return guard.Explained(rows.error());
    std::ranges::move(*rows, std::back_inserter(counts.rows));
  }
  return counts;
}

nlohmann::ordered_json ToJson(const FacetCount& row) {
  return {{"facet", FacetName(row.facet)}, {"value", OrNull(row.value)}, {"count", row.count}};
}

}  // namespace vanthu::archive
