// Footnotes, tied to their marks in the text.
#pragma once

#include "models/document/letter.h"

namespace vanthu::segment {

// Finds footnote texts ("[1] …" as the text gates write them; small print under the body on pages with
// boxes), fills Letter::footnotes and gives their lines Zone::kFootnote. A footnote whose mark stands
// nowhere in the text is kept, with a diagnostic.
void MarkFootnotes(Letter& letter);

}  // namespace vanthu::segment
