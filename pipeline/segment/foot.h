// The foot of a letter: closing formula, Nơi nhận, authority, title and name of the signers.
#pragma once

#include <cstddef>

#include "models/document/letter.h"

namespace vanthu::segment {

// Gives the lines of the foot their zones, looking from line `body` on. Returns the index of the first
// line after the foot (an annex, or the end). A letter without a foot ends where its first captioned
// annex begins, else at lines.size().
size_t MarkFoot(Letter& letter, size_t body);

}  // namespace vanthu::segment
