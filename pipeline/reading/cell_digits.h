// Digits that stand alone in a cell: an engine that is trained on lines of text takes a lone 7 for "#".
#pragma once

#include <optional>
#include <vector>

#include "pipeline/image/pix.h"
#include "pipeline/reading/engine.h"

namespace vanthu::reading {

// The number in a cell of a few digits, where the digit net is sure of each and `read`, what the engine
// made of it, is no number or nothing. `cell` has paper round its ink.
std::optional<ReadWord> LoneDigits(const image::Image& cell, const std::vector<ReadWord>& read);

}  // namespace vanthu::reading
