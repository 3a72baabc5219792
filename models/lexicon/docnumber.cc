#include "models/lexicon/docnumber.h"

#include <re2/re2.h>

#include <algorithm>

#include "models/lexicon/doc_types.h"
#include "models/text/normalize.h"
#include "models/text/utf8.h"

namespace vanthu {
namespace {

// Blanks go; so do the dots and lines of a gap that nobody filled in.
std::string Closed(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const CodePoint at = DecodeAt(text, i);
    const bool leader = at.value == 0x2026 || at.value == '_' ||
                        (at.value == '.' && (i + 1 >= text.size() || text[i + 1] == '.' ||
                                             (i > 0 && text[i - 1] == '.')));
    if (at.value != ' ' && !leader) out.append(text, i, at.length);
    i += at.length;
  }
  return out;
}

}  // namespace

std::optional<NumberParts> ParseNumber(std::string_view printed) {
  std::string closed = Closed(Normalize(printed).text);
  while (!closed.empty() &&
         (closed.back() == '.' || closed.back() == ',' || closed.back() == ';' ||
          closed.back() == ':' || closed.back() == '-' || closed.back() == '/')) {
    closed.pop_back();
  }
  // (serial)(suffix)(rest); the rest begins with its mark, or with a letter: 1444BKH/KTĐN.
  static const RE2 pattern(R"(^(\d{1,7})?([a-zA-ZđĐ]{1,2}(?:[/-]|$))?(.*)$)");
  std::string serial, suffix, rest;
  if (closed.empty() || !RE2::FullMatch(closed, pattern, &serial, &suffix, &rest))
    return std::nullopt;
  if (serial.empty()) {
    rest = suffix.append(rest);
    suffix.clear();
  } else if (!suffix.empty() && (suffix.back() == '/' || suffix.back() == '-')) {
    rest = std::string(1, suffix.back()).append(rest);
    suffix.pop_back();
  }
  NumberParts parts;
  if (!serial.empty()) parts.serial = std::stoll(serial);
  if (!suffix.empty()) parts.suffix = suffix;
  parts.symbol = rest.starts_with("/") ? rest.substr(1) : rest;
  if (serial.empty()) {
    // A blank number still shows its symbol: /BC-BCĐ, -BC/TU.
    static const RE2 symbol(R"(^[/-]?\p{Lu}[\pL\d&.]*(?:[-/][\pL\d&.]+)+$)");
    if (!RE2::FullMatch(rest, symbol)) return std::nullopt;
    if (rest[0] != '/' && rest[0] != '-') rest = std::string("/").append(rest);
  }
  parts.normalized = serial + suffix + rest;
  return parts;
}

std::vector<NumberInText> FindNumbers(std::string_view text) {
  // 02/2016/NQ-HĐND · 22 - NQ/TW · 473/TTr - NN&PTNT · 43/2013/QH 13 · 1444 BKH/KTĐN · 88/CP · 7767-PT
  static const RE2 pattern(
      R"(((?:\d{1,5}[a-zA-Z]{0,2})\s?/\s?(?:(?:19|20)\d{2}\s?/\s?)?\p{Lu}[\pL\d&.]*(?:\s?[-/]\s?\p{Lu}[\pL\d&]*|-\d{1,3})*(?:/QH ?\d{1,2}\b)?|\d{1,5}[a-zA-Z]?\s?-\s?\p{Lu}[\pL&]*(?:\s?/\s?\p{Lu}[\pL&-]*)?|\d{2,5} \p{Lu}{2,}(?:/\p{Lu}[\pL&-]*)+))");
  std::vector<NumberInText> found;
  re2::StringPiece rest(text.data(), text.size());
  re2::StringPiece match;
  while (RE2::FindAndConsume(&rest, pattern, &match)) {
    size_t begin = static_cast<size_t>(match.data() - text.data());
    size_t end = begin + match.size();
    // A digit, a point or a comma with digits before it: the tail of a larger number or a date.
    if (begin > 0) {
      const char before = text[begin - 1];
      if (IsDigit(static_cast<unsigned char>(before)) || before == '/' || before == '.' ||
          (before == ',' && begin > 1 && IsDigit(static_cast<unsigned char>(text[begin - 2])))) {
        continue;
      }
    }
    while (end > begin && (text[end - 1] == '.' || text[end - 1] == ' ')) --end;
    // "QH" and its number may stand apart: 43/2013/QH 13.
    static const RE2 legislature(R"(^ (\d{1,2})\b)");
    std::string_view matched = text.substr(begin, end - begin);
    std::string term;
    if (matched.ends_with("/QH") &&
        RE2::PartialMatch(re2::StringPiece(text.data() + end, text.size() - end), legislature,
                          &term)) {
      end += 1 + term.size();
      matched = text.substr(begin, end - begin);
    }
    const std::optional<NumberParts> parts = ParseNumber(matched);
    if (!parts || !parts->serial || parts->symbol.empty()) continue;
    // 30-CP is a number, 7-Eleven is none: behind a dash stand capitals alone, but for types like CTr.
    if (parts->symbol[0] == '-') {
      const CodePoint second = DecodeAt(parts->symbol, 1 + DecodeAt(parts->symbol, 1).length);
      if (!IsUpper(second.value) && second.value != 'T') {
        if (parts->symbol.find('/') == std::string::npos) continue;
      }
    } else {
      // 10/Yên, 5/Khách: a word in small letters is a unit. A symbol shows a second capital.
      int capitals = 0;
      for (size_t i = 0; i < parts->symbol.size();) {
        const CodePoint at = DecodeAt(parts->symbol, i);
        capitals += IsUpper(at.value) ? 1 : 0;
        i += at.length;
      }
      if (capitals < 2) continue;
    }
    found.push_back({begin, end, *parts});
  }
  return found;
}

std::optional<std::string> TypeInSymbol(std::string_view symbol) {
  for (size_t begin = 0; begin <= symbol.size();) {
    const size_t end = std::min(symbol.find_first_of("-/.", begin), symbol.size());
    const std::string_view part = symbol.substr(begin, end - begin);
    if (!part.empty()) {
      const DocTypeEntry* type = DocTypeByCode(part);
      // Only the Government issues decrees; elsewhere NĐ is nhà đất (QH-NĐ-UB).
      const bool decree = type != nullptr && type->code == "NĐ";
      if (type != nullptr && (!decree || symbol.ends_with("CP"))) return type->code;
    }
    begin = end + 1;
  }
  return std::nullopt;
}

}  // namespace vanthu
