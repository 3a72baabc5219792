// From the bytes of a text file to UTF-8: byte order marks, UTF-16 with and without one, UTF-8.
// What is none of these is a legacy encoding (TCVN3, VNI, VISCII, Windows-1258): which one, fonts and
// syllables tell later (models/text/legacy_guess.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vanthu::intake {

enum class Encoding { kUtf8, kUtf16Little, kUtf16Big, kLegacy, kBinary };

// What `bytes` (a file or its first part, which may end inside a character) are written in. Up to
// one byte in a thousand may be no UTF-8: a single bad byte in a long letter does not make it
// legacy.
Encoding DetectEncoding(std::string_view bytes);

// The text without byte order mark, "\n" line ends. A broken UTF-16 unit becomes U+FFFD; bytes that
// are no UTF-8 are passed on. The bytes of kLegacy become the characters that Windows-1252 has for
// them. Not for kBinary.
std::string DecodeText(std::string_view bytes, Encoding encoding);

// Text in a character set known by name (as HTML declares it), none if ICU does not know the name.
std::optional<std::string> DecodeCharset(std::string_view bytes, const std::string& charset);

}  // namespace vanthu::intake
