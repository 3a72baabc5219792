#include "pipeline/archive/counts.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "pipeline/archive/deadline.h"
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
  Result<Statement> statement = db.Prepare("SELECT l.id " + selection.sql);
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

class Counter {
 public:
  Counter(Database& db, size_t looked_up) : db_(db), looked_up_(looked_up) {}

  Status Count(const LetterSet& letters) {
    if (Status status = CountHeads(letters); !status.ok()) return status;
    return CountPartners(letters);
  }

  // The values of one facet, as they are listed.
  Result<std::vector<FacetCount>> Rows(Facet facet, int most) {
    std::vector<FacetCount> rows;
    for (auto& [value, count] : counts_[facet]) rows.push_back({facet, value, count});
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
  using Values = std::map<std::optional<std::string>, int64_t>;

  Status CountHeads(const LetterSet& letters) {
    const auto take = [this](const Statement& row, int column) {
      ++counts_[Facet::kYear][row.OptionalText(column)];
      ++counts_[Facet::kType][row.OptionalText(column + 1)];
      ++counts_[Facet::kIssuer][row.OptionalText(column + 2)];
    };
    if (letters.ids().size() > looked_up_) {
      Result<Statement> all = db_.Prepare(
          "SELECT id, year, doc_type, issuer FROM letters INDEXED BY letters_by_identity");
      if (!all.ok()) return all.error();
      return EachRow(*all, [&](const Statement& row) {
        if (letters.Holds(row.Int(0))) take(row, 1);
      });
    }
    Result<Statement> one = db_.Prepare("SELECT year, doc_type, issuer FROM letters WHERE id = ?");
    if (!one.ok()) return one.error();
    for (const int64_t id : letters.ids()) {
      one->Reset();
      one->With(id);
      const Status read = EachRow(*one, [&](const Statement& row) { take(row, 0); });
      if (!read.ok()) return read;
    }
    return Done{};
  }

  // Each letter counts once, however often it names a partner or a country.
  Status CountPartners(const LetterSet& letters) {
    if (letters.ids().size() > looked_up_) {
      Result<Statement> all = db_.Prepare(
          "SELECT letter_id, name_fold, country, kind FROM partners "
          "INDEXED BY partners_by_letter ORDER BY letter_id");
      if (!all.ok()) return all.error();
      const Status read = EachRow(*all, [&](const Statement& row) {
        if (letters.Holds(row.Int(0))) TakePartner(row);
      });
      TakeLetter(0);
      return read;
    }
    Result<Statement> one =
        db_.Prepare("SELECT letter_id, name_fold, country, kind FROM partners WHERE letter_id = ?");
    if (!one.ok()) return one.error();
    for (const int64_t id : letters.ids()) {
      one->Reset();
      one->With(id);
      const Status read = EachRow(*one, [this](const Statement& row) { TakePartner(row); });
      if (!read.ok()) return read;
    }
    TakeLetter(0);
    return Done{};
  }

  void TakePartner(const Statement& row) {
    if (row.Int(0) != letter_) TakeLetter(row.Int(0));
    const std::optional<std::string> name = row.OptionalText(1);
    if (name && row.OptionalText(3) != "country") names_.push_back(*name);
    if (const auto country = row.OptionalText(2)) countries_.push_back(*country);
  }

  // What the letter before named.
  void TakeLetter(int64_t next) {
    letter_ = next;
    for (const auto& [facet, values] :
         {std::pair(Facet::kPartner, &names_), std::pair(Facet::kCountry, &countries_)}) {
      std::ranges::sort(*values);
      values->erase(std::ranges::unique(*values).begin(), values->end());
      for (const std::string& value : *values) ++counts_[facet][value];
      values->clear();
    }
  }

  Result<std::string> NameOf(const std::string& name_fold) {
    Result<Statement> row = db_.Prepare("SELECT name FROM partners WHERE name_fold = ? LIMIT 1");
    if (!row.ok()) return row.error();
    const Result<bool> there = row->With(name_fold).Step();
    if (!there.ok()) return there.error();
    return *there ? row->Text(0) : name_fold;
  }

  Database& db_;
  size_t looked_up_;
  std::map<Facet, Values> counts_;
  int64_t letter_ = 0;
  std::vector<std::string> names_, countries_;  // of `letter_`
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
  const Query query = ParseQuery(text);
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
