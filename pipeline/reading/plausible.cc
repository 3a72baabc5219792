#include "pipeline/reading/plausible.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "models/text/syllable.h"
#include "models/text/utf8.h"

namespace vanthu::reading {
namespace {

// Pages of /shared have 0.87 to 0.96 and worn ones 0.7; upside down they have 0.31 to 0.42.
constexpr double kPoorConfidence = 0.55;
constexpr double kSureConfidence = 0.75;

// Share of the words that are Vietnamese syllables, by letters. Letters have 0.85 and more, their poor
// scans 0.6; English has 0.2 to 0.35, noise that is read as letters 0.3.
constexpr double kFewSyllables = 0.45;

// Letters below which nothing is said about the language: a table of figures, a cover.
constexpr size_t kEnoughLetters = 200;

// Lines of print stand out from their gaps by so much; pictures have less than 3.
constexpr double kLinesOfPrint = 4;

bool IsLetterByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// Without the marks around it.
std::string_view Core(std::string_view word) {
  while (!word.empty() && !IsLetterByte(word.front())) word.remove_prefix(1);
  while (!word.empty() && !IsLetterByte(word.back())) word.remove_suffix(1);
  return word;
}

}  // namespace

bool ReadsAsSyllable(std::string_view word) {
  std::string letters;
  for (size_t i = 0; i < word.size();) {
    const CodePoint at = DecodeAt(word, i);
    if (IsLetter(at.value)) letters.append(word, i, at.length);
    i += std::max<size_t>(at.length, 1);
  }
  return IsSyllable(letters);
}

TextKind Judge(const std::vector<ReadWord>& words, double line_confidence) {
  if (words.empty()) return TextKind::kVietnamese;
  size_t letters = 0, in_syllables = 0;
  for (const ReadWord& word : words) {
    const std::string_view core = Core(word.text);
    // Single letters are list marks, or what noise is read as; numbers with letters are no words.
    if (core.size() < 2 || !std::ranges::all_of(core, IsLetterByte)) continue;
    letters += core.size();
    if (IsSyllable(core)) in_syllables += core.size();
  }
  const double confidence = MeanConfidence(words);
  const double share =
      letters == 0 ? 0 : static_cast<double>(in_syllables) / static_cast<double>(letters);
  if (share >= kFewSyllables) return TextKind::kVietnamese;
  if (confidence < kPoorConfidence) {
    return line_confidence >= kLinesOfPrint && letters >= kEnoughLetters ? TextKind::kForeign
                                                                         : TextKind::kNoise;
  }
  const bool sure = confidence >= kSureConfidence && letters >= kEnoughLetters;
  return sure ? TextKind::kOtherLatin : TextKind::kVietnamese;
}

void DropImplausible(Sheet& sheet, Page& page) {
  const TextKind kind = Judge(sheet.words, sheet.prepared.line_confidence);
  const auto note = [&page](Severity severity, const char* code, std::string message) {
    page.diagnostics.push_back({severity, code, std::move(message), page.number});
  };
  if (kind == TextKind::kOtherLatin) {
    note(Severity::kInfo, "not_vietnamese", "the page is in another language than Vietnamese");
  } else if (kind != TextKind::kVietnamese) {
    const std::string what =
        fmt::format("; what was made of it ({} words) is left out", sheet.words.size());
    if (kind == TextKind::kForeign) {
      note(Severity::kWarning, "foreign_script", "the page seems to be in another script" + what);
    } else {
      note(Severity::kWarning, "not_text", "the page seems to hold a picture and no text" + what);
    }
    sheet.words.clear();
  }
}

}  // namespace vanthu::reading
