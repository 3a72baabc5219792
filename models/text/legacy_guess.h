// In which encoding the runs of a document are written: by the font that they are set in, held
// against the words that they give; by the words alone where the font says nothing. Two passes:
// Learn all texts, then ask for each.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/text/legacy.h"

namespace vanthu {

// A piece of text and the font it is set in, as the file names it; empty where it does not.
struct SetText {
  std::string text;
  std::string font = {};
  bool capitals = false;  // its letters are shown as capitals
};

// A line as it is shown, and whether some of it was written in another encoding than Unicode.
struct UnicodeLine {
  std::string text;
  bool legacy = false;
};

class LegacyGuess {
 public:
  // One printed line, in its pieces.
  void Learn(const std::vector<SetText>& line);

  // What a piece of a line is written in; none: Unicode.
  std::optional<LegacyFont> Of(const SetText& piece) const;

  // Pieces side by side in one encoding are joined first, so that a letter may lie over both.
  UnicodeLine Convert(const std::vector<SetText>& line) const;

 private:
  // How well texts read in one way: words that can be Vietnamese, and words that cannot.
  struct Fit {
    int good = 0, bad = 0;
    int net() const { return good - bad; }
    bool Reads() const { return good >= 4 * bad; }
  };
  // Whether text in a font of an encoding is Unicode all the same. "®)" is no word in either, and a
  // letter of a list in one of them: it takes a word to tell.
  static bool IsRather(const Fit& unicode, const Fit& legacy) {
    return unicode.good > 0 && unicode.net() > legacy.net();
  }
  // First as Unicode, then in each of kLegacyEncodings.
  using Fits = std::array<Fit, 1 + kLegacyEncodings.size()>;

  static Fit FitOf(std::string_view text, std::optional<LegacyEncoding> encoding);
  static void Add(std::string_view text, Fits& fits);
  static std::optional<LegacyFont> Decide(std::string_view font, const Fits& fits, int least);

  std::map<std::string, Fits, std::less<>> fonts_;
};

// Whether the text has letters of Vietnamese that no text of eight bits can show.
bool HasUnicodeLetters(std::string_view text);

}  // namespace vanthu
