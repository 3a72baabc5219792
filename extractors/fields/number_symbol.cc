#include "extractors/fields/number_symbol.h"

#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <vector>

#include "extractors/evidence.h"
#include "models/lexicon/doc_types.h"
#include "models/lexicon/table.h"
#include "models/text/fold.h"
#include "models/text/utf8.h"

namespace vanthu::extractors {
namespace {

// Letters that engines take for each other in symbols.
const std::vector<std::u32string>& Alike() {
  static const std::vector<std::u32string> sets = {U"DĐP", U"OQ", U"EF", U"IL", U"CG", U"HN"};
  return sets;
}

const std::unordered_set<std::string>& Abbreviated() {
  static const auto set = [] {
    std::unordered_set<std::string> out;
    for (const auto& row : ReadTable("abbreviations.tsv", 2)) out.insert(row[0]);
    return out;
  }();
  return set;
}

std::u32string LettersOf(std::string_view text) {
  std::u32string out;
  for (size_t i = 0; i < text.size();) {
    const CodePoint at = DecodeAt(text, i);
    out += at.value == U'Ð' ? U'Đ' : at.value;
    i += std::max<size_t>(at.length, 1);
  }
  return out;
}

std::string Utf8(const std::u32string& letters) {
  std::string out;
  for (const char32_t c : letters) AppendUtf8(c, out);
  return out;
}

bool NamesBody(const std::string& part, std::string_view initials) {
  if (Length(part) < 3) return false;
  return Abbreviated().contains(part) || initials.find(part) != std::string_view::npos;
}

bool IsUsed(const std::string& part, std::string_view initials) {
  return DocTypeByCode(part) != nullptr || Abbreviated().contains(part) ||
         NamesBody(part, initials);
}

// The one form of a part that is used and differs by a letter that was read twice, or for another. Types
// stand first.
std::optional<std::string> Used(const std::string& part, std::string_view initials, bool first) {
  const std::u32string letters = LettersOf(part);
  std::vector<std::string> found;
  const auto look = [&](const std::u32string& form) {
    std::string text = Utf8(form);
    const bool used = NamesBody(text, initials) || (first && DocTypeByCode(text) != nullptr);
    if (used && std::ranges::find(found, text) == found.end()) found.push_back(std::move(text));
  };
  for (size_t i = 0; i < letters.size(); ++i) {
    if (i > 0 && letters[i] == letters[i - 1]) {
      std::u32string once = letters;
      once.erase(i, 1);
      look(once);
    }
    for (const std::u32string& set : Alike()) {
      if (set.find(letters[i]) == std::u32string::npos) continue;
      for (const char32_t other : set) {
        if (other == letters[i]) continue;
        std::u32string form = letters;
        form[i] = other;
        look(form);
      }
    }
  }
  if (found.size() != 1) return std::nullopt;
  return found.front();
}

bool IsAlmost(const std::string& part, std::string_view code) {
  const std::u32string a = LettersOf(part), b = LettersOf(code);
  if (a.size() < 2 || b.size() < 2 || a[0] != b[0]) return false;
  return a.size() <= b.size() + 1 && b.size() <= a.size() + 1;
}

}  // namespace

std::string InitialsOf(std::string_view issuer) {
  std::string out;
  for (size_t begin = 0; begin < issuer.size();) {
    const size_t end = std::min(issuer.find(' ', begin), issuer.size());
    const std::string word = Upper(issuer.substr(begin, end - begin));
    begin = end + 1;
    if (word.empty() || word == "VÀ") continue;
    if (Abbreviated().contains(word)) {
      out += word;
      continue;
    }
    const CodePoint first = DecodeAt(word, 0);
    if (!IsLetter(first.value)) continue;
    // ÔN as O: initials drop the marks of vowels, Đ stays.
    const std::string letter = word.substr(0, first.length);
    out += first.value == U'Đ' || first.value == U'Ð' ? "Đ" : Upper(Fold(letter));
  }
  return out;
}

std::string RepairedSymbol(std::string_view symbol, std::string_view initials,
                           std::string_view type_code) {
  std::string out, part;
  bool first = true;
  const auto close = [&] {
    if (part.empty()) return;
    const std::string plain = Utf8(LettersOf(part));
    const bool letters = IsLetter(DecodeAt(plain, 0).value);
    std::string good = plain;
    if (letters && Length(plain) >= 2 && !IsUsed(plain, initials)) {
      if (const auto used = Used(plain, initials, first)) {
        good = *used;
      } else if (first && !type_code.empty() && IsAlmost(plain, type_code)) {
        good = type_code;
      }
    }
    first = first && !letters;
    out += good;
    part.clear();
  };
  for (size_t i = 0; i < symbol.size();) {
    const CodePoint at = DecodeAt(symbol, i);
    const std::string_view sign = symbol.substr(i, std::max<size_t>(at.length, 1));
    i += sign.size();
    if (IsWordChar(at.value)) {
      part += sign;
      continue;
    }
    close();
    out += sign;
  }
  close();
  return out;
}

std::string RepairedSymbol(std::string_view symbol, const Letter& letter) {
  std::string initials;
  for (const LetterLine* line : LinesOf(letter, Zone::kIssuer)) initials += InitialsOf(line->text);
  std::string code;
  for (const LetterLine* line : LinesOf(letter, Zone::kTypeTitle)) {
    if (const DocTypeMatch match = DocTypeAtStart(line->folded); match.type != nullptr)
      code = match.type->code;
    break;
  }
  return RepairedSymbol(symbol, initials, code);
}

}  // namespace vanthu::extractors
