// Reading and writing whole files.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "result.h"

namespace vanthu::corpus {

Result<std::string> ReadFile(const std::filesystem::path& path);
// Makes the folder when it is missing.
Status WriteFile(const std::filesystem::path& path, std::string_view bytes);

}  // namespace vanthu::corpus
