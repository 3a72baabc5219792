// qpdf asks users of version 11 to say that they know of its change to std::shared_ptr.
#define POINTERHOLDER_TRANSITION 4

#include "pipeline/export/pdf_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/Pl_String.hh>
#include <utility>
#include <vector>

namespace vanthu::exporting {
namespace {

constexpr int kUnitsPerEm = 1000, kAscent = 800, kDescent = -200;
constexpr std::string_view kFontName = "VANTHU+Glyphless";
constexpr size_t kMapBlock = 100;  // most entries of one bfchar block

// Big-endian numbers, one after the other.
class Table {
 public:
  Table& Short(int value) {
    bytes_ += static_cast<char>((value >> 8) & 0xFF);
    bytes_ += static_cast<char>(value & 0xFF);
    return *this;
  }
  Table& Long(uint32_t value) {
    return Short(static_cast<int>(value >> 16)).Short(static_cast<int>(value & 0xFFFF));
  }
  Table& Shorts(std::initializer_list<int> values) {
    for (int value : values) Short(value);
    return *this;
  }
  std::string Take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

uint32_t CheckSum(std::string_view bytes) {
  uint32_t sum = 0;
  for (size_t i = 0; i < bytes.size(); ++i)
    sum += static_cast<uint32_t>(static_cast<unsigned char>(bytes[i])) << (24 - 8 * (i % 4));
  return sum;
}

std::string Padded(std::string bytes) {
  bytes.resize((bytes.size() + 3) / 4 * 4);
  return bytes;
}

struct NamedTable {
  const char* name;
  std::string bytes;
};

// By name, as the format wants them. Glyph 0 and all others have no outline: `loca` is all zero.
std::vector<NamedTable> FontTables(int count) {
  Table head, hhea, hmtx, loca, maxp, post;
  head.Long(0x00010000).Long(0x00010000).Long(0).Long(0x5F0F3CF5);
  head.Shorts({3, kUnitsPerEm}).Long(0).Long(0).Long(0).Long(0);  // no dates
  head.Shorts({0, kDescent, kGlyphWidth, kAscent, 0, 8, 2, 0, 0});
  hhea.Long(0x00010000).Shorts({kAscent, kDescent, 0, kGlyphWidth, 0, 0, 0, 1, 0, 0});
  hhea.Shorts({0, 0, 0, 0, 0, 1});
  hmtx.Shorts({kGlyphWidth, 0});
  for (int i = 1; i < count; ++i) hmtx.Short(0);
  for (int i = 0; i <= count; ++i) loca.Short(0);
  maxp.Long(0x00010000).Shorts({count, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0});
  post.Long(0x00030000).Long(0).Shorts({-100, 50}).Long(1).Long(0).Long(0).Long(0).Long(0);
  return {{"glyf", std::string(4, '\0')}, {"head", head.Take()}, {"hhea", hhea.Take()},
          {"hmtx", hmtx.Take()},          {"loca", loca.Take()}, {"maxp", maxp.Take()},
          {"post", post.Take()}};
}

std::string Utf16Hex(char32_t c) {
  if (c < 0x10000) return fmt::format("{:04X}", static_cast<uint32_t>(c));
  const uint32_t rest = static_cast<uint32_t>(c) - 0x10000;
  return fmt::format("{:04X}{:04X}", 0xD800 + (rest >> 10), 0xDC00 + (rest & 0x3FF));
}

}  // namespace

std::string Deflated(std::string_view bytes) {
  std::string packed;
  Pl_String collected("collected", nullptr, packed);
  Pl_Flate packer("packer", &collected, Pl_Flate::a_deflate);
  packer.write(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  packer.finish();
  return packed;
}

std::string GlyphlessFont(size_t glyphs) {
  const std::vector<NamedTable> tables = FontTables(static_cast<int>(glyphs) + 1);
  const auto count = static_cast<int>(tables.size());
  Table directory;
  directory.Long(0x00010000).Shorts({count, 64, 2, count * 16 - 64});  // 64 = 16 * 4 <= 16 * count
  size_t offset = 12 + 16 * tables.size(), head = 0;
  std::string body;
  for (const NamedTable& table : tables) {
    const std::string name = table.name;
    if (name == "head") head = offset;
    directory.Long(CheckSum(name)).Long(CheckSum(table.bytes));
    directory.Long(static_cast<uint32_t>(offset)).Long(static_cast<uint32_t>(table.bytes.size()));
    const std::string padded = Padded(table.bytes);
    offset += padded.size();
    body += padded;
  }
  std::string font = directory.Take() + body;
  const std::string adjustment = Table().Long(0xB1B0AFBA - CheckSum(font)).Take();
  std::copy(adjustment.begin(), adjustment.end(),
            font.begin() + static_cast<std::ptrdiff_t>(head + 8));
  return font;
}

std::string ToUnicodeMap(std::u32string_view glyphs) {
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  for (size_t begin = 0; begin < glyphs.size(); begin += kMapBlock) {
    const size_t end = std::min(glyphs.size(), begin + kMapBlock);
    map += fmt::format("{} beginbfchar\n", end - begin);
    for (size_t i = begin; i < end; ++i)
      map += fmt::format("<{:04X}> <{}>\n", i + 1, Utf16Hex(glyphs[i]));
    map += "endbfchar\n";
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

std::string FontDictionary(int descendant, int to_unicode) {
  return fmt::format(
      "<</Type/Font/Subtype/Type0/BaseFont/{}/Encoding/Identity-H"
      "/DescendantFonts[{} 0 R]/ToUnicode {} 0 R>>",
      kFontName, descendant, to_unicode);
}

std::string DescendantDictionary(int descriptor) {
  return fmt::format(
      "<</Type/Font/Subtype/CIDFontType2/BaseFont/{}"
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
      "/FontDescriptor {} 0 R/DW {}/CIDToGIDMap/Identity>>",
      kFontName, descriptor, kGlyphWidth);
}

std::string DescriptorDictionary(int font_file) {
  return fmt::format(
      "<</Type/FontDescriptor/FontName/{}/Flags 4/FontBBox[0 {} {} {}]/ItalicAngle 0"
      "/Ascent {}/Descent {}/CapHeight {}/StemV 80/FontFile2 {} 0 R>>",
      kFontName, kDescent, kGlyphWidth, kAscent, kAscent, kDescent, kAscent, font_file);
}

}  // namespace vanthu::exporting
