#include "pipeline/archive/patterns.h"

#include <fmt/format.h>

#include <algorithm>

#include "models/lexicon/names.h"
#include "models/text/fold.h"
#include "pipeline/archive/facets.h"
#include "pipeline/archive/number_chain.h"
#include "pipeline/archive/spellings.h"
#include "pipeline/archive/tokenizer.h"
#include "pipeline/archive/word_shape.h"

namespace vanthu::archive {
namespace {

// HD, UBND, QH14 typed in capitals name a symbol; QUYET DINH are words of somebody who types so.
bool IsTypedSymbol(const TokenForms& forms) {
  return !forms.symbol.empty() && !HasWordShape(forms.folded);
}

std::string IndexToken(const TokenForms& forms, Level level) {
  if (level == Level::kExact && IsTypedSymbol(forms)) return forms.symbol;
  if (level != Level::kFolded && forms.HasMarks()) return forms.exact;
  return forms.folded;
}

}  // namespace

std::string Typed(const Words& words) {
  std::string typed;
  for (const std::string& token : words.tokens) {
    if (!typed.empty()) typed += ' ';
    typed += token;
  }
  return typed;
}

Words WordsIn(const std::string& name) {
  Words words;
  for (const TokenSpan& span : Tokenize(name)) {
    words.tokens.push_back(Lower(name.substr(span.begin, span.end - span.begin)));
  }
  return words;
}

std::vector<Pattern> PatternsOf(const Words& words, Level level) {
  Pattern pattern{{}, words.prefix};
  for (const std::string& token : words.tokens) {
    pattern.tokens.push_back(IndexToken(FormsOf(token), level));
  }
  if (!words.prefix) return {pattern};
  // The beginning of a word is not yet a syllable: hoà* is hòa as well as hoàn; capitals are no
  // symbol.
  const std::string& typed = words.tokens.back();
  const TokenForms forms = FormsOf(typed);
  const bool folded = level == Level::kFolded || !forms.HasMarks();
  pattern.tokens.back() = folded ? forms.folded : forms.exact;
  if (folded || Lower(typed) == forms.exact) return {pattern};
  Pattern as_typed = pattern;
  as_typed.tokens.back() = Lower(typed);
  return {pattern, as_typed};
}

std::vector<Pattern> IssuerPatterns(const Words& words, Level level) {
  std::vector<Pattern> patterns = PatternsOf(words, level);
  const std::string name = AgencyName(Upper(Typed(words)));
  Words full = WordsIn(name);
  full.prefix = words.prefix;
  if (full.tokens.empty()) return patterns;
  for (Pattern& pattern : PatternsOf(full, level)) {
    if (std::ranges::find(patterns, pattern) == patterns.end()) {
      patterns.push_back(std::move(pattern));
    }
  }
  return patterns;
}

std::vector<Pattern> PartnerPatterns(const Words& words, Level level) {
  std::vector<Pattern> patterns = PatternsOf(words, level);
  for (const std::string& name : SpellingsOf(Typed(words))) {
    for (Pattern& pattern : PatternsOf(WordsIn(name), level)) {
      if (std::ranges::find(patterns, pattern) == patterns.end()) {
        patterns.push_back(std::move(pattern));
      }
    }
  }
  return patterns;
}

std::vector<Pattern> DatePatterns(const DateRange& dates, const Words& typed, Level level) {
  const int year = dates.last / 10000, month = dates.last / 100 % 100, day = dates.last % 100;
  const std::vector<std::string> months = {std::to_string(month), fmt::format("{:02}", month)};
  std::vector<std::string> days = {""};
  if (day < 99) days = {std::to_string(day), fmt::format("{:02}", day)};
  std::vector<Pattern> patterns = PatternsOf(typed, level);
  for (const std::string& d : days) {
    for (const std::string& m : months) {
      for (const bool words : {false, true}) {
        const std::string text = words ? fmt::format("{} tháng {} năm {}", d, m, year)
                                       : fmt::format("{} {} {}", d, m, year);
        for (Pattern& pattern : PatternsOf(WordsIn(text), level)) {
          if (std::ranges::find(patterns, pattern) == patterns.end()) {
            patterns.push_back(std::move(pattern));
          }
        }
      }
    }
  }
  return patterns;
}

std::vector<Pattern> InHead(std::vector<Pattern> patterns) {
  for (Pattern& pattern : patterns) {
    for (std::string& token : pattern.tokens) token = HeadToken(token);
  }
  return patterns;
}

Pattern WholeNumber(const Words& words, Level level) {
  bool exact = false;
  for (const std::string& token : words.tokens) {
    const TokenForms forms = FormsOf(token);
    exact = exact || (level == Level::kExact && IsTypedSymbol(forms)) ||
            (level != Level::kFolded && forms.HasMarks());
  }
  std::string number;
  for (const std::string& token : words.tokens) {
    const TokenForms forms = FormsOf(token);
    AppendPart(number, exact ? Upper(forms.exact) : forms.folded);
  }
  return {{number}};
}

}  // namespace vanthu::archive
