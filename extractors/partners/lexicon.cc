#include "extractors/partners/lexicon.h"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <unordered_set>

#include "models/lexicon/table.h"
#include "models/text/fold.h"
#include "models/text/syllable.h"

namespace vanthu::extractors {
namespace {

struct Form {
  const KnownPartner* partner = nullptr;
  NameTest test = NameTest::kPlain;
  bool marks = false;  // a name of Vietnamese syllables: "Bà Lan" is not Ba Lan
  std::string written;
};

std::vector<std::string> Split(std::string_view names) {
  std::vector<std::string> out;
  while (!names.empty()) {
    const size_t bar = names.find('|');
    out.emplace_back(names.substr(0, bar));
    if (bar == std::string_view::npos) break;
    names.remove_prefix(bar + 1);
  }
  return out;
}

std::string KeyOf(const std::vector<TextWord>& words, size_t from, size_t count) {
  std::string key;
  for (size_t i = from; i < from + count; ++i) {
    if (i > from) {
      const char* gap = KeyOfGap(words[i].gap);
      if (gap == nullptr) return {};
      key += gap;
    }
    key += words[i].folded;
  }
  return key;
}

class Lexicon {
 public:
  Lexicon() {
    for (const auto& row : ReadTable("countries.tsv", 3)) {
      Add({row[1], "", PartnerKind::kCountry, row[0], true}, Split(row[2]));
    }
    for (const auto& row : ReadTable("foreign_localities.tsv", 3)) {
      Add({row[1], "", PartnerKind::kLocality, row[0], true}, Split(row[2]));
    }
    for (const auto& row : ReadTable("partners.tsv", 5)) {
      const std::vector<std::string> names = Split(row[3]);
      KnownPartner partner{row[1], "", KindOf(row[0]), std::nullopt, row[0] != "none"};
      if (!row[2].empty()) partner.country = row[2];
      const auto full =
          std::ranges::find_if(names, [](const std::string& n) { return n[0] != '!'; });
      if (row[4] == "printed" && full != names.end()) partner.full = *full;
      Add(std::move(partner), names);
    }
    for (const auto& row : ReadTable("places.tsv", 3)) {
      for (const TextWord& word : WordsOf(row[1])) domestic_.insert(word.folded);
    }
  }

  std::optional<LexiconHit> Find(std::string_view text, const std::vector<TextWord>& words,
                                 size_t at) const {
    std::optional<LexiconHit> best;
    std::string key;
    for (size_t i = at; i < words.size(); ++i) {
      if (i > at) {
        const char* gap = KeyOfGap(words[i].gap);
        if (gap == nullptr) break;
        key += gap;
      }
      key += words[i].folded;
      if (!beginnings_.contains(key)) break;
      const auto [first, last] = forms_.equal_range(key);
      for (auto form = first; form != last; ++form) {
        const std::string_view printed =
            text.substr(words[at].begin, words[i].end - words[at].begin);
        if (!Fits(form->second, printed)) continue;
        best = LexiconHit{i - at + 1, form->second.partner, form->second.test,
                          i == at || form->second.written == form->second.partner->name};
        break;
      }
    }
    return best;
  }

  bool IsDomestic(std::string_view folded) const { return domestic_.contains(std::string(folded)); }

 private:
  static PartnerKind KindOf(std::string_view kind) {
    if (kind == "igo") return PartnerKind::kIgo;
    if (kind == "ngo") return PartnerKind::kNgo;
    if (kind == "company") return PartnerKind::kCompany;
    if (kind == "mission") return PartnerKind::kMission;
    return PartnerKind::kOther;
  }

  static bool Fits(const Form& form, std::string_view printed) {
    if (form.test == NameTest::kLetters) return printed == form.written;
    if (!form.marks && form.test != NameTest::kGuarded) return true;
    if (MatchForm(printed) == MatchForm(form.written)) return true;
    // A text that lost all its marks: Han Quoc.
    return form.test == NameTest::kPlain && form.written.find(' ') != std::string::npos &&
           std::ranges::all_of(printed,
                               [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  }

  void Add(KnownPartner partner, const std::vector<std::string>& names) {
    partners_.push_back(std::move(partner));
    const KnownPartner* known = &partners_.back();
    const bool marked = std::ranges::any_of(names, [&](const std::string& name) {
      return name.size() > 1 && std::string_view("=!~").find(name[0]) != std::string_view::npos &&
             name.substr(1) == known->name;
    });
    if (!marked) AddForm(known, known->name);
    for (const std::string& name : names) AddForm(known, name);
  }

  void AddForm(const KnownPartner* partner, std::string name) {
    Form form;
    form.partner = partner;
    if (name.starts_with('=')) form.test = NameTest::kGuarded;
    if (name.starts_with('!')) form.test = NameTest::kLetters;
    if (name.starts_with('~')) form.test = NameTest::kNear;
    if (form.test != NameTest::kPlain) name.erase(0, 1);
    form.written = std::move(name);
    const std::vector<TextWord> words = WordsOf(form.written);
    form.marks = std::ranges::all_of(words, [&](const TextWord& word) {
      return word.gap != Gap::kTight &&
             IsSyllable(std::string_view(form.written).substr(word.begin, word.end - word.begin));
    });
    AddKeys(words, form);
    // Syllables with hyphens stand with blanks as well; of two alone that makes too many words.
    if (words.size() < 3 || form.test != NameTest::kPlain ||
        form.written.find(' ') != std::string::npos)
      return;
    std::vector<TextWord> apart = words;
    for (TextWord& word : apart) {
      if (word.gap == Gap::kTight) word.gap = Gap::kBlank;
    }
    AddKeys(apart, form);
  }

  void AddKeys(const std::vector<TextWord>& words, const Form& form) {
    for (size_t count = 1; count <= words.size(); ++count)
      beginnings_.insert(KeyOf(words, 0, count));
    forms_.emplace(KeyOf(words, 0, words.size()), form);
  }

  std::deque<KnownPartner> partners_;  // stays where it is
  std::unordered_multimap<std::string, Form> forms_;
  std::unordered_set<std::string> beginnings_;  // keys of the first words of each name
  std::unordered_set<std::string> domestic_;
};

const Lexicon& TheLexicon() {
  static const Lexicon lexicon;
  return lexicon;
}

}  // namespace

std::optional<LexiconHit> LookUp(std::string_view text, const std::vector<TextWord>& words,
                                 size_t at) {
  if (!words[at].capital) return std::nullopt;
  return TheLexicon().Find(text, words, at);
}

bool IsOfDomesticPlace(std::string_view folded) { return TheLexicon().IsDomestic(folded); }

}  // namespace vanthu::extractors
