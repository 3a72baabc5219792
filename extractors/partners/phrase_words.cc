#include "extractors/partners/phrase_words.h"

#include "models/text/fold.h"
#include "models/text/syllable.h"

namespace vanthu::extractors {

size_t Match(const Words& words, size_t at, std::string_view phrase) {
  // Most words differ in their first letter from most phrases.
  if (at >= words.size() || phrase.empty() || !words[at].folded.starts_with(phrase.front()))
    return 0;
  size_t count = 0;
  while (!phrase.empty()) {
    const size_t blank = phrase.find(' ');
    if (at + count >= words.size()) return 0;
    if (count > 0 && words[at + count].gap != Gap::kBlank) return 0;
    if (words[at + count].folded != phrase.substr(0, blank)) return 0;
    ++count;
    if (blank == std::string_view::npos) break;
    phrase.remove_prefix(blank + 1);
  }
  return count;
}

std::string_view Slice(std::string_view text, const Words& words, size_t from, size_t end) {
  return text.substr(words[from].begin, words[end - 1].end - words[from].begin);
}

size_t MatchHead(std::string_view text, const Words& words, size_t at, std::string_view folded,
                 std::string_view marked) {
  const size_t count = Match(words, at, folded);
  if (count == 0 || marked.empty()) return count;
  return MatchForm(Slice(text, words, at, at + count)) == marked ? count : 0;
}

bool LooksForeign(std::string_view text, const TextWord& word) {
  const std::string_view printed = text.substr(word.begin, word.end - word.begin);
  if (!word.capital || printed.size() < 2 || printed.size() != word.folded.size()) return false;
  if (printed.find_first_not_of("IVXLC0123456789") == std::string_view::npos) return false;
  return !IsSyllable(printed) && !IsOfDomesticPlace(word.folded);
}

size_t RunEnd(const Words& words, size_t at, size_t most) {
  static const WordSet links = {"and", "of",  "the", "de", "du", "des", "la",
                                "le",  "for", "in",  "et", "to", "und", "y"};
  size_t end = at;
  for (size_t i = at; i < words.size() && i < at + most; ++i) {
    if (i > at && words[i].gap != Gap::kBlank && words[i].gap != Gap::kTight) break;
    const bool hyphened = i > at && words[i].gap == Gap::kTight;  // Ủn-đon Tha-ni
    if (words[i].capital || hyphened ||
        (words[i].folded[0] >= '0' && words[i].folded[0] <= '9' && i > at)) {
      end = i + 1;
    } else if (i == at || !links.contains(words[i].folded)) {
      break;
    }
  }
  return end;
}

bool RunsOn(const Words& words, size_t end) {
  return end < words.size() && words[end].gap == Gap::kBlank && words[end].capital;
}

bool IsVietnam(const Words& words, size_t at) {
  return Match(words, at, "viet nam") > 0 || words[at].folded == "vietnam";
}

PartnerName Named(std::string name, PartnerKind kind, const std::optional<NamedCountry>& country) {
  PartnerName out;
  out.name = std::move(name);
  out.kind = kind;
  if (country && !country->domestic) out.country = country->code;
  out.of_table = false;
  return out;
}

std::optional<LexiconHit> KnownAt(std::string_view text, const Words& words, size_t at) {
  const std::optional<LexiconHit> hit = LookUp(text, words, at);
  if (!hit || hit->test == NameTest::kGuarded || hit->test == NameTest::kNear) return std::nullopt;
  return hit;
}

}  // namespace vanthu::extractors
