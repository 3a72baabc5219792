#include "models/text/legacy.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <vector>

#include "models/lexicon/table.h"
#include "models/text/fold.h"
#include "models/text/normalize.h"
#include "models/text/utf8.h"

namespace vanthu {
namespace {

// Windows-1252 at 80 to 9F; 0 where it has nothing.
constexpr std::array<char32_t, 32> kWindows = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::optional<unsigned char> ByteOf(char32_t seen) {
  if (seen < 0x100) return static_cast<unsigned char>(seen);
  if (seen >= 0xF020 && seen <= 0xF0FF) {  // where Word puts the characters of symbol fonts
    return static_cast<unsigned char>(seen - 0xF000);
  }
  const auto* const at = std::find(kWindows.begin(), kWindows.end(), seen);
  if (at == kWindows.end()) return std::nullopt;
  return static_cast<unsigned char>(0x80 + (at - kWindows.begin()));
}

// What PDFs show for a character of eight bits by the name of its glyph.
std::optional<unsigned char> ByteOfGlyph(char32_t seen) {
  switch (seen) {
    case 0x2212: return 0xAD;
    case 0x2219: return 0xB7;
    case 0x03BC: return 0xB5;
    case 0x02C9: return 0xAF;
    default: return std::nullopt;
  }
}

// Bytes to letters: a row of one byte, or of two, which goes before.
struct ByteTable {
  std::array<std::string, 256> one;
  std::map<std::string, std::string, std::less<>> two;
};

int HexByte(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value & 0xFF;
}

std::string Letter(const std::string& cell) {
  if (!cell.starts_with("U+")) return cell;
  unsigned int code = 0;
  std::from_chars(cell.data() + 2, cell.data() + cell.size(), code, 16);
  std::string letter;
  AppendUtf8(code, letter);
  return letter;
}

ByteTable ReadBytes(std::string_view name) {
  ByteTable table;
  for (const auto& row : ReadTable(name, 2)) {
    const std::string_view bytes = row[0];
    if (bytes.size() == 2) {
      table.one[static_cast<size_t>(HexByte(bytes))] = Letter(row[1]);
    } else if (bytes.size() == 5) {
      const std::string pair = {static_cast<char>(HexByte(bytes.substr(0, 2))),
                                static_cast<char>(HexByte(bytes.substr(3)))};
      table.two[pair] = Letter(row[1]);
    }
  }
  return table;
}

char OtherCase(char c) { return static_cast<char>(static_cast<unsigned char>(c) ^ 0x20); }

ByteTable MakeTable(LegacyEncoding encoding) {
  switch (encoding) {
    case LegacyEncoding::kTcvn3: {
      ByteTable table = ReadBytes("legacy/tcvn3.tsv");
      for (size_t byte = 0; byte < 0xA0; ++byte) table.one[byte].clear();
      return table;
    }
    case LegacyEncoding::kTcvn3Capitals: return ReadBytes("legacy/tcvn3.tsv");
    case LegacyEncoding::kVni: {
      ByteTable table = ReadBytes("legacy/vni.tsv");
      const auto rows = table.two;
      for (const auto& [pair, letter] : rows)
        table.two.emplace(std::string{pair[0], OtherCase(pair[1])}, letter);
      return table;
    }
    case LegacyEncoding::kViscii: return ReadBytes("legacy/viscii.tsv");
    case LegacyEncoding::kCp1258: return ReadBytes("legacy/cp1258.tsv");
  }
  return {};
}

const ByteTable& TableOf(LegacyEncoding encoding) {
  static const std::array<ByteTable, kLegacyEncodings.size()> tables = [] {
    std::array<ByteTable, kLegacyEncodings.size()> made;
    for (const LegacyEncoding each : kLegacyEncodings)
      made[static_cast<size_t>(each)] = MakeTable(each);
    return made;
  }();
  return tables[static_cast<size_t>(encoding)];
}

struct FontRow {
  std::string begin;
  LegacyEncoding encoding;
};

const std::vector<FontRow>& Fonts() {
  static const std::vector<FontRow> fonts = [] {
    std::vector<FontRow> rows;
    for (const auto& row : ReadTable("legacy/fonts.tsv", 2)) {
      rows.push_back({row[0], row[1] == "vni"      ? LegacyEncoding::kVni
                              : row[1] == "viscii" ? LegacyEncoding::kViscii
                                                   : LegacyEncoding::kTcvn3});
    }
    return rows;
  }();
  return fonts;
}

bool IsCapital(char c) { return c >= 'A' && c <= 'Z'; }

bool Begins(std::string_view family, std::string_view with) {
  if (!with.ends_with("^")) return family.starts_with(with);
  with.remove_suffix(1);
  return family.size() > with.size() && family.starts_with(with) && IsCapital(family[with.size()]);
}

// A family without what follows its name: ",Bold", "-Italic", " Bold", "BoldItalic".
std::string_view WithoutStyle(std::string_view family) {
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view style :
         {"Bold", "Italic", "Regular", "Normal", "MT", ",", "-", " "}) {
      if (family.size() <= style.size() || !family.ends_with(style)) continue;
      family.remove_suffix(style.size());
      cut = true;
    }
  }
  return family;
}

bool IsAround(const std::vector<CodePoint>& points, size_t at, bool (*test)(char32_t)) {
  return (at > 0 && test(points[at - 1].value)) ||
         (at + 1 < points.size() && test(points[at + 1].value));
}

// A minus between blanks or digits is one; beside a letter it draws a letter.
bool MayBeLetter(char32_t c) { return IsLetter(c) || (c >= 0xA1 && c < 0x100); }

}  // namespace

std::string_view WithoutSubsetTag(std::string_view font) {
  const bool tagged = font.size() > 7 && font[6] == '+';
  return tagged ? font.substr(7) : font;
}

std::optional<LegacyFont> LegacyFontOf(std::string_view name) {
  const std::string_view family = WithoutSubsetTag(name);
  const FontRow* longest = nullptr;
  for (const FontRow& row : Fonts()) {
    if (Begins(family, row.begin) && (!longest || row.begin.size() > longest->begin.size()))
      longest = &row;
  }
  if (!longest) return std::nullopt;
  const bool capitals =
      longest->encoding == LegacyEncoding::kTcvn3 && WithoutStyle(family).ends_with("H");
  return LegacyFont{longest->encoding, capitals};
}

std::string SeenAsLatin(std::string_view bytes) {
  std::string seen;
  seen.reserve(bytes.size() * 3 / 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const char32_t windows = byte >= 0x80 && byte < 0xA0 ? kWindows[byte - 0x80U] : 0;
    AppendUtf8(windows != 0 ? windows : byte, seen);
  }
  return seen;
}

std::string FromLegacy(std::string_view seen, LegacyEncoding encoding) {
  const ByteTable& table = TableOf(encoding);
  std::vector<CodePoint> points;
  for (size_t i = 0; i < seen.size(); i += points.back().length)
    points.push_back(DecodeAt(seen, i));
  std::vector<std::optional<unsigned char>> bytes;
  for (size_t i = 0; i < points.size(); ++i) {
    auto byte = ByteOf(points[i].value);
    if (!byte && IsAround(points, i, MayBeLetter)) byte = ByteOfGlyph(points[i].value);
    bytes.push_back(byte);
  }
  std::string out;
  for (size_t i = 0; i < points.size(); ++i) {
    if (bytes[i] && i + 1 < points.size() && bytes[i + 1] && !table.two.empty()) {
      const std::string pair = {static_cast<char>(*bytes[i]), static_cast<char>(*bytes[i + 1])};
      if (const auto found = table.two.find(pair); found != table.two.end()) {
        out += found->second;
        ++i;
        continue;
      }
    }
    if (bytes[i] && !table.one[*bytes[i]].empty()) {
      out += table.one[*bytes[i]];
    } else if (points[i].value >= 0xF020 && points[i].value <= 0xF07E) {
      out.push_back(static_cast<char>(*bytes[i]));
    } else {
      AppendUtf8(points[i].value, out);
    }
  }
  return ToNfc(out);
}

}  // namespace vanthu
