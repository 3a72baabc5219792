// Files by their content: copied and hashed in one go, so that what is kept under a hash is what has it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "models/core/result.h"
#include "pipeline/archive/file_ops.h"

namespace vanthu::archive {

// SHA-256 as lower-case hex. kNotFound, kUnreadable.
Result<std::string> HashOfFile(const std::filesystem::path& file);

// Where the file of these bytes lies in the archive or backup `dir`: originals/ab/cdef….
std::filesystem::path OriginalIn(const std::filesystem::path& dir, std::string_view sha256);

// Copies `file` to `kept`, whose folder is made, unless something is there. kDamaged means that its bytes are not those
// of `sha256`. Half a file is never left under its final name.
Status KeepFile(FileOps& ops, const std::filesystem::path& file, const std::filesystem::path& kept,
                std::string_view sha256);

}  // namespace vanthu::archive
