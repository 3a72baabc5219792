#include "models/lexicon/names.h"

#include <re2/re2.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "models/lexicon/table.h"
#include "models/text/fold.h"
#include "models/text/normalize.h"
#include "models/text/syllable.h"
#include "models/text/utf8.h"

namespace vanthu {
namespace {

std::vector<std::string> Tokens(std::string_view text) {
  std::vector<std::string> tokens;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) tokens.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return tokens;
}

std::string Capitalized(std::string_view lower) {
  const size_t first = DecodeAt(lower, 0).length;
  return Upper(lower.substr(0, first)) + std::string(lower.substr(first));
}

enum class Kind { kUnit, kNamed, kTask, kPart, kPlace, kProper };

bool Opens(Kind kind) { return kind == Kind::kUnit || kind == Kind::kNamed || kind == Kind::kTask; }

struct Phrase {
  Kind kind = Kind::kPart;
  std::vector<std::string> words;   // as written in sentence case
  std::vector<std::string> keys;    // MatchForm of each, without a closing comma
  std::vector<std::string> folded;  // Fold of each
};

std::string Key(std::string_view token) {
  if (!token.empty() && token.back() == ',') token.remove_suffix(1);
  return MatchForm(token);
}

// Phrases by the folded form of their first word, the longest first.
const std::unordered_map<std::string, std::vector<Phrase>>& Phrases() {
  static const auto phrases = [] {
    std::unordered_map<std::string, std::vector<Phrase>> out;
    const auto add = [&out](Kind kind, std::string_view spelling) {
      Phrase phrase{kind, Tokens(spelling), {}, {}};
      for (const std::string& word : phrase.words) {
        phrase.keys.push_back(Key(word));
        phrase.folded.push_back(Fold(Key(word)));
      }
      out[phrase.folded.front()].push_back(std::move(phrase));
    };
    for (const auto& row : ReadTable("agencies.tsv", 2)) {
      const std::string& kind = row[0];
      add(kind == "unit"    ? Kind::kUnit
          : kind == "named" ? Kind::kNamed
          : kind == "task"  ? Kind::kTask
          : kind == "place" ? Kind::kPlace
                            : Kind::kPart,
          row[1]);
    }
    for (const auto& row : ReadTable("places.tsv", 3)) {
      if (row[1].find(' ') != std::string::npos || row[0] == "province") add(Kind::kProper, row[1]);
    }
    for (auto& [first, list] : out) {
      std::ranges::stable_sort(list, std::greater{},
                               [](const Phrase& p) { return p.words.size(); });
    }
    return out;
  }();
  return phrases;
}

// Whether a printed syllable may be `word` with marks lost: each letter is the word's or one without its
// marks. HÀ is no Hạ; QUANG may be Quảng.
bool LostMarks(std::string_view printed, std::string_view word) {
  size_t i = 0;
  size_t k = 0;
  while (i < printed.size() && k < word.size()) {
    const CodePoint a = DecodeAt(printed, i);
    const CodePoint b = DecodeAt(word, k);
    static constexpr std::u32string_view kToneless = U"âăêôơưđ";
    const bool plain = a.value < 0x80 || kToneless.find(a.value) != std::u32string_view::npos;
    if (a.value != b.value && !plain) return false;
    i += a.length;
    k += b.length;
  }
  return i == printed.size() && k == word.size();
}

// The longest phrase that begins at tokens[at]. Marks must agree; where OCR lost some, phrases of
// several words may agree in their folded form, names of places only where no mark contradicts.
const Phrase* PhraseAt(const std::vector<std::string>& keys, size_t at) {
  const auto found = Phrases().find(Fold(keys[at]));
  if (found == Phrases().end()) return nullptr;
  const Phrase* folded_match = nullptr;
  for (const Phrase& phrase : found->second) {
    if (at + phrase.keys.size() > keys.size()) continue;
    bool exact = true;
    bool folded = phrase.keys.size() > 1 || (at == 0 && Opens(phrase.kind));
    for (size_t i = 0; i < phrase.keys.size() && (exact || folded); ++i) {
      exact = exact && keys[at + i] == phrase.keys[i];
      folded = folded && Fold(keys[at + i]) == phrase.folded[i];
      folded = folded && (phrase.kind != Kind::kProper || LostMarks(keys[at + i], phrase.keys[i]));
    }
    if (exact) return &phrase;
    if (folded && folded_match == nullptr) folded_match = &phrase;
  }
  return folded_match;
}

const std::unordered_map<std::string, std::string>& Abbreviations() {
  static const auto map = [] {
    std::unordered_map<std::string, std::string> out;
    for (const auto& row : ReadTable("abbreviations.tsv", 2)) out[row[0]] = row[1];
    return out;
  }();
  return map;
}

std::string Expanded(std::string_view printed) {
  // "TP.QUẢNG NGÃI", "TP. HCM": the point ends the abbreviation.
  static const RE2 glued(R"(\b(TP|TX|Tp|Tx|Q|H)\.\s*)");
  std::string text(printed);
  RE2::GlobalReplace(&text, glued, R"(\1. )");
  // Scans glue the words of a tight head: "UBNDTỈNHPHÚ THỌ".
  static const RE2 glued_capitals(R"((^|\s)(UBND|HĐND)(\p{Lu}))");
  static const RE2 glued_level(R"((UBND |HĐND )(TỈNH|HUYỆN|QUẬN)(\p{Lu}))");
  RE2::Replace(&text, glued_capitals, R"(\1\2 \3)");
  RE2::Replace(&text, glued_level, R"(\1\2 \3)");
  std::string out;
  for (const std::string& token : Tokens(text)) {
    if (!out.empty()) out += ' ';
    const auto found = Abbreviations().find(Upper(token));
    out += found != Abbreviations().end() ? found->second : token;
  }
  return out;
}

bool IsConnector(const std::string& key) {
  static const std::unordered_set<std::string> words = {"về", "của",  "các",   "cho",  "tại", "và",
                                                        "-",  "trực", "thuộc", "trên", "ở"};
  return words.contains(key);
}

}  // namespace

std::string SentenceCase(std::string_view text) { return Capitalized(Lower(text)); }

std::string AgencyName(std::string_view printed) {
  const std::vector<std::string> tokens = Tokens(Lower(Expanded(Normalize(printed).text)));
  std::vector<std::string> keys;
  for (const std::string& token : tokens) keys.push_back(Key(token));
  std::string out;
  const auto put = [&out](std::string_view word, bool comma) {
    if (!out.empty()) out += ' ';
    out += word;
    if (comma && !word.ends_with(",")) out += ',';
  };
  enum class State { kStart, kAfterUnit, kDomain, kDomainBreak, kPlaceName, kPlain };
  State state = State::kStart;
  bool after_place = false;  // kPlaceName stands behind a level word, not behind a named body
  for (size_t i = 0; i < tokens.size();) {
    const bool comma = tokens[i].ends_with(",");
    const Phrase* phrase = PhraseAt(keys, i);
    // A unit of one syllable (phòng, hội, ban …) opens a name; inside one it is a common word.
    if (phrase != nullptr && Opens(phrase->kind) && phrase->words.size() == 1 && i > 0 &&
        keys[i - 1] != "-") {
      phrase = nullptr;
    }
    // A place may be called like a trade (thị xã Công Thương …): behind its level word names win.
    if (phrase != nullptr && state == State::kPlaceName && after_place &&
        phrase->kind == Kind::kPart) {
      phrase = nullptr;
    }
    if (phrase != nullptr) {
      const size_t count = phrase->words.size();
      const bool closing_comma = tokens[i + count - 1].ends_with(",");
      for (size_t k = 0; k < count; ++k) {
        // The printed tone placement stays (Uỷ ban); lost marks are put back.
        const std::string& word = phrase->words[k];
        const std::string as_printed = keys[i + k] != phrase->keys[k] ? word
                                       : DecodeAt(word, 0).value == DecodeAt(Lower(word), 0).value
                                           ? tokens[i + k]
                                           : Capitalized(tokens[i + k]);
        put(i == 0 && k == 0 ? Capitalized(as_printed) : as_printed,
            k + 1 == count && closing_comma);
      }
      switch (phrase->kind) {
        case Kind::kUnit: state = State::kAfterUnit; break;
        case Kind::kTask: state = State::kPlain; break;
        case Kind::kNamed:
        case Kind::kPlace: state = State::kPlaceName; break;
        case Kind::kPart: state = State::kDomain; break;
        case Kind::kProper: state = State::kPlain; break;
      }
      after_place = phrase->kind == Kind::kPlace;
      i += count;
      continue;
    }
    bool capital = state == State::kStart || state == State::kDomainBreak;
    if (state == State::kAfterUnit) {
      capital = !IsConnector(keys[i]);
      state = capital ? State::kDomain : State::kPlain;
    } else if (state == State::kDomainBreak || state == State::kStart) {
      state = State::kDomain;
    } else if (state == State::kPlaceName) {
      capital = keys[i] != "-";
    } else if (state == State::kDomain && (keys[i] == "và" || keys[i] == "-")) {
      state = State::kDomainBreak;
    }
    put(capital ? Capitalized(tokens[i]) : tokens[i], comma);
    if (comma && state == State::kDomain) state = State::kDomainBreak;
    ++i;
  }
  return out;
}

bool OpensAgency(std::string_view line) {
  const std::vector<std::string> tokens = Tokens(Lower(Expanded(Normalize(line).text)));
  if (tokens.empty()) return false;
  std::vector<std::string> keys;
  for (const std::string& token : tokens) keys.push_back(Key(token));
  const Phrase* phrase = PhraseAt(keys, 0);
  return phrase != nullptr && Opens(phrase->kind);
}

std::optional<std::string> PlaceOfAgency(std::string_view agency_name) {
  static const RE2 place(
      R"((?:^|\s)((?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)\s+\p{Lu}.*)$)");
  std::string found;
  if (RE2::PartialMatch(agency_name, place, &found)) return found;
  return std::nullopt;
}

bool NamesPlace(std::string_view agency_name) {
  if (PlaceOfAgency(agency_name)) return true;
  std::vector<std::string> keys;
  for (const std::string& token : Tokens(agency_name)) keys.push_back(Key(token));
  for (size_t i = 0; i < keys.size(); ++i) {
    const Phrase* phrase = PhraseAt(keys, i);
    if (phrase != nullptr && phrase->kind == Kind::kProper) return true;
  }
  return false;
}

namespace {

std::string LettersAlone(std::string_view text) {
  std::string out;
  for (const char c : Fold(text)) {
    if (c >= 'a' && c <= 'z') out += c;
  }
  return out;
}

// Whether one letter at most must be changed, put in or left out.
bool AlmostSame(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  size_t same = 0;
  while (same < a.size() && a[same] == b[same]) ++same;
  return a.substr(same + (a.size() == b.size() && same < a.size() ? 1 : 0)) ==
         b.substr(std::min(b.size(), same + 1));
}

}  // namespace

std::optional<std::string> ProvinceNear(std::string_view text) {
  static const auto provinces = [] {
    std::vector<std::pair<std::string, std::string>> out;
    for (const auto& row : ReadTable("places.tsv", 3)) {
      if (row[0] == "province") out.emplace_back(LettersAlone(row[1]), row[1]);
    }
    return out;
  }();
  const std::string letters = LettersAlone(text);
  if (letters.size() < 5) return std::nullopt;
  const std::string* near = nullptr;
  for (const auto& [plain, name] : provinces) {
    if (plain == letters) return name;
    if (!AlmostSame(letters, plain)) continue;
    if (near != nullptr) return std::nullopt;
    near = &name;
  }
  return near != nullptr ? std::optional(*near) : std::nullopt;
}

std::string_view WithoutAcademicTitle(std::string_view name) {
  static const RE2 title(
      R"(^\s*(?:(?i:TSKH|TS|ThS|Th\.S|PGS|GS|BSCKII|BSCKI|BS\s?CKII|BS\s?CKI|BS|KS|CN|LS|DS|CKI|CKII|KTS|NSND|NSUT|Đ/c)\s?[.,]\s*|(?:Ông|Bà|Đồng chí|Đại tá|Thượng tá|Trung tá|Thiếu tá|Thiếu tướng|Trung tướng|Thượng tướng|Đại tướng|Đại úy|Tiến sĩ|Thạc sĩ)[.:]?\s+))");
  re2::StringPiece rest(name.data(), name.size());
  while (RE2::Consume(&rest, title)) {
  }
  return {rest.data(), rest.size()};
}

bool IsSigningAuthority(std::string_view folded_line) {
  static const RE2 pattern(
      R"(^(?:t\s?/?\s?m|k\s?/?\s?t|t\s?/?\s?l|t\s?/?\s?u\s?q|q|tun)(?:\s?[./]\s?|\s)[a-z])");
  return RE2::PartialMatch(re2::StringPiece(folded_line.data(), folded_line.size()), pattern);
}

std::string_view PersonNameIn(std::string_view line) {
  static const RE2 noise_after(R"(^(.*?\pL)(?:\s*[^\pL\s'’]+(?:\s*\S{1,2})?)+\s*$)");
  re2::StringPiece rest(line.data(), line.size());
  static const RE2 leading_marks(R"(^[^\pL]+)");
  RE2::Consume(&rest, leading_marks);
  std::string_view name = WithoutAcademicTitle({rest.data(), rest.size()});
  re2::StringPiece kept;
  if (RE2::FullMatch(re2::StringPiece(name.data(), name.size()), noise_after, &kept)) {
    name = {kept.data(), kept.size()};
  }
  return name;
}

double PersonNameScore(std::string_view text) {
  static const std::unordered_set<std::string> surnames = [] {
    std::unordered_set<std::string> out;
    for (const auto& row : ReadTable("surnames.tsv", 1)) out.insert(MatchForm(row[0]));
    return out;
  }();
  const std::vector<std::string> tokens = Tokens(text);
  if (tokens.size() < 2 || tokens.size() > 7) return 0;
  size_t syllables = 0;
  for (const std::string& token : tokens) {
    const CodePoint first = DecodeAt(token, 0);
    if (!IsUpper(first.value)) return 0;
    bool rest_lower = true;
    bool after_mark = false;
    for (size_t i = first.length; i < token.size();) {
      const CodePoint at = DecodeAt(token, i);
      if (!IsLetter(at.value) && at.value != '\'' && at.value != 0x2019) return 0;  // H'Yâo
      rest_lower = rest_lower && (!IsUpper(at.value) || after_mark);                // H'Phik
      after_mark = !IsLetter(at.value);
      i += at.length;
    }
    if (!rest_lower) return 0;
    if (IsSyllable(token)) ++syllables;
  }
  const bool known = surnames.contains(MatchForm(tokens.front()));
  const double shape = static_cast<double>(syllables) / static_cast<double>(tokens.size());
  if (shape < 0.5 && !known) return 0;
  return (known ? 0.7 : 0.35) + 0.3 * shape - (tokens.size() > 5 ? 0.3 : 0);
}

}  // namespace vanthu
