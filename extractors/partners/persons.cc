// Foreign persons: a title, a name that is not Vietnamese, the country in brackets, behind a comma or
// within the title.
#include "extractors/partners/phrase_words.h"
#include "extractors/partners/phrases.h"
#include "models/lexicon/table.h"
#include "models/text/fold.h"

namespace vanthu::extractors {
namespace {

// The words of a title at `at`; 0 where none is.
size_t TitleAt(std::string_view text, const Words& words, size_t at) {
  struct Title {
    std::string_view folded, marked;
  };
  static constexpr Title kTitles[] = {{"tinh nguyen vien", ""},
                                      {"chuyen gia", ""},
                                      {"bac si", ""},
                                      {"bac sy", ""},
                                      {"giao su", ""},
                                      {"tien si", ""},
                                      {"tien sy", ""},
                                      {"ky su", ""},
                                      {"dong chi", ""},
                                      {"giao vien", ""},
                                      {"tinh truong", ""},
                                      {"thi truong", ""},
                                      {"thong doc", ""},
                                      {"tong lanh su", ""},
                                      {"dai su", ""},
                                      {"nha bao", ""},
                                      {"dien gia", ""},
                                      {"ky su", ""},
                                      {"ong", "ông"},
                                      {"ba", "bà"},
                                      {"ngai", "ngài"},
                                      {"mr", ""},
                                      {"mrs", ""},
                                      {"ms", ""},
                                      {"dr", ""},
                                      {"gs", ""},
                                      {"ts", ""},
                                      {"bs", ""},
                                      {"cong dan", ""},
                                      {"anh hung lao dong", ""}};
  for (const Title& title : kTitles) {
    const size_t taken = MatchHead(text, words, at, title.folded, title.marked);
    if (taken > 0) return taken;
  }
  return 0;
}

const std::unordered_set<std::string>& Surnames() {
  static const std::unordered_set<std::string> surnames = [] {
    std::unordered_set<std::string> out;
    for (const auto& row : ReadTable("surnames.tsv", 1)) out.insert(Fold(row[0]));
    return out;
  }();
  return surnames;
}

// Where the partner that stands at a word comes from.
std::optional<NamedCountry> OriginAt(std::string_view text, const Words& words, size_t at) {
  if (!words[at].capital) return std::nullopt;
  if (const auto country = CountryAt(text, words, at)) return country;
  const std::optional<LexiconHit> hit = KnownAt(text, words, at);
  if (!hit || !hit->partner->foreign || !hit->partner->country) return std::nullopt;
  return NamedCountry{*hit->partner->country, false, at + hit->words};
}

// Behind the name: "(Hàn Quốc)", ", Đại sứ Nhật Bản", ", chuyên gia của JICA".
std::optional<NamedCountry> OriginAfter(std::string_view text, const Words& words, size_t end) {
  constexpr size_t kReach = 16;  // words of an apposition
  if (const auto country = CountryAfter(text, words, end, false)) return country;
  if (end >= words.size()) return std::nullopt;
  const bool bracket = text.substr(words[end - 1].end, 2) == " (";
  if (!bracket && words[end].gap != Gap::kComma && words[end].gap != Gap::kDash)
    return std::nullopt;
  for (size_t i = end; i < words.size() && i < end + kReach && !words[i].ends_clause; ++i) {
    if (i > end && words[i].gap == Gap::kComma && !words[i].capital) break;
    // The next person of a list has an origin of their own.
    if (i > end && TitleAt(text, words, i) > 0 && RunsOn(words, i + TitleAt(text, words, i))) {
      const size_t name = i + TitleAt(text, words, i);
      if (!OriginAt(text, words, name)) break;
    }
    if (bracket && i > end && words[i].gap == Gap::kOther) break;
    if (const auto origin = OriginAt(text, words, i)) return origin;
  }
  return std::nullopt;
}

// "Đại sứ Nhật Bản Yamada Takio": the country within the title, where the name begins at `at`.
std::optional<NamedCountry> OriginBefore(std::string_view text, const Words& words, size_t at) {
  if (at == 0 || words[at].gap != Gap::kBlank || !LooksForeign(text, words[at]))
    return std::nullopt;
  for (size_t back = 1; back <= 3 && back < at; ++back) {
    const size_t i = at - back;
    const auto country = words[i].capital ? CountryAt(text, words, i) : std::nullopt;
    if (!country || country->end != at) continue;
    for (size_t title = 1; title <= 3 && title <= i; ++title) {
      if (TitleAt(text, words, i - title) == title) return country;
    }
  }
  return std::nullopt;
}

// Khăm-phết Xỉ-vông, Seo Jung-pyo: no name of ours goes on with a small letter behind a hyphen.
bool IsSpelledInParts(std::string_view text, const Words& words, size_t begin, size_t end) {
  for (size_t i = begin + 1; i < end; ++i) {
    if (words[i].gap == Gap::kTight && !words[i].capital && text[words[i].begin - 1] == '-')
      return true;
  }
  return false;
}

}  // namespace

Phrase PersonAt(std::string_view text, const Words& words, size_t at) {
  const std::optional<NamedCountry> before = OriginBefore(text, words, at);
  const size_t taken = before ? 0 : TitleAt(text, words, at);
  if ((taken == 0 && !before) || at + taken + 1 >= words.size()) return {};
  size_t name = at + taken;
  if (words[name].gap != Gap::kBlank) return {};
  if (const size_t second = TitleAt(text, words, name)) name += second;  // "ông Đại sứ", "GS. TS."
  if (name + 1 >= words.size() || !words[name].capital || words[name].gap != Gap::kBlank) return {};
  // A list of names and offices goes on with names that the table holds: these are none.
  if (LookUp(text, words, name)) return {};
  constexpr size_t kLongestName = 7;
  size_t end = RunEnd(words, name, kLongestName);
  for (size_t i = name + 1; i < end; ++i) {
    if (LookUp(text, words, i) && CountryAt(text, words, i)) end = i;
  }
  if (end < name + 2) return {};
  size_t foreign = 0, latin = 0;
  for (size_t i = name; i < end; ++i) {
    foreign += LooksForeign(text, words[i]);
    latin += Slice(text, words, i, i + 1).size() == words[i].folded.size();
    if (IsVietnam(words, i)) return {};
  }
  const bool spelled = IsSpelledInParts(text, words, name, end);
  if (foreign == 0 && !spelled) return {};
  const std::optional<NamedCountry> country = before ? before : OriginAfter(text, words, end);
  if (country && country->domestic) return {};
  // Without a country the name itself must tell; Ksor and H'Yim are names of Việt Nam.
  const bool own_minority = words[name].folded.size() < 3 || !LooksForeign(text, words[name]) ||
                            Surnames().contains(words[name].folded);
  if (!country && !spelled && (own_minority || foreign < 2 || latin < end - name)) return {};
  Phrase phrase;
  phrase.words = end - at;
  phrase.name = Named(std::string(Slice(text, words, name, end)), PartnerKind::kPerson, country);
  return phrase;
}

}  // namespace vanthu::extractors
