// Whether text that came with a file is Vietnamese as Unicode writes it, or must be read from the
// picture: TCVN3 and VNI under Latin-1 names, letters that the file draws one by one, glyphs
// without a meaning. Pure; knows words and the fonts they are set in, nothing of pages.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::intake {

struct SetText {
  std::string text;  // a word or a line, NFC
  std::string font;  // as the file names it; empty where it does not
};

// What is wrong, as the end of a sentence that begins with "the text layer "; none where the text
// can be trusted. Too little text to tell is trusted.
std::optional<std::string> FindTextFault(const std::vector<SetText>& texts);

// Letters of any script, digits not counted.
size_t CountLetters(std::string_view text);

// .VnTime, ABCDEF+VnTimeH, VNI-Times: fonts that draw Vietnamese at the places of other letters.
bool IsLegacyFont(std::string_view name);

}  // namespace vanthu::intake
