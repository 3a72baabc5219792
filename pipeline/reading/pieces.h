// Strips far longer than a sheet, handed to the engine sheet by sheet: its time grows faster than the
// page, and it takes a strip for one column.
#pragma once

#include <vector>

#include "models/core/result.h"
#include "pipeline/reading/engine.h"

namespace vanthu::reading {

// As Engine::Recognize. An image up to twice as high as a page that is read goes to it whole; a higher
// one is cut where rows of paper are, else through the ink. Lines are counted on over the pieces.
Result<std::vector<ReadWord>> RecognizeInPieces(Engine& engine, const image::Image& image,
                                                double dpi);

}  // namespace vanthu::reading
