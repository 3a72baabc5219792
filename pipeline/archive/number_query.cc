#include "pipeline/archive/number_query.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "models/lexicon/doc_types.h"
#include "models/text/fold.h"
#include "models/text/normalize.h"
#include "models/text/utf8.h"
#include "pipeline/archive/tokenizer.h"
#include "pipeline/archive/word_shape.h"

namespace vanthu::archive {
namespace {

// The largest serial met is four digits; seven leave room without taking phone numbers for numbers.
constexpr size_t kMaxSerialDigits = 7;
// UBMTTQVN is the longest abbreviation of agencies.tsv; what is much longer is a word.
constexpr size_t kMaxSymbolLetters = 12;

size_t LeadingDigits(std::string_view word) {
  size_t count = 0;
  while (count < word.size() && IsDigit(static_cast<unsigned char>(word[count]))) ++count;
  return count;
}

// Digits that OCR takes for letters, in a word that is digits else: 65O, l2.
std::string WithoutSlips(std::string_view word) {
  std::string read(word);
  for (char& c : read) {
    if (c == 'O' || c == 'o') c = '0';
    if (c == 'l' || c == 'I') c = '1';
  }
  const bool has_digit = word.find_first_of("0123456789") != std::string_view::npos;
  return has_digit && LeadingDigits(read) == read.size() ? read : std::string(word);
}

bool IsYear(std::string_view word) {
  return word.size() == 4 && LeadingDigits(word) == 4 &&
         (word.starts_with("19") || word.starts_with("20"));
}

std::string_view WithoutZeros(std::string_view digits) {
  const size_t first = digits.find_first_not_of('0');
  return first == std::string_view::npos ? digits.substr(digits.size() - 1) : digits.substr(first);
}

bool HasUpper(std::string_view word) {
  for (size_t i = 0; i < word.size(); i += DecodeAt(word, i).length) {
    if (IsUpper(DecodeAt(word, i).value)) return true;
  }
  return false;
}

bool HasMarks(std::string_view word) { return FormsOf(word).HasMarks(); }

// Typed in capitals or with marks: that spelling is meant.
bool IsExplicit(std::string_view word) { return HasUpper(word) || HasMarks(word); }

// ubnd, dnmn, UBND, TU: what people type as a symbol without "/" or "-" before it. A word of the
// language in small letters ("triệu", "nam") is none.
bool LooksLikeSymbol(std::string_view word) {
  if (HasUpper(word) && Lower(word) != word && Upper(word) == word) return true;
  return !HasWordShape(Fold(word));
}

struct Word {
  std::string_view text;
  std::string_view gap;  // what stands between the word before and it
};

std::vector<Word> WordsOf(std::string_view text) {
  std::vector<Word> words;
  size_t end = 0;
  for (const TokenSpan& span : Tokenize(text)) {
    words.push_back(
        {text.substr(span.begin, span.end - span.begin), text.substr(end, span.begin - end)});
    end = span.end;
  }
  return words;
}

bool IsJoined(std::string_view gap) { return gap.find_first_of("/-.&_") != std::string_view::npos; }

bool IsMarker(std::string_view word) {
  const std::string folded = Fold(word);
  return folded == "so" || folded == "no" || folded == "number";
}

// Of, on, about: what follows says which document it is.
bool SpeaksOfDocument(std::string_view folded) {
  return folded == "cua" || folded == "ngay" || folded == "ve";
}

// Reads the words one after the other; a member says what was made of those before `at_`.
class Parser {
 public:
  explicit Parser(std::vector<Word> words) : words_(std::move(words)) {}

  std::optional<NumberQuery> Parse() {
    if (words_.empty() || !ReadOpening() || !ReadSerial()) return std::nullopt;
    while (at_ < words_.size()) {
      if (!ReadYear() && !ReadSymbol()) return std::nullopt;
    }
    if (query_.symbol.empty() && !query_.serial) return std::nullopt;
    if (loose_parts_ > 0 && !saw_symbol_) return std::nullopt;
    return query_;
  }

 private:
  // "công văn số": a type that is known, a word for "number", or nothing.
  bool ReadOpening() {
    size_t digits = 0;
    while (digits < words_.size() && LeadingDigits(WithoutSlips(words_[digits].text)) == 0) {
      ++digits;
    }
    const std::string_view first_gap = words_[0].gap;
    if (digits > 0 && first_gap.find_first_of("/-") != std::string_view::npos) {
      blank_serial_ = true;  // /SNgV-BC
      return digits == words_.size();
    }
    if (digits == words_.size()) return false;
    size_t type_end = digits;
    if (type_end > 0 && IsMarker(words_[type_end - 1].text)) --type_end;
    if (type_end > 0) {
      std::string type;
      for (size_t i = 0; i < type_end; ++i) {
        if (i > 0) type += ' ';
        type += words_[i].text;
      }
      query_.types = ChooseType(type);
      if (!query_.types) return false;
    }
    at_ = digits;
    return true;
  }

  bool ReadSerial() {
    if (blank_serial_) return true;
    const std::string read = WithoutSlips(words_[at_].text);
    const std::string_view word = read;
    const size_t digits = LeadingDigits(word);
    if (digits > kMaxSerialDigits) return false;
    int64_t serial = 0;
    std::from_chars(word.data(), word.data() + digits, serial);
    query_.serial = serial;
    if (digits < word.size()) AddSymbol(word.substr(digits));
    ++at_;
    return query_.symbol.empty() || Length(query_.symbol[0]) <= kMaxSymbolLetters;
  }

  // "năm 2014" or a year as the last word.
  bool ReadYear() {
    size_t year = at_;
    const bool named = Fold(words_[at_].text) == "nam" && at_ + 1 < words_.size();
    if (named) ++year;
    if (year + 1 != words_.size() || !IsYear(words_[year].text)) return false;
    int value = 0;
    std::from_chars(words_[year].text.data(), words_[year].text.data() + 4, value);
    query_.year = value;
    query_.year_in_number = !named && query_.symbol.empty() && IsJoined(words_[year].gap);
    at_ = words_.size();
    return true;
  }

  bool ReadSymbol() {
    const Word& word = words_[at_];
    if (Length(word.text) > kMaxSymbolLetters) return false;
    const bool joined = IsJoined(word.gap);
    if (LeadingDigits(word.text) > 0) {
      // 02/2016/NQ-HĐND: the year of a normative document stands between, nothing else does.
      if (!joined || !IsYear(word.text) || !query_.symbol.empty()) return false;
    } else if (!joined && !blank_serial_) {
      if (!ReadLoosePart(word.text)) return false;
    } else {
      hangs_together_ = true;
      saw_symbol_ = true;
    }
    AddSymbol(word.text);
    ++at_;
    return true;
  }

  // A part with but a blank before it. After one that hangs together words begin: 650/UBND-ĐNMN Lào.
  bool ReadLoosePart(std::string_view word) {
    ++loose_parts_;
    const std::string folded = Fold(word);
    if (hangs_together_ && Upper(word) != word &&
        folded.find_first_of("aeiouy") != std::string::npos)
      return false;
    if (LooksLikeSymbol(word)) {
      saw_symbol_ = true;
      return true;
    }
    // One short word may be an abbreviation, as in 87 kl tu; several are a name: ubnd tinh lao cai.
    return !HasMarks(word) && Length(word) <= 4 && ++words_in_symbol_ <= 1 &&
           !SpeaksOfDocument(folded);
  }

  void AddSymbol(std::string_view word) {
    query_.exact = query_.exact || IsExplicit(word);
    query_.symbol.push_back(Upper(word));
  }

  std::vector<Word> words_;
  size_t at_ = 0;
  NumberQuery query_;
  bool blank_serial_ = false;
  bool hangs_together_ = false;  // a part of the symbol was joined to what is before
  int words_in_symbol_ = 0;      // parts that may be words of the language
  int loose_parts_ = 0;          // symbol parts that only a blank parts from what is before
  bool saw_symbol_ = false;      // one of the parts can be nothing but a symbol
};

}  // namespace

std::vector<std::string> NumberParts(std::string_view number) {
  const std::string text = Normalize(number).text;
  std::vector<std::string> parts;
  for (const Word& word : WordsOf(text)) {
    if (!parts.empty()) {
      parts.push_back(Upper(word.text));
      continue;
    }
    const size_t digits = LeadingDigits(word.text);
    parts.emplace_back(digits > 0 ? WithoutZeros(word.text.substr(0, digits)) : "");
    if (digits < word.text.size()) parts.push_back(Upper(word.text.substr(digits)));
  }
  return parts;
}

std::string NumberKey(std::string_view number) {
  std::string key;
  bool first = true;
  for (const std::string& part : NumberParts(number)) {
    if (!first) key += '-';
    key += part;
    first = false;
  }
  return key;
}

std::optional<TypeChoice> ChooseType(std::string_view typed) {
  const std::string normal = Normalize(typed).text;
  const std::string exact = MatchForm(normal);
  const std::string folded = Fold(normal);
  const bool marked = exact != folded;
  TypeChoice choice;
  for (const DocTypeEntry& type : DocTypes()) {
    const bool is_code = Fold(type.code) == folded;
    const bool is_name = std::ranges::find(type.folded, folded) != type.folded.end();
    if (!is_code && !is_name) continue;
    // A code in capitals or with marks is that code alone; without either every spelling is meant.
    const bool fits = is_code
                          ? !IsExplicit(normal) || MatchForm(type.code) == exact
                          : !marked || Fold(type.name) != folded || MatchForm(type.name) == exact;
    (fits ? choice.exact : choice.near).push_back(type.code);
  }
  if (choice.exact.empty() && choice.near.empty()) return std::nullopt;
  return choice;
}

std::vector<int64_t> NearSerials(int64_t serial) {
  const std::string digits = std::to_string(serial);
  std::vector<int64_t> near;
  const auto add = [&](const std::string& other) {
    if (other.front() != '0' && other != digits) near.push_back(std::stoll(other));
  };
  for (size_t i = 0; i < digits.size(); ++i) {
    std::string other = digits;
    if (i + 1 < digits.size()) {
      std::swap(other[i], other[i + 1]);
      add(other);
      other = digits;
    }
    if (digits.size() == 1) continue;  // any number of one digit is one slip from any other
    for (char digit = '0'; digit <= '9'; ++digit) {
      other[i] = digit;
      add(other);
    }
  }
  std::ranges::sort(near);
  near.erase(std::ranges::unique(near).begin(), near.end());
  return near;
}

std::optional<NumberQuery> ParseNumberQuery(std::string_view text) {
  const std::string normal = Normalize(text).text;
  return Parser(WordsOf(normal)).Parse();
}

}  // namespace vanthu::archive
