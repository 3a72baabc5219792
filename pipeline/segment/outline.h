// The body as a tree: Phần, Chương, Mục, Tiểu mục, Điều, I, 1, 1.1, a, and headings behind a dash.
// Source of the order: Decree 30/2020/ND-CP, Annex I, part II, component 6.
#pragma once

#include <cstddef>

#include "models/document/letter.h"

namespace vanthu::segment {

// Finds the sections among lines [begin, end) that have no zone yet or are annex titles, fills
// Letter::sections and sets LetterLine::section; lines without a zone become kHeading or kBody.
void MarkOutline(Letter& letter, size_t begin, size_t end);

}  // namespace vanthu::segment
