#include "extractors/partners/words.h"

#include "models/text/fold.h"
#include "models/text/utf8.h"

namespace vanthu::extractors {
namespace {

Gap GapOf(std::string_view between, size_t length_before) {
  if (between.find_first_not_of(' ') == std::string_view::npos) return Gap::kBlank;
  if (between == "-" || between == "." || between == "'" || between == "&" || between == "/" ||
      between == "’") {
    return Gap::kTight;
  }
  if (between == " - ") return Gap::kDash;
  if (between == ", ") return Gap::kComma;
  if (between == " & ") return Gap::kBlank;
  if (between == ". " && length_before <= 2) return Gap::kBlank;  // St. Petersburg
  return Gap::kOther;
}

}  // namespace

std::vector<TextWord> WordsOf(std::string_view text) {
  std::vector<TextWord> words;
  for (size_t at = 0; at < text.size();) {
    CodePoint letter = DecodeAt(text, at);
    if (!IsWordChar(letter.value)) {
      at += letter.length;
      continue;
    }
    TextWord word;
    word.begin = at;
    word.capital = IsUpper(letter.value);
    while (letter.length > 0 && IsWordChar(letter.value)) {
      at += letter.length;
      letter = DecodeAt(text, at);
    }
    word.end = at;
    const std::string_view printed = text.substr(word.begin, word.end - word.begin);
    word.folded = Fold(printed);
    word.capitals = word.capital && word.folded.size() > 1 && Upper(printed) == printed;
    if (!words.empty()) {
      const TextWord& before = words.back();
      const std::string_view between = text.substr(before.end, word.begin - before.end);
      word.gap = GapOf(between, before.folded.size());
      word.ends_clause = between.find_first_of(".;:!?\n") != std::string_view::npos &&
                         word.gap != Gap::kTight && word.gap != Gap::kBlank;
    }
    words.push_back(std::move(word));
  }
  return words;
}

const char* KeyOfGap(Gap gap) {
  switch (gap) {
    case Gap::kStart:
    case Gap::kTight: return "";
    case Gap::kBlank: return " ";
    case Gap::kDash: return " - ";
    case Gap::kComma: return ", ";
    case Gap::kOther: break;
  }
  return nullptr;
}

}  // namespace vanthu::extractors
