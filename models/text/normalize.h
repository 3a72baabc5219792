// From printed text to the text that rules see: NFC; Ð Ɖ -> Đ, ð -> đ; all dashes -> "-"; ⁄ ∕ -> "/";
// curly quotes -> straight; every kind of blank -> one " "; soft hyphens, zero-width marks and BOM
// gone. Tone marks and letter case stay as printed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu {

struct NormalizedText {
  std::string text;
  // offsets[i]: the byte of the input that byte i of `text` came from; text.size() + 1 entries.
  std::vector<uint32_t> offsets;
};

// For matching: all of the above.
NormalizedText Normalize(std::string_view printed);

// For keeping and printing: valid UTF-8 (bytes that are none become U+FFFD), NFC, no zero-width
// marks, blanks folded to single ones and trimmed. Dashes, quotes and letters stay as printed.
std::string CleanLine(std::string_view printed);

// NFC alone, with invalid bytes replaced by U+FFFD.
std::string ToNfc(std::string_view utf8);

bool IsValidUtf8(std::string_view bytes);

}  // namespace vanthu
