#include "extractors/partners/phrases.h"

#include <algorithm>
#include <unordered_set>

#include "extractors/partners/guards.h"
#include "models/text/fold.h"
#include "models/text/syllable.h"

namespace vanthu::extractors {
namespace {

using Words = std::vector<TextWord>;
using Set = std::unordered_set<std::string_view>;

// Whether the words from `at` on are these, with blanks between; then how many.
size_t Match(const Words& words, size_t at, std::string_view phrase) {
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

// A head of one word is told from its likes by its marks: quỹ is not quý, quận not quân.
size_t MatchHead(std::string_view text, const Words& words, size_t at, std::string_view folded,
                 std::string_view marked) {
  const size_t count = Match(words, at, folded);
  if (count == 0 || marked.empty()) return count;
  return MatchForm(Slice(text, words, at, at + count)) == marked ? count : 0;
}

// Not Vietnamese: Hanil, OneSky, VVOB. Words of domestic places (Đắk, Pleiku) are.
bool LooksForeign(std::string_view text, const TextWord& word) {
  const std::string_view printed = text.substr(word.begin, word.end - word.begin);
  if (!word.capital || printed.size() < 2 || printed.size() != word.folded.size()) return false;
  if (printed.find_first_not_of("IVXLC0123456789") == std::string_view::npos) return false;
  return !IsSyllable(printed) && !IsOfDomesticPlace(word.folded);
}

// Abbreviations of domestic things that stand where an organisation may.
bool IsDomesticAbbreviation(std::string_view folded) {
  static const Set words = {"pcpnn", "ngo",    "ingo", "oda",    "fdi",   "ktxh", "ubnd", "hdnd",
                            "htqt",  "bch",    "cchc", "tthc",   "mttq",  "bhxh", "gdtx", "thpt",
                            "thcs",  "clb",    "tnhh", "kcn",    "kkt",   "mtv",  "dn",   "xh",
                            "kt",    "qp",     "an",   "ct",     "covid", "mou",  "cbcc", "cbccvc",
                            "ctxh",  "nvnonn", "dtts", "iso",    "ocop",  "htx",  "khcn", "cntt",
                            "vn",    "tp",     "hcm",  "ubmttq", "cttdt"};
  return words.contains(folded);
}

// Events and things with foreign names: "tổ chức Festival".
bool IsForeignNoun(std::string_view folded) {
  static const Set words = {
      "festival",  "workshop",  "tour",     "marathon",   "homestay",    "seminar",  "famtrip",
      "roadshow",  "gala",      "forum",    "hackathon",  "expo",        "show",     "game",
      "gameshow",  "online",    "zoom",     "video",      "covid",       "internet", "website",
      "app",       "mou",       "carnival", "symposium",  "logistics",   "startup",  "ironman",
      "triathlon", "robocon",   "olympic",  "fanpage",    "facebook",    "zalo",     "teambuilding",
      "noel",      "countdown", "offline",  "livestream", "livestreams", "talkshow", "camp",
      "day"};
  return words.contains(folded);
}

// One past the last word of the capitalised run at `at`: "Hanil Agro", "Bank of Tokyo".
size_t RunEnd(const Words& words, size_t at, size_t most) {
  static const Set links = {"and", "of",  "the", "de", "du", "des", "la",
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

// The words of a run from the table, if one begins there: the table knows better.
std::optional<LexiconHit> KnownAt(std::string_view text, const Words& words, size_t at) {
  const std::optional<LexiconHit> hit = LookUp(text, words, at);
  if (!hit || hit->test == NameTest::kGuarded || hit->test == NameTest::kNear) return std::nullopt;
  return hit;
}

// Legal forms between "Công ty" and the name.
size_t AfterLegalForms(const Words& words, size_t at) {
  for (;;) {
    size_t taken = 0;
    for (const std::string_view form :
         {"tnhh", "co phan", "mtv", "mot thanh vien", "hai thanh vien", "lien doanh", "nang luong",
          "dau tu", "xay dung", "thuong mai", "me"}) {
      if (taken == 0) taken = Match(words, at, form);
    }
    if (taken == 0) return at;
    at += taken;
  }
}

Phrase CompanyAt(std::string_view text, const Words& words, size_t at) {
  size_t name = at;
  for (const std::string_view head : {"tap doan", "cong ty", "tong cong ty"}) {
    if (name == at) name = at + Match(words, at, head);
  }
  if (name == at) name = at + MatchHead(text, words, at, "hang", "hãng");
  if (name == at) return {};
  const size_t named = name;
  name = AfterLegalForms(words, name);
  bool legal_form = name > named;  // of our law: domestic, unless a country is given
  if (name >= words.size() || words[name].gap != Gap::kBlank || !words[name].capital) return {};
  if (KnownAt(text, words, name)) return {};
  size_t end = RunEnd(words, name, 7);
  // "Dệt may Texhong Ngân Long": what it makes stands before its name.
  for (size_t i = name; i < words.size() && i < name + 5; ++i) {
    if (i > name && words[i].gap != Gap::kBlank) break;
    if (!LooksForeign(text, words[i])) continue;
    if (i >= end) legal_form = true;
    if (i >= end || words[name].folded == "cp") name = i;
    end = RunEnd(words, name, 7);
    break;
  }
  if (end == name) return {};
  const std::optional<NamedCountry> country = CountryAfter(text, words, end, false);
  bool foreign = false;
  bool domestic = legal_form || words[name].capitals;  // FLC, TH
  for (size_t i = name; i < end; ++i) {
    const std::string_view printed = Slice(text, words, i, i + 1);
    domestic = domestic || printed.size() != words[i].folded.size();  // "Fujikura Hải Phòng"
    foreign = foreign || (LooksForeign(text, words[i]) && !IsDomesticAbbreviation(words[i].folded));
    domestic = domestic || words[i].folded.starts_with("vina") ||
               words[i].folded.starts_with("viet") || IsVietnam(words, i) ||
               words[i].folded.starts_with("petro");
  }
  if (country ? country->domestic : domestic || !foreign) return {};
  Phrase phrase;
  phrase.words = end - at;
  phrase.name = Named(std::string(Slice(text, words, name, end)), PartnerKind::kCompany, country);
  return phrase;
}

Phrase CharityAt(std::string_view text, const Words& words, size_t at) {
  size_t name = at;
  for (const std::string_view head : {"to chuc phi chinh phu", "to chuc"}) {
    if (name == at) name = at + Match(words, at, head);
  }
  if (name == at) name = at + MatchHead(text, words, at, "quy", "quỹ");
  if (name == at || name >= words.size() || words[name].gap != Gap::kBlank || !words[name].capital)
    return {};
  if (KnownAt(text, words, name)) return {};
  const size_t end = RunEnd(words, name, 7);
  if (end == name || IsForeignNoun(words[name].folded)) return {};
  size_t foreign = 0;
  for (size_t i = name; i < end; ++i)
    foreign += LooksForeign(text, words[i]) && !IsForeignNoun(words[i].folded);
  const std::optional<NamedCountry> country = CountryAfter(text, words, end, false);
  if (foreign == 0 || (country && country->domestic)) return {};
  const TextWord& first = words[name];
  if (first.capitals && (first.folded.size() < 3 || IsDomesticAbbreviation(first.folded)))
    return {};
  // "tổ chức Marathon" is a verb and an event; of one word a name has its own look or a country.
  const std::string_view printed = Slice(text, words, name, end);
  const bool inner_capital =
      std::ranges::any_of(printed.substr(1), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (foreign < 2 && !country && !inner_capital) return {};
  Phrase phrase;
  phrase.words = end - at;
  phrase.name = Named(std::string(printed), PartnerKind::kNgo, country);
  return phrase;
}

Phrase UniversityAt(std::string_view text, const Words& words, size_t at) {
  const size_t skip = Match(words, at, "truong dai hoc") > 0 ? 1 : 0;
  const size_t head = Match(words, at + skip, "dai hoc");
  if (head == 0) return {};
  const size_t begin = at + skip;
  const size_t name = begin + head;
  if (name >= words.size() || words[name].gap != Gap::kBlank) return {};
  if (KnownAt(text, words, begin)) return {};
  std::optional<NamedCountry> country;
  bool foreign = false;
  size_t end = name;
  for (size_t i = name; i < words.size() && i < name + 8 && words[i].gap == Gap::kBlank; ++i) {
    const std::optional<LexiconHit> hit = LookUp(text, words, i);
    if (hit && hit->partner->kind == PartnerKind::kLocality && hit->test == NameTest::kPlain) {
      country = NamedCountry{hit->partner->country.value_or(""), false, i + hit->words};
      end = i + hit->words;
      i = end - 1;
    } else if (LooksForeign(text, words[i]) && !IsDomesticAbbreviation(words[i].folded)) {
      foreign = true;
      end = i + 1;
    } else if (words[i].capital && (foreign || country)) {
      break;
    } else if (!words[i].capital && i > name + 3) {
      break;
    }
  }
  if (end == name) return {};
  if (const auto given = CountryAfter(text, words, end, false)) country = given;
  if ((!foreign && !country) || (country && country->domestic)) return {};
  if (!country) return {};  // FPT, RMIT Việt Nam: who they belong to is not said
  Phrase phrase;
  phrase.words = end - at;
  phrase.name =
      Named("Đại học " + std::string(Slice(text, words, name, end)), PartnerKind::kOther, country);
  return phrase;
}

// "Hội Hướng dẫn Người mù Nhật Bản", "Đảng Nhân dân Cách mạng Lào": a body whose name ends in its country.
Phrase NationalBodyAt(std::string_view text, const Words& words, size_t at) {
  struct Head {
    std::string_view words, marked;
    PartnerKind kind;
  };
  static constexpr Head kHeads[] = {{"hiep hoi", "", PartnerKind::kOther},
                                    {"hoi", "hội", PartnerKind::kNgo},
                                    {"dang", "đảng", PartnerKind::kOther},
                                    {"quy", "quỹ", PartnerKind::kNgo},
                                    {"phong thuong mai", "", PartnerKind::kOther}};
  if (!words[at].capital) return {};
  const Head* head = nullptr;
  size_t taken = 0;
  for (const Head& candidate : kHeads) {
    if (taken > 0) break;
    taken = MatchHead(text, words, at, candidate.words, candidate.marked);
    head = &candidate;
  }
  if (taken == 0 || at + taken >= words.size()) return {};
  static const Set other_words = {"nghi", "thao",   "cho", "dam",   "dong", "nhap", "lien",
                                  "vien", "truong", "bo",  "uy",    "ta",   "dien", "phi",
                                  "hop",  "dat",    "dai", "huong", "cong"};
  const TextWord& next = words[at + taken];
  // "Đảng Cộng sản Việt Nam" is found out by its end; "Đảng bộ", "Hội nghị" by their second word.
  if (!next.capital && other_words.contains(next.folded)) return {};
  size_t lower = 0;
  for (size_t i = at + taken; i < words.size() && i < at + 9; ++i) {
    if (words[i].gap != Gap::kBlank) return {};
    static const Set stops = {"tại", "với", "của",  "cho", "từ",   "đến", "có",
                              "đã",  "là",  "được", "do",  "theo", "sang"};
    const std::string_view printed = Slice(text, words, i, i + 1);
    if (!words[i].capital && (stops.contains(printed) || ++lower > 2)) return {};
    if (words[i].capital) lower = 0;
    if (IsVietnam(words, i)) return {};
    const std::optional<NamedCountry> country = CountryAt(text, words, i);
    if (!country || i == at + taken) continue;
    Phrase phrase;
    phrase.words = country->end - at;
    phrase.name = Named(std::string(Slice(text, words, at, country->end)), head->kind, country);
    return phrase;
  }
  return {};
}

}  // namespace

std::optional<NamedCountry> CountryAt(std::string_view text, const Words& words, size_t at) {
  static const Set before = {"nuoc", "cong",  "hoa",   "dan",  "chu",  "nhan",   "xa",
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

Phrase OrganisationAt(std::string_view text, const Words& words, size_t at) {
  for (const auto read : {&CompanyAt, &CharityAt, &UniversityAt, &NationalBodyAt}) {
    Phrase phrase = read(text, words, at);
    if (phrase.words > 0) return phrase;
  }
  return {};
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
  if (!country || country->domestic) return {};
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

Phrase PersonAt(std::string_view text, const Words& words, size_t at) {
  static const Set titles = {"ong", "ba", "ngai", "mr", "mrs", "ms"};
  if (!titles.contains(words[at].folded) || at + 2 >= words.size()) return {};
  const size_t name = at + 1;
  if (words[name].gap != Gap::kBlank || !words[name].capital) return {};
  const size_t end = RunEnd(words, name, 5);
  if (end < name + 2) return {};
  bool foreign = false;
  for (size_t i = name; i < end; ++i) foreign = foreign || LooksForeign(text, words[i]);
  if (!foreign) return {};
  // In brackets, or with the office that the person holds: ", Đại sứ Nhật Bản".
  std::optional<NamedCountry> country = CountryAfter(text, words, end, false);
  for (size_t i = end; !country && i < words.size() && i < end + 10 && !words[i].ends_clause; ++i) {
    if (!words[i].capital) continue;
    country = CountryAt(text, words, i);
    const std::optional<LexiconHit> hit = country ? std::nullopt : KnownAt(text, words, i);
    if (hit && hit->partner->kind == PartnerKind::kLocality) {
      country = NamedCountry{hit->partner->country.value_or(""), false, i + hit->words};
    }
  }
  if (!country || country->domestic) return {};
  Phrase phrase;
  phrase.words = end - at;
  phrase.name = Named(std::string(Slice(text, words, name, end)), PartnerKind::kPerson, country);
  return phrase;
}

}  // namespace vanthu::extractors
