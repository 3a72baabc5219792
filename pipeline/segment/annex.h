// Annexes (phụ lục, văn bản kèm theo): what follows the signature.
#pragma once

#include <cstddef>

#include "models/document/letter.h"

namespace vanthu::segment {

// Cuts the lines from `begin` on into annexes, fills Letter::annexes and sets LetterLine::annex. An
// annex begins at "Phụ lục …", at a title in capitals over a caption ("Kèm theo Công văn số …", or
// the letter's own number), or where the foot ended and a title follows. Lines before the first
// annex keep annex -1.
void MarkAnnexes(Letter& letter, size_t begin);

}  // namespace vanthu::segment
