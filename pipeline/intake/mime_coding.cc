#include "pipeline/intake/mime_coding.h"

#include <cstdint>
#include <optional>

namespace vanthu::intake {
namespace {

std::optional<unsigned> Base64Value(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<unsigned>(c - 'A');
  if (c >= 'a' && c <= 'z') return static_cast<unsigned>(c - 'a') + 26;
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0') + 52;
  if (c == '+' || c == '-') return 62;
  if (c == '/' || c == '_') return 63;
  return std::nullopt;
}

std::optional<unsigned> HexValue(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  return std::nullopt;
}

// The byte that two hexadecimal digits at `at` write.
std::optional<char> HexByte(std::string_view text, size_t at) {
  if (at + 2 > text.size()) return std::nullopt;
  const auto high = HexValue(text[at]), low = HexValue(text[at + 1]);
  if (!high || !low) return std::nullopt;
  return static_cast<char>(*high * 16 + *low);
}

}  // namespace

std::string DecodeBase64(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() * 3 / 4);
  uint32_t held = 0;
  int bits = 0;
  for (const char c : text) {
    if (c == '=') {  // the end, or the end of one of several that stand in a row
      bits = 0;
      continue;
    }
    const auto value = Base64Value(c);
    if (!value) continue;
    held = held << 6 | *value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push_back(static_cast<char>(held >> bits & 0xFF));
  }
  return bytes;
}

std::string DecodeQuoted(std::string_view text, Quoted where) {
  std::string bytes;
  bytes.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (where == Quoted::kHeader && text[i] == '_') {
      bytes.push_back(' ');
    } else if (text[i] != '=') {
      bytes.push_back(text[i]);
    } else if (const auto byte = HexByte(text, i + 1)) {
      bytes.push_back(*byte);
      i += 2;
    } else if (text.substr(i + 1).starts_with("\r\n")) {
      i += 2;
    } else if (text.substr(i + 1).starts_with("\n")) {
      i += 1;
    } else {
      bytes.push_back('=');
    }
  }
  return bytes;
}

std::string DecodePercent(std::string_view text) {
  std::string bytes;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = text[i] == '%' ? HexByte(text, i + 1) : std::nullopt;
    bytes.push_back(byte.value_or(text[i]));
    if (byte) i += 2;
  }
  return bytes;
}

}  // namespace vanthu::intake
