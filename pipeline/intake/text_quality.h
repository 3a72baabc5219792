// Whether text that came with a file is Vietnamese as Unicode writes it, or must be read from the
// picture: TCVN3 and VNI under Latin-1 names, letters that the file draws one by one, glyphs
// without a meaning. Pure; knows words and the fonts they are set in, nothing of pages.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/text/legacy_guess.h"

namespace vanthu::intake {

// What is wrong, as the end of a sentence that begins with "the text layer "; none where the text
// can be trusted. Too little text to tell is trusted. Each text is a word or a line, NFC.
std::optional<std::string> FindTextFault(const std::vector<SetText>& texts);

// Letters of any script, digits not counted.
size_t CountLetters(std::string_view text);

}  // namespace vanthu::intake
