#include "models/text/legacy_guess.h"

#include <algorithm>

#include "models/text/fold.h"
#include "models/text/syllable.h"
#include "models/text/utf8.h"

namespace vanthu {
namespace {

// Words that must agree before text in a font without a name of its own is taken for legacy: in a
// document; in one line of a document that mixes encodings. A Unicode text with foreign names has
// single words that read as TCVN3 by chance, never several that read so alone.
constexpr int kLeastInDocument = 4;
constexpr int kLeastInLine = 3;

// Signs of Latin-1 that stand for letters in legacy text, and are none in Unicode: ¨ © ª « ¬ ® ¸ ¹.
bool IsSign(char32_t c) {
  return (c >= 0xA1 && c <= 0xBF && c != 0xB7) || c == 0xD7 || c == 0xF7 || c == 0x2212;
}

int CountBlanks(std::string_view text) {
  return static_cast<int>(std::count(text.begin(), text.end(), ' '));
}

bool IsBlank(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == 0xA0; }

// "vỔ": no word is written so; what reads so was written in another encoding.
bool HasCapitalInside(std::string_view word) {
  bool small = false;
  for (size_t i = 0; i < word.size();) {
    const CodePoint at = DecodeAt(word, i);
    if (small && IsUpper(at.value)) return true;
    small = IsLower(at.value);
    i += at.length;
  }
  return false;
}

}  // namespace

bool HasUnicodeLetters(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const CodePoint at = DecodeAt(text, i);
    const char32_t c = at.value;
    // Of these Windows-1252 has none: ă đ ĩ ũ ơ ư, the letters with two marks, combining tones.
    const bool vietnamese = c == 0x102 || c == 0x103 || c == 0x110 || c == 0x111 || c == 0x128 ||
                            c == 0x129 || c == 0x168 || c == 0x169 || c == 0x1A0 || c == 0x1A1 ||
                            c == 0x1AF || c == 0x1B0 || (c >= 0x300 && c <= 0x323) ||
                            (c >= 0x1EA0 && c <= 0x1EF9);
    if (vietnamese) return true;
    i += at.length;
  }
  return false;
}

LegacyGuess::Fit LegacyGuess::FitOf(std::string_view text, std::optional<LegacyEncoding> encoding) {
  const std::string read = encoding ? FromLegacy(text, *encoding) : std::string(text);
  Fit fit;
  std::string word;
  bool sign = false;
  const auto end_word = [&] {
    const bool marked = word.size() != Length(word);
    if (sign || (marked && (HasCapitalInside(word) || !IsSyllable(word)))) {
      ++fit.bad;
    } else if (marked) {
      ++fit.good;
    }
    word.clear();
    sign = false;
  };
  for (size_t i = 0; i < read.size();) {
    const CodePoint at = DecodeAt(read, i);
    if (IsLetter(at.value)) {
      word.append(read, i, at.length);
    } else if (IsSign(at.value)) {
      sign = sign || !word.empty() ||
             (i + at.length < read.size() && IsLetter(DecodeAt(read, i + at.length).value));
    } else if (IsBlank(at.value) || at.value < 0x80) {
      end_word();
    } else {
      // Quotes and dashes of Windows-1252 inside a word are letters of another encoding.
      const bool inside = !word.empty() && i + at.length < read.size() &&
                          IsLetter(DecodeAt(read, i + at.length).value);
      sign = sign || inside;
    }
    i += at.length;
  }
  end_word();
  return fit;
}

void LegacyGuess::Add(std::string_view text, Fits& fits) {
  const auto add = [&fits](size_t at, const Fit& fit) {
    fits[at].good += fit.good;
    fits[at].bad += fit.bad;
  };
  const bool ascii = std::all_of(text.begin(), text.end(),
                                 [](char c) { return c >= 0x20 || c == '\t' || c == '\n'; });
  if (ascii) return;
  const Fit plain = FitOf(text, std::nullopt);
  add(0, plain);
  const bool unicode = HasUnicodeLetters(text);
  for (size_t i = 0; i < kLegacyEncodings.size(); ++i)
    add(i + 1, unicode ? Fit{0, plain.good} : FitOf(text, kLegacyEncodings[i]));
}

std::optional<LegacyFont> LegacyGuess::Decide(std::string_view font, const Fits& fits, int least) {
  const Fit& unicode = fits[0];
  if (const auto named = LegacyFontOf(font)) {
    const Fit& fit = fits[1 + static_cast<size_t>(named->encoding)];
    return IsRather(unicode, fit) ? std::nullopt : named;
  }
  const auto* const best = std::max_element(
      fits.begin() + 1, fits.end(), [](const Fit& a, const Fit& b) { return a.net() < b.net(); });
  const bool sure = best->good >= least && best->Reads() && unicode.good < best->good &&
                    best->net() - unicode.net() >= least;
  if (!sure) return std::nullopt;
  return LegacyFont{kLegacyEncodings[static_cast<size_t>(best - fits.begin()) - 1], false};
}

void LegacyGuess::Learn(const std::vector<SetText>& line) {
  for (size_t i = 0; i < line.size();) {
    std::string text;
    const std::string& font = line[i].font;
    for (; i < line.size() && line[i].font == font; ++i) text += line[i].text;
    Add(text, fonts_[std::string(WithoutSubsetTag(font))]);
  }
}

std::optional<LegacyFont> LegacyGuess::Of(const SetText& piece) const {
  if (HasUnicodeLetters(piece.text)) return std::nullopt;
  const auto found = fonts_.find(WithoutSubsetTag(piece.font));
  const auto by_font = found == fonts_.end() ? LegacyFontOf(piece.font)
                                             : Decide(piece.font, found->second, kLeastInDocument);
  // A font without a name of its own that is mostly Unicode: the line may be from another document.
  if (!by_font && (LegacyFontOf(piece.font) || CountBlanks(piece.text) + 1 < kLeastInLine))
    return std::nullopt;
  Fits own{};
  Add(piece.text, own);
  if (!by_font) return Decide({}, own, kLeastInLine);
  const Fit& fit = own[1 + static_cast<size_t>(by_font->encoding)];
  return IsRather(own[0], fit) ? std::nullopt : by_font;
}

UnicodeLine LegacyGuess::Convert(const std::vector<SetText>& line) const {
  std::vector<std::optional<LegacyFont>> fonts;
  for (const SetText& piece : line) fonts.push_back(Of(piece));
  UnicodeLine converted;
  for (size_t i = 0; i < line.size();) {
    std::string run = line[i].text;
    const std::optional<LegacyFont> font = fonts[i];
    const bool capitals = line[i].capitals;
    for (++i; i < line.size() && fonts[i] == font && line[i].capitals == capitals; ++i)
      run += line[i].text;
    std::string read = font ? FromLegacy(run, font->encoding) : run;
    if (font && font->capitals) read = Upper(read);
    converted.legacy = converted.legacy || read != run;
    converted.text += capitals ? Upper(read) : read;
  }
  return converted;
}

}  // namespace vanthu
