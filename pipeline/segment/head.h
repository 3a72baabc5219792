// The head of a letter: issuer, motto, number, place and date, V/v, title and trích yếu, Kính gửi.
// Source of the order: Decree 30/2020/ND-CP, Annex I; Circular 01/2011/TT-BNV; Guidance 36-HD/VPTW.
#pragma once

#include <cstddef>

#include "models/document/letter.h"

namespace vanthu::segment {

// Gives the lines of the head their zones. Returns the index of the first line of the body; 0 where
// the letter has no head at all.
size_t MarkHead(Letter& letter);

}  // namespace vanthu::segment
