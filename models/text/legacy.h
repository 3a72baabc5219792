// Vietnamese as it was written before Unicode: fonts that draw its letters at the places of other
// characters, and code pages of eight bits. What a byte means stands in models/data/legacy. Which of
// them a text is written in, legacy_guess.h tells.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace vanthu {

enum class LegacyEncoding {
  kTcvn3,          // TCVN3 (ABC) as .Vn* fonts draw it
  kTcvn3Capitals,  // TCVN 5712-1: capitals with a tone where those fonts have quotes and dashes
  kVni,
  kViscii,
  kCp1258,
};
inline constexpr std::array kLegacyEncodings = {
    LegacyEncoding::kTcvn3, LegacyEncoding::kTcvn3Capitals, LegacyEncoding::kVni,
    LegacyEncoding::kViscii, LegacyEncoding::kCp1258};

struct LegacyFont {
  LegacyEncoding encoding = LegacyEncoding::kTcvn3;
  bool capitals = false;  // it draws small letters as capitals
  bool operator==(const LegacyFont&) const = default;
};

// What a font of this name draws: ".VnTime", "ABCDEF+VnTimeH,Bold", "VNI-Times". None for others.
// The text set in it may be Unicode all the same.
std::optional<LegacyFont> LegacyFontOf(std::string_view name);

// "TimesNewRoman,Bold" of "ABCDEF+TimesNewRoman,Bold". Valid as long as the name.
std::string_view WithoutSubsetTag(std::string_view font);

// The bytes of a legacy text as the characters that Windows-1252 has for them, as Word files and PDFs
// hold them; the five that it has nothing for become control characters.
std::string SeenAsLatin(std::string_view bytes);

// Such characters as the letters they stand for, in NFC. What is no character of eight bits stays,
// but for those that PDFs have in place of one: − for the hyphen and ∙ for the dot of TCVN3.
std::string FromLegacy(std::string_view seen, LegacyEncoding encoding);

}  // namespace vanthu
