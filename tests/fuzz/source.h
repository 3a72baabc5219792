// One promise for all gates that take files.
#pragma once

#include <string_view>

#include "pipeline/intake/intake.h"

namespace vanthu::fuzz {

// Opens the bytes as a file of that kind and reads its pages: each an error, or lines of clean text whose
// cells are cells of the page's grids.
void ReadSource(std::string_view bytes, intake::MediaType type);

}  // namespace vanthu::fuzz
