#include "pipeline/reading/candidates.h"

#include <algorithm>
#include <optional>

#include "models/text/fold.h"
#include "models/text/syllable.h"
#include "models/text/utf8.h"

namespace vanthu::reading {
namespace {

struct Run {
  std::string_view before, letters, after;
};

// The one run of letters of a word, with marks that do not speak against its being a plain word.
// None where there are two runs or a digit.
std::optional<Run> OnlyRun(std::string_view word) {
  size_t begin = std::string_view::npos, end = 0;
  for (size_t i = 0; i < word.size();) {
    const CodePoint at = DecodeAt(word, i);
    if (IsLetter(at.value)) {
      if (begin == std::string_view::npos)
        begin = i;
      else if (end != i)
        return std::nullopt;
      end = i + at.length;
    } else if (IsDigit(at.value) || at.value == '/' || at.value == '@' || at.value == '_' ||
               at.value == '\\') {
      return std::nullopt;
    }
    i += std::max<size_t>(at.length, 1);
  }
  if (begin == std::string_view::npos) return std::nullopt;
  return Run{word.substr(0, begin), word.substr(begin, end - begin), word.substr(end)};
}

enum class Case { kLower, kCapitalised, kCapitals, kMixed };

Case CaseOf(std::string_view letters) {
  size_t count = 0, capitals = 0;
  bool first = false;
  for (size_t i = 0; i < letters.size();) {
    const CodePoint at = DecodeAt(letters, i);
    if (IsUpper(at.value)) {
      ++capitals;
      if (i == 0) first = true;
    }
    ++count;
    i += std::max<size_t>(at.length, 1);
  }
  if (capitals == 0) return Case::kLower;
  if (capitals == count) return Case::kCapitals;
  return first && capitals == 1 ? Case::kCapitalised : Case::kMixed;
}

// `lower` in the case of a reading.
std::string InCase(std::string_view lower, Case shape) {
  if (shape == Case::kLower) return std::string(lower);
  if (shape == Case::kCapitals) return Upper(lower);
  const size_t first = DecodeAt(lower, 0).length;
  std::string out = Upper(lower.substr(0, first));
  out += lower.substr(first);
  return out;
}

bool IsRomanNumeral(std::string_view letters) {
  return letters.find_first_not_of("IVXLCDM") == std::string_view::npos;
}

bool HasMarkedVowel(std::string_view lower) {
  for (size_t i = 0; i < lower.size();) {
    const CodePoint at = DecodeAt(lower, i);
    if (at.value >= 0x80 && at.value != 0x111) return true;
    i += std::max<size_t>(at.length, 1);
  }
  return false;
}

// Names of paragraphs ("a)", "đ."), numerals, abbreviations. An abbreviation has two capitals and is
// no syllable; a word in capitals that lost a mark (QUYÊT) bears others, abbreviations bear none.
bool IsSign(const Run& run, Case shape, std::string_view lower) {
  if (Length(run.letters) == 1) return shape == Case::kLower || !run.after.empty();
  if (shape == Case::kMixed) return true;
  if (shape != Case::kCapitals) return false;
  return IsRomanNumeral(run.letters) || (!IsSyllable(lower) && !HasMarkedVowel(lower));
}

}  // namespace

Candidates::Candidates(const LanguageModel& model, const Weights& weights) : weights_(weights) {
  for (LanguageModel::Token token = 0; token < model.size(); ++token) {
    const std::string_view word = model.Word(token);
    if (model.Count(token) < weights.fewest_seen || !IsSyllable(word)) continue;
    by_letters_[Fold(word)].push_back({std::string(word), WithoutTone(word), ToneOf(word)});
  }
}

std::vector<Candidate> Candidates::Of(std::string_view reading, double confidence) const {
  std::vector<Candidate> out = {{std::string(reading), 0}};
  const std::optional<Run> run = OnlyRun(reading);
  if (!run) return out;
  const Case shape = CaseOf(run->letters);
  const std::string word = MatchForm(run->letters);
  if (IsSign(*run, shape, word)) return out;
  const auto same_letters = by_letters_.find(Fold(word));
  if (same_letters == by_letters_.end()) return out;

  const std::string toneless = WithoutTone(word);
  const int tone = ToneOf(word);
  double cost = weights_.sureness * (confidence - weights_.usual_confidence);
  if (shape == Case::kCapitalised) cost += weights_.name;
  if (!IsSyllable(word)) cost -= weights_.no_syllable;
  for (const Syllable& other : same_letters->second) {
    if (other.text == word) continue;
    const bool one_kind = other.tone == tone || other.toneless == toneless;
    std::string text(run->before);
    text += InCase(other.text, shape);
    text += run->after;
    out.push_back({std::move(text),
                   std::max(cost + (one_kind ? weights_.one_kind : weights_.both_kinds), 0.0)});
  }
  return out;
}

}  // namespace vanthu::reading
