#include "extractors/quantity/lexicon.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "models/lexicon/table.h"

namespace vanthu::extractors {
namespace {

// Phrases by their first word (or last, for phrases that stand before a number), the longest first.
template <typename Entry>
class Phrases {
 public:
  enum class Key { kFirst, kLast };
  explicit Phrases(Key key = Key::kFirst) : key_(key) {}

  void Add(std::string_view phrase, Entry entry) {
    std::vector<std::string> forms = FormsOf(phrase);
    if (forms.empty()) return;
    const std::string& key = key_ == Key::kFirst ? forms.front() : forms.back();
    phrases_[key].push_back({forms, std::move(entry)});
  }
  void Close() {
    for (auto& [key, list] : phrases_) {
      std::ranges::stable_sort(
          list, [](const Phrase& a, const Phrase& b) { return a.forms.size() > b.forms.size(); });
    }
  }
  Found<Entry> At(const Tokens& tokens, size_t i) const {
    if (i >= tokens.size()) return {};
    const auto list = phrases_.find(tokens.Form(i));
    if (list == phrases_.end()) return {};
    for (const Phrase& phrase : list->second) {
      if (tokens.Match(i, phrase.forms) > 0) return {&phrase.entry, phrase.forms.size()};
    }
    return {};
  }
  Found<Entry> Before(const Tokens& tokens, size_t i) const {
    if (i == 0 || i > tokens.size()) return {};
    const auto list = phrases_.find(tokens.Form(i - 1));
    if (list == phrases_.end()) return {};
    for (const Phrase& phrase : list->second) {
      const size_t size = phrase.forms.size();
      if (size <= i && tokens.Match(i - size, phrase.forms) > 0) return {&phrase.entry, size};
    }
    return {};
  }

 private:
  struct Phrase {
    std::vector<std::string> forms;
    Entry entry;
  };
  Key key_;
  std::unordered_map<std::string, std::vector<Phrase>> phrases_;
};

UnitKind KindOf(std::string_view name) {
  constexpr std::pair<std::string_view, UnitKind> kKinds[] = {
      {"scale", UnitKind::kScale},       {"money", UnitKind::kMoney},
      {"misspelt", UnitKind::kMisspelt}, {"percent", UnitKind::kPercent},
      {"area", UnitKind::kArea},         {"mass", UnitKind::kMass},
      {"duration", UnitKind::kDuration}, {"clock", UnitKind::kClock}};
  for (const auto& [known, kind] : kKinds) {
    if (known == name) return kind;
  }
  return UnitKind::kOther;
}

Phrases<UnitEntry> ReadUnits() {
  Phrases<UnitEntry> units;
  for (const auto& row : ReadTable("units.tsv", 4)) {
    int power = 0;
    std::from_chars(row[3].data(), row[3].data() + row[3].size(), power);
    units.Add(row[0], {row[1], KindOf(row[2]), power});
  }
  units.Close();
  return units;
}

Phrases<NounEntry> ReadNouns() {
  Phrases<NounEntry> nouns;
  for (const auto& row : ReadTable("counted_nouns.tsv", 2)) nouns.Add(row[0], {row[0], row[1]});
  nouns.Close();
  return nouns;
}

struct Words {
  Phrases<HedgeEntry> hedges{Phrases<HedgeEntry>::Key::kLast};
  Phrases<HedgeEntry> names{Phrases<HedgeEntry>::Key::kLast};
  Phrases<HedgeEntry> acts{Phrases<HedgeEntry>::Key::kLast};
  std::unordered_set<std::string> stops;
};

const Words& TheWords() {
  static const Words words = [] {
    Words read;
    constexpr std::pair<std::string_view, Approximation> kHedges[] = {
        {"about", Approximation::kAbout},
        {"over", Approximation::kOver},
        {"under", Approximation::kUnder},
        {"nearly", Approximation::kNearly}};
    for (const auto& row : ReadTable("figure_words.tsv", 2)) {
      if (row[1] == "stop") read.stops.insert(row[0]);
      if (row[1] == "names") read.names.Add(row[0], {});
      if (row[1] == "act") read.acts.Add(row[0], {});
      for (const auto& [role, approx] : kHedges) {
        if (row[1] == role) read.hedges.Add(row[0], {approx});
      }
    }
    read.hedges.Close();
    read.names.Close();
    read.acts.Close();
    return read;
  }();
  return words;
}

}  // namespace

Found<UnitEntry> UnitAt(const Tokens& tokens, size_t i) {
  static const Phrases<UnitEntry> units = ReadUnits();
  return units.At(tokens, i);
}

Found<NounEntry> NounAt(const Tokens& tokens, size_t i) {
  static const Phrases<NounEntry> nouns = ReadNouns();
  return nouns.At(tokens, i);
}

Found<HedgeEntry> HedgeBefore(const Tokens& tokens, size_t i) {
  return TheWords().hedges.Before(tokens, i);
}

bool IsStop(const std::string& form) { return TheWords().stops.contains(form); }

bool NamesBefore(const Tokens& tokens, size_t i) {
  const auto name = TheWords().names.Before(tokens, i);
  // "mô hình 12 hộ": the end of another noun is none of these words.
  return name.entry != nullptr && (name.tokens > 1 || i < 2 || NounAt(tokens, i - 2).tokens != 2);
}

bool ActBefore(const Tokens& tokens, size_t i) {
  const auto act = TheWords().acts.Before(tokens, i);
  return act.entry != nullptr && tokens.IsCapital(i - act.tokens);
}

}  // namespace vanthu::extractors
