#include "pipeline/intake/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <memory>

#include "models/text/legacy.h"
#include "models/text/utf8.h"

namespace vanthu::intake {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kLittleMark = "\xFF\xFE";
constexpr std::string_view kBigMark = "\xFE\xFF";

// High bytes of the UTF-16 units that Vietnamese is written with: Latin, Latin-1, Latin Extended-A
// and -B, combining marks, Latin Extended Additional, punctuation.
bool IsLatinHighByte(unsigned char c) {
  return c == 0x00 || c == 0x01 || c == 0x03 || c == 0x1E || c == 0x20;
}

bool IsControl(unsigned char c) {
  return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1A;
}

// UTF-16 without a mark: nearly every byte of one parity is a high byte of Latin letters (of those
// NUL alone never occurs in 8-bit text), while the other parity is mostly not.
std::optional<Encoding> DetectUnmarkedUtf16(std::string_view bytes) {
  const size_t pairs = bytes.size() / 2;
  if (pairs < 2 || bytes.find('\0') == std::string_view::npos) return std::nullopt;
  size_t even_high = 0, odd_high = 0, even_nul = 0, odd_nul = 0;
  for (size_t i = 0; i < pairs; ++i) {
    const auto even = static_cast<unsigned char>(bytes[2 * i]);
    const auto odd = static_cast<unsigned char>(bytes[2 * i + 1]);
    even_high += IsLatinHighByte(even) ? 1U : 0U;
    odd_high += IsLatinHighByte(odd) ? 1U : 0U;
    even_nul += even == 0 ? 1U : 0U;
    odd_nul += odd == 0 ? 1U : 0U;
  }
  if (odd_high * 100 >= pairs * 97 && odd_nul * 2 >= pairs && even_nul * 50 <= pairs) {
    return Encoding::kUtf16Little;
  }
  if (even_high * 100 >= pairs * 97 && even_nul * 2 >= pairs && odd_nul * 50 <= pairs) {
    return Encoding::kUtf16Big;
  }
  return std::nullopt;
}

// `bytes` without a UTF-8 sequence that is cut at the end.
std::string_view WithoutCutEnd(std::string_view bytes) {
  for (size_t back = 1; back <= 3 && back <= bytes.size(); ++back) {
    const auto c = static_cast<unsigned char>(bytes[bytes.size() - back]);
    if ((c & 0xC0) == 0x80) continue;
    const size_t need = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
    return need > back ? bytes.substr(0, bytes.size() - back) : bytes;
  }
  return bytes;
}

std::string UnixLines(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out.push_back(text[i]);
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      out.push_back('\n');
    }
  }
  return out;
}

std::string FromUtf16(std::string_view bytes, bool little) {
  std::string out;
  const auto unit_at = [&](size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(little ? first | second << 8 : first << 8 | second);
  };
  for (size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t unit = unit_at(i);
    if (unit >= 0xD800 && unit < 0xDC00 && i + 3 < bytes.size()) {
      const char32_t low = unit_at(i + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      }
    }
    if (unit >= 0xD800 && unit < 0xE000) unit = 0xFFFD;
    AppendUtf8(unit, out);
  }
  return out;
}

}  // namespace

Encoding DetectEncoding(std::string_view bytes) {
  if (bytes.starts_with(kUtf8Mark)) return Encoding::kUtf8;
  if (bytes.starts_with(kLittleMark)) return Encoding::kUtf16Little;
  if (bytes.starts_with(kBigMark)) return Encoding::kUtf16Big;
  if (const auto utf16 = DetectUnmarkedUtf16(bytes)) return *utf16;

  const std::string_view whole = WithoutCutEnd(bytes);
  size_t controls = 0, bad = 0, good = 0;
  for (size_t i = 0; i < whole.size();) {
    const CodePoint at = DecodeAt(whole, i);
    const auto byte = static_cast<unsigned char>(whole[i]);
    if (byte < 0x80) {
      controls += IsControl(byte) ? 1U : 0U;
    } else if (at.value == 0xFFFD && at.length == 1) {
      ++bad;
    } else {
      ++good;
    }
    i += at.length;
  }
  if (controls * 100 > whole.size() || whole.find('\0') != std::string_view::npos) {
    return Encoding::kBinary;
  }
  const bool few = bad * 1000 <= whole.size() && bad * 20 <= good;
  return bad == 0 || few ? Encoding::kUtf8 : Encoding::kLegacy;
}

std::string DecodeText(std::string_view bytes, Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf16Little:
    case Encoding::kUtf16Big: {
      const bool little = encoding == Encoding::kUtf16Little;
      if (bytes.starts_with(little ? kLittleMark : kBigMark)) bytes.remove_prefix(2);
      return UnixLines(FromUtf16(bytes, little));
    }
    case Encoding::kUtf8:
      if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
      return UnixLines(bytes);
    case Encoding::kLegacy: return UnixLines(SeenAsLatin(bytes));
    case Encoding::kBinary: break;
  }
  return std::string(bytes);
}

std::optional<std::string> DecodeCharset(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(
      ucnv_open(charset.c_str(), &status), ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(),
                                status);
  if (U_FAILURE(status)) return std::nullopt;
  std::string utf8;
  text.toUTF8String(utf8);
  return UnixLines(utf8);
}

}  // namespace vanthu::intake
