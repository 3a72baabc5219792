// A whole file at once, for results.
#pragma once

#include <filesystem>
#include <string_view>

#include "models/core/result.h"

namespace vanthu::run {

// What was there is written over. kDisk names the file.
Status WriteFile(const std::filesystem::path& file, std::string_view bytes);

}  // namespace vanthu::run
