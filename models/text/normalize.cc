#include "models/text/normalize.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "models/text/utf8.h"

namespace vanthu {
namespace {

bool IsAscii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

bool IsBlank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

// Marks without width that scanners, Word and PDF writers leave behind.
bool IsInvisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF || c < 0x20 || (c >= 0x7F && c < 0xA0);
}

char32_t Unified(char32_t c) {
  switch (c) {
    case 0xD0:
    case 0x189: return 0x110;
    case 0xF0: return 0x111;
    case 0x2044:
    case 0x2215: return '/';
    case 0x2212:
    case 0xFE58:
    case 0xFE63:
    case 0xFF0D: return '-';
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032: return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0xAB:
    case 0xBB: return '"';
    case 0xFF1A: return ':';
    default: return (c >= 0x2010 && c <= 0x2015) ? U'-' : c;
  }
}

}  // namespace

bool IsValidUtf8(std::string_view bytes) {
  for (size_t i = 0; i < bytes.size();) {
    const CodePoint at = DecodeAt(bytes, i);
    if (at.value == 0xFFFD && at.length == 1) return false;
    i += at.length;
  }
  return true;
}

std::string ToNfc(std::string_view utf8) {
  if (IsAscii(utf8)) return std::string(utf8);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  std::string out;
  if (U_FAILURE(status)) return std::string(utf8);
  if (nfc->isNormalized(text, status)) {
    text.toUTF8String(out);
    return out;
  }
  const icu::UnicodeString normalized = nfc->normalize(text, status);
  (U_SUCCESS(status) ? normalized : text).toUTF8String(out);
  return out;
}

std::string CleanLine(std::string_view printed) {
  const std::string nfc = ToNfc(printed);
  std::string out;
  out.reserve(nfc.size());
  bool blank = false, hidden = false;
  for (size_t i = 0; i < nfc.size();) {
    const CodePoint at = DecodeAt(nfc, i);
    if (IsBlank(at.value)) {
      blank = true;
    } else if (IsInvisible(at.value)) {
      hidden = true;
    } else {
      if (blank && !out.empty()) out.push_back(' ');
      blank = false;
      out.append(nfc, i, at.length);
    }
    i += at.length;
  }
  // What stood between a letter and its mark kept them from being one.
  return hidden ? ToNfc(out) : out;
}

NormalizedText Normalize(std::string_view printed) {
  NormalizedText result;
  result.text.reserve(printed.size());
  result.offsets.reserve(printed.size() + 1);
  // A cluster (letter with its combining marks) is composed on its own, which keeps the map exact:
  // in Vietnamese text composition never reaches over a base letter.
  size_t blank_at = std::string::npos;
  for (size_t i = 0; i < printed.size();) {
    const CodePoint at = DecodeAt(printed, i);
    size_t end = i + at.length;
    if (IsBlank(at.value)) {
      if (blank_at == std::string::npos) blank_at = i;
      i = end;
      continue;
    }
    if (IsInvisible(at.value)) {
      i = end;
      continue;
    }
    bool combining = false;
    while (end < printed.size()) {
      const CodePoint next = DecodeAt(printed, end);
      if (u_charType(static_cast<UChar32>(next.value)) != U_NON_SPACING_MARK) break;
      combining = true;
      end += next.length;
    }
    if (blank_at != std::string::npos && !result.text.empty()) {
      result.text.push_back(' ');
      result.offsets.push_back(static_cast<uint32_t>(blank_at));
    }
    blank_at = std::string::npos;
    const size_t before = result.text.size();
    if (combining) {
      const std::string composed = ToNfc(printed.substr(i, end - i));
      for (size_t k = 0; k < composed.size();) {
        const CodePoint part = DecodeAt(composed, k);
        AppendUtf8(Unified(part.value), result.text);
        k += part.length;
      }
    } else {
      AppendUtf8(Unified(at.value), result.text);
    }
    result.offsets.insert(result.offsets.end(), result.text.size() - before,
                          static_cast<uint32_t>(i));
    i = end;
  }
  result.offsets.push_back(static_cast<uint32_t>(printed.size()));
  return result;
}

}  // namespace vanthu
