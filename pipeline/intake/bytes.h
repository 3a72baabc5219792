// The one place where intake reads the bytes of a file itself. Decoders that open a path on their
// own (poppler, Leptonica, libarchive) are called only after CheckReadable.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "models/core/result.h"

namespace vanthu::intake {

// An error about `file`.
Error FileError(ErrorCode code, std::string message, const std::filesystem::path& file);

// Size in bytes of a regular file that may be read. kNotFound, kUnreadable (no right, a folder, a
// device), kDamaged for an empty file, kLimit above max_bytes.
Result<uint64_t> CheckReadable(const std::filesystem::path& file, uint64_t max_bytes);

// The first `count` bytes, fewer where the file ends before. Not an error: an empty file.
Result<std::string> ReadHead(const std::filesystem::path& file, size_t count);

// `count` bytes from `offset`, fewer where the file ends before.
Result<std::string> ReadPart(const std::filesystem::path& file, uint64_t offset, size_t count);

// All of it; errors as CheckReadable.
Result<std::string> ReadWhole(const std::filesystem::path& file, uint64_t max_bytes);

// Unsigned numbers of 2 and 4 bytes at `at`, 0 where the bytes end before.
uint32_t Little16(std::string_view bytes, size_t at);
uint32_t Little32(std::string_view bytes, size_t at);
uint32_t Big16(std::string_view bytes, size_t at);
uint32_t Big32(std::string_view bytes, size_t at);

}  // namespace vanthu::intake
