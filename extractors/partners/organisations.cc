// Companies, charities, universities and national bodies that no table holds.
#include <algorithm>

#include "extractors/partners/phrase_words.h"
#include "extractors/partners/phrases.h"

namespace vanthu::extractors {
namespace {

// Abbreviations of domestic things that stand where an organisation may.
bool IsDomesticAbbreviation(std::string_view folded) {
  static const WordSet words = {
      "pcpnn",  "ngo",  "ingo", "oda",  "fdi",  "ktxh", "ubnd",  "hdnd", "htqt", "bch",    "cchc",
      "tthc",   "mttq", "bhxh", "gdtx", "thpt", "thcs", "clb",   "tnhh", "kcn",  "kkt",    "mtv",
      "dn",     "xh",   "kt",   "qp",   "an",   "ct",   "covid", "mou",  "cbcc", "cbccvc", "ctxh",
      "nvnonn", "dtts", "iso",  "ocop", "htx",  "khcn", "cntt",  "vn",   "tp",   "hcm",    "ubmttq",
      "cttdt",  "snv",  "sngv", "svd",  "ttyt", "bqp",  "bca",   "bng",  "lhhn", "cqdd",   "nhnn",
      "hnd",    "hpn",  "ccb",  "ldld", "pccc", "cand", "vpub",  "ktnn"};
  return words.contains(folded);
}

// Events and things with foreign names: "tổ chức Festival".
bool IsForeignNoun(std::string_view folded) {
  static const WordSet words = {
      "festival",  "workshop",  "tour",     "marathon",   "homestay",    "seminar",  "famtrip",
      "roadshow",  "gala",      "forum",    "hackathon",  "expo",        "show",     "game",
      "gameshow",  "online",    "zoom",     "video",      "covid",       "internet", "website",
      "app",       "mou",       "carnival", "symposium",  "logistics",   "startup",  "ironman",
      "triathlon", "robocon",   "olympic",  "fanpage",    "facebook",    "zalo",     "teambuilding",
      "noel",      "countdown", "offline",  "livestream", "livestreams", "talkshow", "camp",
      "day"};
  return words.contains(folded);
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
  for (const std::string_view head : {"tap doan", "cong ty", "tong cong ty", "nha thau"}) {
    if (name == at) name = at + Match(words, at, head);
  }
  if (name == at) name = at + MatchHead(text, words, at, "hang", "hãng");
  if (name == at) return {};
  const size_t named = name;
  name = AfterLegalForms(words, name);
  bool legal_form = name > named;  // of our law: domestic, unless a country is given
  if (name >= words.size() || words[name].gap != Gap::kBlank || !words[name].capital) return {};
  size_t end = RunEnd(words, name, 7);
  if (const std::optional<LexiconHit> hit = LookUp(text, words, name)) {
    // "Lotte Hotels", "Yunnan Agri": the table knows the beginning of a longer name.
    const size_t after = name + hit->words;
    if (after >= end || !LooksForeign(text, words[after]) || CountryAt(text, words, after))
      return {};
  }
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
  // "Công ty Savico": one foreign-looking word is what companies of ours like to be called.
  domestic = domestic || (end == name + 1 && words[at].folded == "cong");
  if (country ? country->domestic : domestic || !foreign) return {};
  Phrase phrase;
  phrase.words = end - at;
  phrase.name = Named(std::string(Slice(text, words, name, end)), PartnerKind::kCompany, country);
  return phrase;
}

// "giáo viên của tổ chức VIA": behind a preposition "tổ chức" is no verb.
bool IsNamedByLetters(std::string_view text, const Words& words, size_t head, size_t name) {
  static const WordSet before = {"cua", "voi", "do", "va", "tu", "cung", "doan", "gia", "boi"};
  const TextWord& word = words[name];
  if (head == 0 || !before.contains(words[head - 1].folded) || words[head].gap != Gap::kBlank)
    return false;
  const std::string_view printed = Slice(text, words, name, name + 1);
  return word.capitals && printed.size() == word.folded.size() && printed.size() > 2 &&
         printed.find_first_not_of("IVXLC") != std::string_view::npos &&
         !IsDomesticAbbreviation(word.folded);
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
  const TextWord& first = words[name];
  const bool letters = end == name + 1 && IsNamedByLetters(text, words, at, name);
  const bool fund = words[at].folded == "quy";
  for (size_t i = name; fund && i < end; ++i) {
    if (IsVietnam(words, i) || words[i].folded.starts_with("vina")) return {};
  }
  if ((foreign == 0 && !letters) || (country && country->domestic)) return {};
  if (first.capitals && (first.folded.size() < 3 || IsDomesticAbbreviation(first.folded)))
    return {};
  // "tổ chức Marathon" is a verb and an event; of one word a name has its own look or a country.
  const std::string_view printed = Slice(text, words, name, end);
  const bool inner_capital =
      std::ranges::any_of(printed.substr(1), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (foreign < 2 && !country && !inner_capital) return {};
  // "tổ chức HNTK" is a verb and an abbreviation.
  const bool may_be_verb = end == name + 1 && first.capitals && !words[at].capital && !fund;
  if (may_be_verb && !letters && !country) return {};
  Phrase phrase;
  phrase.words = end - at;
  phrase.name = Named(std::string(printed), PartnerKind::kNgo, country);
  return phrase;
}

// Universities of Việt Nam with foreign names.
bool IsDomesticUniversity(std::string_view folded) {
  static const WordSet words = {
      "fpt",     "rmit",     "fulbright", "greenwich", "swinburne",
      "yersin",  "phenikaa", "vinuni",    "hutech",    "eaut",
      "cmc",     "pasteur",  "uef",       "hoasen",    "britishuniversity",
      "broward", "vku",      "uit",       "tdtu",      "ueh",
      "tdmu",    "buv",      "usth",      "hust",      "vnu"};
  return words.contains(folded);
}

Phrase UniversityAt(std::string_view text, const Words& words, size_t at) {
  const size_t skip = Match(words, at, "truong dai hoc") > 0 ? 1 : 0;
  const size_t head = Match(words, at + skip, "dai hoc");
  if (head == 0) return {};
  const size_t begin = at + skip;
  const size_t name = begin + head;
  if (name >= words.size() || words[name].gap != Gap::kBlank || !words[name].capital) return {};
  if (KnownAt(text, words, begin)) return {};
  // The small letters of branches of learning: "Tổng hợp Quốc gia", "Khoa học và Công nghệ".
  static const WordSet branches = {"hop",  "gia",   "hoc",   "nghe", "pham",  "nghiep", "khoa",
                                   "te",   "thuat", "lam",   "duoc", "thong", "xa",     "hoi",
                                   "nhan", "van",   "nhien", "ngu",  "chinh", "of",     "and",
                                   "xay",  "dung",  "trong", "ta"};
  std::optional<NamedCountry> country;
  bool foreign = false;
  size_t end = name;
  for (size_t i = name; i < words.size() && i < name + 8; ++i) {
    if (i > name && words[i].gap != Gap::kBlank && words[i].gap != Gap::kTight) break;
    if (IsVietnam(words, i) || IsDomesticUniversity(words[i].folded)) return {};
    const std::optional<LexiconHit> hit = LookUp(text, words, i);
    const PartnerKind kind = hit ? hit->partner->kind : PartnerKind::kOther;
    if (hit && kind == PartnerKind::kLocality && hit->test != NameTest::kNear &&
        hit->test != NameTest::kGuarded) {
      country = NamedCountry{hit->partner->country.value_or(""), false, i + hit->words};
      end = i + hit->words;
      i = end - 1;
    } else if (const auto named = CountryAt(text, words, i); named && words[i].capital) {
      if (named->domestic) return {};
      country = named;  // "Đại học Quốc gia Lào"
      end = named->end;
      break;
    } else if (hit && kind != PartnerKind::kLocality) {
      break;  // "Đại học X UNDP": the next name
    } else if (LooksForeign(text, words[i]) && !IsDomesticAbbreviation(words[i].folded)) {
      foreign = true;
      end = i + 1;
    } else if (words[i].capital ? foreign || country : !branches.contains(words[i].folded)) {
      break;
    }
  }
  if (end == name) return {};
  if (const auto given = CountryAfter(text, words, end, false)) country = given;
  if (country && country->domestic) return {};
  const bool letters = end == name + 1 && words[name].capitals;
  if (!country && (!foreign || letters)) return {};
  Phrase phrase;
  phrase.words = end - at;
  phrase.name =
      Named("Đại học " + std::string(Slice(text, words, name, end)), PartnerKind::kOther, country);
  return phrase;
}

// "Hội Hướng dẫn Người mù Nhật Bản", "Đảng Nhân dân Cách mạng Lào": a body whose name ends in its
// country.
Phrase NationalBodyAt(std::string_view text, const Words& words, size_t at) {
  struct Head {
    std::string_view words, marked;
    PartnerKind kind;
  };
  static constexpr Head kHeads[] = {
      {"hiep hoi", "", PartnerKind::kOther},  {"hoi", "hội", PartnerKind::kNgo},
      {"dang", "đảng", PartnerKind::kOther},  {"quy", "quỹ", PartnerKind::kNgo},
      {"bo", "bộ", PartnerKind::kOther},      {"hoc vien", "", PartnerKind::kOther},
      {"vien", "viện", PartnerKind::kOther},  {"co quan", "", PartnerKind::kOther},
      {"ngan hang", "", PartnerKind::kOther}, {"lien doan", "", PartnerKind::kOther},
      {"uy ban", "", PartnerKind::kOther},    {"phong thuong mai", "", PartnerKind::kOther}};
  if (!words[at].capital) return {};
  const Head* head = nullptr;
  size_t taken = 0;
  for (const Head& candidate : kHeads) {
    if (taken > 0) break;
    taken = MatchHead(text, words, at, candidate.words, candidate.marked);
    head = &candidate;
  }
  if (taken == 0 || at + taken >= words.size()) return {};
  static const WordSet other_words = {"nghi", "thao",   "cho", "dam",   "dong", "nhap", "lien",
                                      "vien", "truong", "bo",  "uy",    "ta",   "dien", "phi",
                                      "hop",  "dat",    "dai", "huong", "cong"};
  const TextWord& next = words[at + taken];
  // "Đảng Cộng sản Việt Nam" is found out by its end; "Đảng bộ", "Hội nghị" by their second word.
  if (!next.capital && (other_words.contains(next.folded) || head->kind == PartnerKind::kOther))
    return {};
  size_t lower = 0;
  for (size_t i = at + taken; i < words.size() && i < at + 9; ++i) {
    if (words[i].gap != Gap::kBlank) return {};
    static const WordSet stops = {"tại",   "với", "của",  "cho", "từ",    "đến",   "có",
                                  "đã",    "là",  "được", "do",  "theo",  "sang",  "tỉnh",
                                  "huyện", "phố", "bộ",   "các", "trong", "ngoài", "đi"};
    const std::string_view printed = Slice(text, words, i, i + 1);
    if (!words[i].capital && (stops.contains(printed) || ++lower > 2)) return {};
    if (words[i].capital) lower = 0;
    if (IsVietnam(words, i)) return {};
    std::optional<NamedCountry> country = CountryAt(text, words, i);
    const std::optional<LexiconHit> hit = country ? std::nullopt : LookUp(text, words, i);
    if (hit && hit->partner->kind == PartnerKind::kLocality && hit->test != NameTest::kNear) {
      country = NamedCountry{hit->partner->country.value_or(""), false, i + hit->words};
    }
    if (country && country->domestic) return {};
    if (!country || i == at + taken) continue;
    // "Hội Hữu nghị Lào - Việt"
    const size_t after = country->end;
    if (after < words.size() && words[after].gap == Gap::kDash && words[after].folded == "viet")
      return {};
    // "Bộ Y tế và Lào" are two, "Hội Phụ nữ Đức Thọ" is of a district.
    if (words[i - 1].folded == "va" || RunsOn(words, country->end)) return {};
    Phrase phrase;
    phrase.words = country->end - at;
    phrase.name = Named(std::string(Slice(text, words, at, country->end)), head->kind, country);
    return phrase;
  }
  return {};
}

// "Viện Deltares (Hà Lan)", "Trung tâm Carter (Hoa Kỳ)": a foreign name, and the country behind it.
Phrase InstituteAt(std::string_view text, const Words& words, size_t at) {
  if (!words[at].capital) return {};
  size_t name = at;
  for (const std::string_view head : {"vien", "hoc vien", "trung tam", "ngan hang", "to hop"}) {
    if (name == at) name = at + Match(words, at, head);
  }
  if (name == at || name >= words.size() || words[name].gap != Gap::kBlank ||
      !words[name].capital || KnownAt(text, words, name)) {
    return {};
  }
  const size_t end = RunEnd(words, name, 6);
  if (end == name) return {};
  for (size_t i = name; i < end; ++i) {
    if (!LooksForeign(text, words[i]) || IsVietnam(words, i) ||
        IsDomesticAbbreviation(words[i].folded))
      return {};
  }
  const std::optional<NamedCountry> country = CountryAfter(text, words, end, false);
  if (!country || country->domestic) return {};
  Phrase phrase;
  phrase.words = end - at;
  phrase.name = Named(std::string(Slice(text, words, name, end)), PartnerKind::kOther, country);
  return phrase;
}

}  // namespace

Phrase OrganisationAt(std::string_view text, const Words& words, size_t at) {
  for (const auto read : {&CompanyAt, &CharityAt, &UniversityAt, &InstituteAt, &NationalBodyAt}) {
    Phrase phrase = read(text, words, at);
    if (phrase.words > 0) return phrase;
  }
  return {};
}

}  // namespace vanthu::extractors
