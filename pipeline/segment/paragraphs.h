// Where paragraphs begin in a text that does not say so: lines without boxes and without blank lines
// between paragraphs, as a text layer or a word processor saves them.
#pragma once

#include <cstddef>

#include "models/document/letter.h"

namespace vanthu::segment {

// Sets Line::starts_paragraph of the lines from `begin` on that have no box. Lines that the source
// already marked stay marked. Pages with boxes and cells of tables are left alone.
void FindParagraphs(Letter& letter, size_t begin);

}  // namespace vanthu::segment
