// Parts of a PDF that a text layer needs: a font whose glyphs are empty, the table that says which
// character each of its codes is, packed streams.
#pragma once

#include <string>
#include <string_view>

namespace vanthu::exporting {

// Of every glyph, in thousandths of the type size.
inline constexpr int kGlyphWidth = 500;

// zlib's form, as /FlateDecode reads it.
std::string Deflated(std::string_view bytes);

// A TrueType font of `glyphs` + 1 empty glyphs of one width.
std::string GlyphlessFont(size_t glyphs);

// The CMap of /ToUnicode: code n is glyphs[n - 1].
std::string ToUnicodeMap(std::u32string_view glyphs);

// Dictionaries of the font, in the text of a PDF. Arguments are numbers of objects.
std::string FontDictionary(int descendant, int to_unicode);
std::string DescendantDictionary(int descriptor);
std::string DescriptorDictionary(int font_file);

}  // namespace vanthu::exporting
