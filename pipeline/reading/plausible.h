// Whether what an engine read is text at all. It answers to every picture; of photographs, noise and
// foreign scripts it makes words that nobody wrote.
#pragma once

#include <string_view>
#include <vector>

#include "models/document/page.h"
#include "pipeline/reading/engine.h"
#include "pipeline/reading/sheet.h"

namespace vanthu::reading {

enum class TextKind {
  kVietnamese,  // or too little to tell
  kOtherLatin,  // sure words that are no Vietnamese syllables: English
  kForeign,     // lines of print that no word can be made of: another script
  kNoise,       // no print
};

// Whether the letters of a word, without the signs around and in it, are a Vietnamese syllable.
bool ReadsAsSyllable(std::string_view word);

// `line_confidence`: how much rows of ink and gaps alternate (image::Skew::confidence).
TextKind Judge(const std::vector<ReadWord>& words, double line_confidence);

// Takes away the words of a page that is no Vietnamese or Latin text, and says so in a diagnostic:
// not_text, foreign_script; not_vietnamese where the words stay.
void DropImplausible(Sheet& sheet, Page& page);

}  // namespace vanthu::reading
