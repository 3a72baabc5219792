#include "pipeline/reading/proper_names.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "models/lexicon/table.h"
#include "models/text/fold.h"
#include "models/text/syllable.h"
#include "models/text/utf8.h"

namespace vanthu::reading {
namespace {

// A word without the marks at either end, in lower case.
struct Bare {
  std::string text;
  bool capitalised = false;
};

Bare BareOf(std::string_view word) {
  size_t begin = word.size(), end = 0;
  for (size_t i = 0; i < word.size();) {
    const CodePoint at = DecodeAt(word, i);
    const size_t length = std::max<size_t>(at.length, 1);
    if (IsLetter(at.value)) {
      begin = std::min(begin, i);
      end = i + length;
    }
    i += length;
  }
  if (begin >= end) return {};
  return {MatchForm(word.substr(begin, end - begin)), IsUpper(DecodeAt(word, begin).value)};
}

// A word that no loss of marks explains: it has letters of no syllable.
bool IsForeign(const Bare& word) {
  constexpr size_t kShortest = 4;  // shorter ones may be abbreviations and noise
  return word.capitalised && word.text.size() >= kShortest && word.text == Fold(word.text) &&
         word.text.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos &&
         !IsSyllable(word.text) && !IsSyllable(word.text.substr(0, word.text.size() - 1));
}

}  // namespace

ProperNames::ProperNames() {
  // Years of the cycle of sixty: stem and branch of like parity.
  constexpr const char* kStems[] = {"Giáp", "Ất",   "Bính", "Đinh", "Mậu",
                                    "Kỷ",   "Canh", "Tân",  "Nhâm", "Quý"};
  constexpr const char* kBranches[] = {"Tý",  "Sửu", "Dần",  "Mão", "Thìn", "Tỵ",
                                       "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"};
  for (size_t year = 0; year < 60; ++year) {
    std::string name = kStems[year % 10];
    name += ' ';
    name += kBranches[year % 12];
    pairs_.insert(MatchForm(name));
  }
  for (const std::vector<std::string>& row : ReadTable("places.tsv", 2)) {
    const std::string name = MatchForm(row[1]);
    const size_t blank = name.find(' ');
    // Of two syllables: each of longer names stands in pairs that are no names.
    if (blank != std::string::npos && name.find(' ', blank + 1) == std::string::npos)
      pairs_.insert(name);
  }
}

std::vector<bool> ProperNames::Mark(const std::vector<std::string>& words) const {
  std::vector<Bare> bare;
  bare.reserve(words.size());
  for (const std::string& word : words) bare.push_back(BareOf(word));
  std::vector<bool> marked(words.size(), false);
  for (size_t i = 1; i < words.size(); ++i) {
    const Bare& first = bare[i - 1];
    const Bare& second = bare[i];
    if (!first.capitalised || !second.capitalised) continue;
    if (pairs_.contains(first.text + ' ' + second.text)) marked[i - 1] = marked[i] = true;
    if (IsForeign(first) || IsForeign(second)) {
      marked[i - 1] = marked[i - 1] || !IsSyllable(first.text);
      marked[i] = marked[i] || !IsSyllable(second.text);
    }
  }
  return marked;
}

}  // namespace vanthu::reading
