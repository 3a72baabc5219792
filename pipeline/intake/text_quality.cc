#include "pipeline/intake/text_quality.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "models/text/fold.h"
#include "models/text/syllable.h"
#include "models/text/utf8.h"

namespace vanthu::intake {
namespace {

// Shares measured on the 21 texts of ../shared (three seed letters, ground truth of scans and
// documents) and on Decision 115/2004 as its TCVN3 text layer comes. Of the words that bear a mark
// 0.97 to 1.00 are syllables, 0.91 in the worst 80 words in a row, 0.15 in TCVN3. Of all words 0.94
// to 1.00, 0.78 in a table of foreign names, 0.22 in TCVN3. Of all words one letter have 0.00 to
// 0.04, 0.07 in a table with columns (a) (b), half and more where letters are set apart. Higher
// limits send sound pages with many foreign names to OCR, lower ones keep layers with lost letters.
constexpr double kLeastLegalMarked = 0.75;
constexpr double kLeastLegal = 0.65;
constexpr double kMostSingle = 0.35;
constexpr double kMostMeaningless = 0.05;  // of all characters
constexpr double kLeastEnglish = 0.08;     // function words in English prose: 0.25
constexpr size_t kFewWords = 12;           // below this shares say nothing

constexpr std::array<std::string_view, 16> kEnglish = {"the", "of", "and", "to",   "in", "for",
                                                       "on",  "is", "are", "with", "by", "as",
                                                       "be",  "or", "at",  "that"};

struct Counts {
  size_t characters = 0, meaningless = 0;
  size_t words = 0, legal = 0, single = 0, english = 0;
  size_t marked = 0, legal_marked = 0;
};

double Share(size_t part, size_t all) {
  return all == 0 ? 0 : static_cast<double>(part) / static_cast<double>(all);
}

bool IsMeaningless(char32_t c) {
  return c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) || (c < 0x20 && c != '\t' && c != '\n') ||
         (c >= 0x80 && c < 0xA0);
}

// Signs of Latin-1 that TCVN3 draws as letters: ¨ © ª « ¬ ® ¡ … ¹ and, in PDFs, the minus for ư.
bool IsLetterInDisguise(char32_t c) { return (c >= 0xA1 && c <= 0xBF && c != 0xB7) || c == 0x2212; }

// An abbreviation ("UBND", "PCNN") is no syllable and no fault either.
bool IsCapitals(std::string_view word) {
  return word.size() <= 12 && word == Upper(word) && word != Lower(word);
}

class Counter {
 public:
  void Add(std::string_view text) {
    std::string word;
    bool disguised = false;
    for (size_t i = 0; i < text.size();) {
      const CodePoint at = DecodeAt(text, i);
      ++counts_.characters;
      if (IsMeaningless(at.value)) ++counts_.meaningless;
      const bool disguise = IsLetterInDisguise(at.value);
      if (IsLetter(at.value) || disguise) {
        word += text.substr(i, at.length);
        disguised = disguised || disguise;
      } else {
        EndWord(word, disguised);
        word.clear();
        disguised = false;
      }
      i += at.length;
    }
    EndWord(word, disguised);
  }
  const Counts& counts() const { return counts_; }

 private:
  void EndWord(const std::string& word, bool disguised) {
    if (word.empty() || (disguised && CountLetters(word) == 0)) return;
    const bool legal = !disguised && IsSyllable(word);
    const bool marked = word.size() != Length(word);
    if (!marked && !legal && IsCapitals(word) && word.size() > 1) return;
    ++counts_.words;
    counts_.legal += legal ? 1U : 0U;
    counts_.single += Length(word) == 1 ? 1U : 0U;
    counts_.marked += marked ? 1U : 0U;
    counts_.legal_marked += marked && legal ? 1U : 0U;
    const std::string lower = Lower(word);
    const bool english = std::find(kEnglish.begin(), kEnglish.end(), lower) != kEnglish.end();
    counts_.english += english ? 1U : 0U;
  }

  Counts counts_;
};

std::optional<std::string> Judge(const Counts& counts, bool legacy_font) {
  if (counts.characters >= 20 && Share(counts.meaningless, counts.characters) > kMostMeaningless) {
    return "has characters without a meaning";
  }
  if (counts.words < kFewWords) {
    const bool nonsense = legacy_font && counts.marked > 0 && counts.legal_marked == 0;
    return nonsense ? std::optional<std::string>("is in a legacy encoding") : std::nullopt;
  }
  if (Share(counts.single, counts.words) > kMostSingle) return "has its letters apart";
  if (counts.marked * 10 >= counts.words &&
      Share(counts.legal_marked, counts.marked) < kLeastLegalMarked) {
    return fmt::format("is in a legacy encoding ({} of {} words with marks can be Vietnamese)",
                       counts.legal_marked, counts.marked);
  }
  const bool english = Share(counts.english, counts.words) >= kLeastEnglish;
  if (!english && Share(counts.legal, counts.words) < kLeastLegal) {
    return fmt::format("is no Vietnamese ({} of {} words can be)", counts.legal, counts.words);
  }
  return std::nullopt;
}

}  // namespace

size_t CountLetters(std::string_view text) {
  size_t letters = 0;
  for (size_t i = 0; i < text.size();) {
    const CodePoint at = DecodeAt(text, i);
    letters += IsLetter(at.value) ? 1U : 0U;
    i += at.length;
  }
  return letters;
}

std::optional<std::string> FindTextFault(const std::vector<SetText>& texts) {
  Counter all;
  std::map<std::string_view, Counter> by_font;
  for (const SetText& set : texts) {
    all.Add(set.text);
    by_font[WithoutSubsetTag(set.font)].Add(set.text);
  }
  const bool legacy = std::any_of(by_font.begin(), by_font.end(), [](const auto& entry) {
    return LegacyFontOf(entry.first).has_value();
  });
  if (auto fault = Judge(all.counts(), legacy)) return fault;
  // A heading in a legacy font hides among pages of sound text.
  for (const auto& [font, counter] : by_font) {
    const bool share_says_something =
        counter.counts().words >= 2 * kFewWords || LegacyFontOf(font).has_value();
    if (!share_says_something || counter.counts().marked == 0) continue;
    if (auto fault = Judge(counter.counts(), LegacyFontOf(font).has_value())) {
      return fmt::format("{} in the font {}", *fault, font);
    }
  }
  return std::nullopt;
}

}  // namespace vanthu::intake
