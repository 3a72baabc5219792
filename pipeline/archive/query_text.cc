#include "pipeline/archive/query_text.h"

#include <algorithm>
#include <optional>

#include "models/text/legacy.h"
#include "models/text/normalize.h"
#include "models/text/syllable.h"
#include "models/text/utf8.h"
#include "pipeline/archive/tokenizer.h"

namespace vanthu::archive {
namespace {

bool IsAscii(char32_t c) { return c < 0x80; }

// A word is what stands between ASCII characters that are no letters: in old text signs such as « stand
// for letters.
struct Reading {
  int syllables = 0, others = 0;  // words that have a letter or sign beyond ASCII
};

Reading Read(std::string_view text) {
  Reading reading;
  std::string word;
  bool marked = false;
  const auto end_word = [&] {
    if (marked) ++(IsSyllable(word) ? reading.syllables : reading.others);
    word.clear();
    marked = false;
  };
  for (size_t i = 0; i < text.size();) {
    const CodePoint at = DecodeAt(text, i);
    if (IsAscii(at.value) && !IsLetter(at.value)) {
      end_word();
    } else {
      word.append(text, i, at.length);
      marked = marked || !IsAscii(at.value);
    }
    i += at.length;
  }
  end_word();
  return reading;
}

// The characters of Windows-1252 alone can be legacy text.
bool MayBeLegacy(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const CodePoint at = DecodeAt(text, i);
    // Letters of Vietnamese that it has not, and marks that combine with a letter.
    if (at.value == 0xFFFD || (at.value >= 0x300 && at.value < 0x370) ||
        (at.value >= 0x1EA0 && at.value <= 0x1EF9)) {
      return false;
    }
    i += at.length;
  }
  return true;
}

std::optional<std::string> Converted(const std::string& seen) {
  if (!MayBeLegacy(seen) || Read(seen).others == 0) return std::nullopt;
  for (const LegacyEncoding encoding : {LegacyEncoding::kTcvn3, LegacyEncoding::kVni}) {
    std::string read = FromLegacy(seen, encoding);
    const Reading reading = Read(read);
    if (reading.syllables > 0 && reading.others == 0) return read;
  }
  return std::nullopt;
}

}  // namespace

QueryText ReadQueryText(std::string_view bytes) {
  std::string typed(bytes);
  std::ranges::replace(typed, '\0', ' ');
  QueryText query;
  const bool valid = IsValidUtf8(typed);
  const std::optional<std::string> converted = Converted(valid ? ToNfc(typed) : SeenAsLatin(typed));
  query.converted = converted.has_value();
  query.broken = !valid && !converted;
  query.text = Normalize(converted ? *converted : ToNfc(typed)).text;
  return query;
}

}  // namespace vanthu::archive
