#include "extractors/partners/phrases.h"

#include <algorithm>

#include "extractors/partners/guards.h"
#include "extractors/partners/phrase_words.h"

namespace vanthu::extractors {

std::optional<NamedCountry> CountryAt(std::string_view text, const Words& words, size_t at) {
  static const WordSet before = {"nuoc", "cong",  "hoa",   "dan",  "chu",  "nhan",   "xa",
                                 "hoi",  "vuong", "quoc",  "lien", "bang", "chdcnd", "chnd",
                                 "chlb", "hop",   "chung", "lb",   "ch"};
  for (size_t i = at; i < words.size() && i < at + 7; ++i) {
    if (i > at && words[i].gap != Gap::kBlank) return std::nullopt;
    if (IsVietnam(words, i))
      return NamedCountry{"VN", true, i + (words[i].folded == "vietnam" ? 1 : 2)};
    const std::optional<LexiconHit> hit = LookUp(text, words, i);
    if (hit && hit->partner->kind == PartnerKind::kCountry && !IsOfAnotherThing(words, i)) {
      return NamedCountry{hit->partner->country.value_or(""), false, i + hit->words};
    }
    if (!before.contains(words[i].folded)) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<NamedCountry> CountryAfter(std::string_view text, const Words& words, size_t end,
                                         bool comma_too) {
  if (end == 0 || end >= words.size()) return std::nullopt;
  const std::string_view between =
      text.substr(words[end - 1].end, words[end].begin - words[end - 1].end);
  if (between == " (" || between == "(" || between == " / ") {
    const std::optional<NamedCountry> country = CountryAt(text, words, end);
    if (country || between == " / ") return country;
    // "(tỉnh Aichi, Nhật Bản)": the country stands last.
    for (size_t i = end + 1; i < words.size() && i < end + 8; ++i) {
      if (words[i].gap == Gap::kOther) break;
      const auto last = CountryAt(text, words, i);
      if (!last) continue;
      const size_t closing = words[last->end - 1].end;
      if (closing < text.size() && text[closing] == ')') return last;
    }
    return std::nullopt;
  }
  if (between == " - " || (comma_too && between == ", ")) return CountryAt(text, words, end);
  if (between == " " && words[end].folded == "cua" && end + 1 < words.size()) {
    return CountryAt(text, words, end + 1);
  }
  if (between == " " && comma_too) return CountryAt(text, words, end);
  return std::nullopt;
}

Phrase MissionAt(std::string_view text, const Words& words, size_t at) {
  struct Head {
    std::string_view words;
    std::string_view name;
  };
  static constexpr Head kHeads[] = {{"tong lanh su quan", "Tổng Lãnh sự quán"},
                                    {"dai su quan", "Đại sứ quán"},
                                    {"lanh su quan", "Lãnh sự quán"},
                                    {"dsq", "Đại sứ quán"},
                                    {"tlsq", "Tổng Lãnh sự quán"}};
  size_t taken = 0;
  const Head* head = nullptr;
  for (const Head& candidate : kHeads) {
    if (taken > 0) break;
    taken = Match(words, at, candidate.words);
    head = &candidate;
  }
  if (taken == 0 || at + taken >= words.size() || words[at + taken].gap != Gap::kBlank) return {};
  const std::optional<NamedCountry> country = CountryAt(text, words, at + taken);
  if (!country) return {};
  Phrase phrase;
  phrase.words = country->end - at;
  if (country->domestic) return phrase;
  // "nước" is no part of the name.
  const size_t from = at + taken + (words[at + taken].folded == "nuoc" ? 1 : 0);
  std::string name(head->name);
  name += ' ';
  name += Slice(text, words, from, country->end);
  size_t place = country->end;
  std::string identity(head->words == "dsq"    ? "dai su quan"
                       : head->words == "tlsq" ? "tong lanh su quan"
                                               : head->words);
  identity += ' ';
  identity += country->code;
  if (place + 1 < words.size() && words[place].gap == Gap::kBlank && words[place].folded == "tai") {
    ++place;
    std::string level;
    for (const std::string_view word : {"thanh pho", "tp"}) {
      const size_t length = Match(words, place, word);
      if (length == 0 || !level.empty()) continue;
      level = words[place].capital || word == "tp" ? "Thành phố " : "thành phố ";
      place += length;
    }
    const bool near =
        place < words.size() && words[place].capital && words[place].gap != Gap::kOther;
    const size_t end = near ? RunEnd(words, place, 4) : place;
    if (end > place) {
      std::string where = level;
      where += Slice(text, words, place, end);
      if (where == "Thành phố HCM" || where == "thành phố HCM") where = "Thành phố Hồ Chí Minh";
      name += " tại ";
      name += where;
      phrase.words = end - at;
      if (head->words != "dai su quan" && head->words != "dsq") {
        identity += ' ';
        for (size_t i = place; i < end; ++i) identity += words[i].folded;
      }
    }
  }
  phrase.name = Named(std::move(name), PartnerKind::kMission, country);
  phrase.name->identity = std::move(identity);
  phrase.name->of_table = true;
  return phrase;
}

Phrase LocalityAt(std::string_view text, const Words& words, size_t at) {
  size_t name = at;
  struct Head {
    std::string_view folded, marked;
  };
  static constexpr Head kHeads[] = {{"tinh", "tỉnh"},   {"thanh pho", ""}, {"tp", ""},
                                    {"huyen", "huyện"}, {"quan", "quận"},  {"bang", "bang"},
                                    {"vung", "vùng"},   {"thi xa", ""},    {"hat", "hạt"},
                                    {"thu do", ""},     {"dac khu", ""},   {"cum ban", ""}};
  for (const Head& head : kHeads) {
    if (name == at) name = at + MatchHead(text, words, at, head.folded, head.marked);
  }
  if (name == at || name >= words.size() || words[name].gap != Gap::kBlank || !words[name].capital)
    return {};
  if (LookUp(text, words, name)) return {};
  const size_t end = RunEnd(words, name, 4);
  if (end == name || IsVietnam(words, name)) return {};
  // A country within the run: "thành phố Gochang Hàn Quốc".
  size_t own_end = end;
  for (size_t i = name + 1; i < end; ++i) {
    if (CountryAt(text, words, i)) own_end = std::min(own_end, i);
  }
  const std::optional<NamedCountry> country = CountryAfter(text, words, own_end, true);
  if (!country || country->domestic || words[name].folded == "uy") return {};
  if (own_end < words.size() && words[own_end].gap == Gap::kBlank && RunsOn(words, country->end)) {
    return {};  // "HUYỆN ỦY MỸ ĐỨC"
  }
  const bool domestic = [&] {
    for (size_t i = name; i < own_end; ++i) {
      if (!IsOfDomesticPlace(words[i].folded)) return false;
    }
    return true;
  }();
  // "tỉnh Quảng Trị - Lào" speaks of two sides; in brackets a homonym abroad is meant.
  if (domestic && text.substr(words[own_end - 1].end, 2) != " (") return {};
  Phrase phrase;
  phrase.words = own_end - at;
  phrase.name =
      Named(std::string(Slice(text, words, name, own_end)), PartnerKind::kLocality, country);
  return phrase;
}

}  // namespace vanthu::extractors
