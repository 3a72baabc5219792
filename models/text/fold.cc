#include "models/text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <functional>
#include <unordered_map>

#include "models/text/syllable.h"
#include "models/text/utf8.h"

namespace vanthu {
namespace {

// Vietnamese and every Latin letter with marks lie below U+1F00; beyond it letters are only lower-cased.
constexpr char32_t kTableSize = 0x1F00;

struct LetterTables {
  std::array<char16_t, kTableSize> folded;  // 0: drop (a combining mark)
  std::array<char16_t, kTableSize> lower;
  std::array<char16_t, kTableSize> upper;
};

LetterTables MakeTables() {
  LetterTables tables{};
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  for (char32_t c = 0; c < kTableSize; ++c) {
    const auto code = static_cast<UChar32>(c);
    tables.lower[c] = static_cast<char16_t>(u_tolower(code));
    tables.upper[c] = static_cast<char16_t>(u_toupper(code));
    char32_t base = c;
    icu::UnicodeString parts;
    if (U_SUCCESS(status) && nfd->getDecomposition(code, parts)) {
      base = static_cast<char32_t>(parts.char32At(0));
    }
    if (u_charType(static_cast<UChar32>(base)) == U_NON_SPACING_MARK) base = 0;
    if (base == 0x110 || base == 0x111 || base == 0xD0 || base == 0xF0 || base == 0x189) base = 'd';
    // A decomposition may hold a letter beyond the table (K for the Kelvin sign): u_tolower is total.
    tables.folded[c] = static_cast<char16_t>(u_tolower(static_cast<UChar32>(base)));
  }
  return tables;
}

const LetterTables& Tables() {
  static const LetterTables tables = MakeTables();
  return tables;
}

template <typename Map>
std::string MapLetters(std::string_view text, Map map) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    const CodePoint at = DecodeAt(text, i);
    if (at.value == 0xFFFD && at.length == 1) {
      out.push_back(text[i]);
    } else if (const char32_t mapped = map(at.value); mapped != 0 || at.value == 0) {
      AppendUtf8(mapped, out);
    }
    i += at.length;
  }
  return out;
}

char32_t FoldLetter(char32_t c) {
  if (c < kTableSize) return Tables().folded[c];
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

}  // namespace

std::string Fold(std::string_view text) { return MapLetters(text, FoldLetter); }

std::string Lower(std::string_view text) {
  return MapLetters(text, [](char32_t c) -> char32_t {
    if (c < kTableSize) return Tables().lower[c];
    return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  });
}

std::string Upper(std::string_view text) {
  return MapLetters(text, [](char32_t c) -> char32_t {
    if (c < kTableSize) return Tables().upper[c];
    return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c)));
  });
}

namespace {

std::string MatchFormOf(std::string_view text) {
  const std::string lower = MapLetters(text, [](char32_t c) -> char32_t {
    if (c == 0xD0 || c == 0xF0 || c == 0x189) return 0x111;
    if (c < kTableSize) return Tables().lower[c];
    return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  });
  // Tone placement is a matter of each run of letters.
  std::string out;
  out.reserve(lower.size());
  for (size_t i = 0; i < lower.size();) {
    size_t end = i;
    bool marked = false;
    while (end < lower.size()) {
      const CodePoint at = DecodeAt(lower, end);
      if (!IsLetter(at.value)) break;
      marked = marked || at.length > 1;
      end += at.length;
    }
    if (end == i) {
      const size_t length = DecodeAt(lower, i).length;
      out.append(lower, i, length);
      i += length;
      continue;
    }
    const std::string_view word = std::string_view(lower).substr(i, end - i);
    out += marked ? PlaceTone(word) : std::string(word);
    i = end;
  }
  return out;
}

struct WordHash {
  using is_transparent = void;
  size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
};

}  // namespace

std::string MatchForm(std::string_view text) {
  // A letter has a few hundred different words, each of which many rules ask for.
  constexpr size_t kWord = 24, kWords = 20000;
  if (text.size() > kWord) return MatchFormOf(text);
  thread_local std::unordered_map<std::string, std::string, WordHash, std::equal_to<>> known;
  const auto found = known.find(text);
  if (found != known.end()) return found->second;
  if (known.size() >= kWords) known.clear();
  return known.emplace(text, MatchFormOf(text)).first->second;
}

FoldedText FoldWithOffsets(std::string_view text) {
  FoldedText result;
  result.folded.reserve(text.size());
  result.offsets.reserve(text.size() + 1);
  for (size_t i = 0; i < text.size();) {
    const CodePoint at = DecodeAt(text, i);
    const size_t before = result.folded.size();
    if (at.value == 0xFFFD && at.length == 1) {
      result.folded.push_back(text[i]);
    } else if (const char32_t folded = FoldLetter(at.value); folded != 0 || at.value == 0) {
      AppendUtf8(folded, result.folded);
    }
    result.offsets.insert(result.offsets.end(), result.folded.size() - before,
                          static_cast<uint32_t>(i));
    i += at.length;
  }
  result.offsets.push_back(static_cast<uint32_t>(text.size()));
  return result;
}

}  // namespace vanthu
