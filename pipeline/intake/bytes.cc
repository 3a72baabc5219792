#include "pipeline/intake/bytes.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

namespace vanthu::intake {
namespace {

uint32_t Byte(std::string_view bytes, size_t at) { return static_cast<unsigned char>(bytes[at]); }

}  // namespace

Error FileError(ErrorCode code, std::string message, const std::filesystem::path& file) {
  return Error{code, std::move(message), file.string()};
}

Result<uint64_t> CheckReadable(const std::filesystem::path& file, uint64_t max_bytes) {
  std::error_code failure;
  const auto status = std::filesystem::status(file, failure);
  if (status.type() == std::filesystem::file_type::not_found) {
    return FileError(ErrorCode::kNotFound, "there is no such file", file);
  }
  if (failure) return FileError(ErrorCode::kUnreadable, failure.message(), file);
  if (std::filesystem::is_directory(status)) {
    return FileError(ErrorCode::kUnreadable, "it is a folder", file);
  }
  if (!std::filesystem::is_regular_file(status)) {
    return FileError(ErrorCode::kUnreadable, "it is not a regular file", file);
  }
  const uint64_t size = std::filesystem::file_size(file, failure);
  if (failure) return FileError(ErrorCode::kUnreadable, failure.message(), file);
  if (size == 0) return FileError(ErrorCode::kDamaged, "the file is empty", file);
  if (size > max_bytes) {
    return FileError(ErrorCode::kLimit, "the file is larger than the limit allows", file);
  }
  const auto first = ReadHead(file, 1);
  if (!first) return first.error();
  return size;
}

Result<std::string> ReadPart(const std::filesystem::path& file, uint64_t offset, size_t count) {
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return FileError(ErrorCode::kUnreadable, std::strerror(errno), file);
  stream.seekg(static_cast<std::streamoff>(offset));
  std::string bytes(count, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(count));
  if (stream.bad()) return FileError(ErrorCode::kUnreadable, std::strerror(errno), file);
  bytes.resize(static_cast<size_t>(stream.gcount()));
  return bytes;
}

Result<std::string> ReadHead(const std::filesystem::path& file, size_t count) {
  return ReadPart(file, 0, count);
}

Result<std::string> ReadWhole(const std::filesystem::path& file, uint64_t max_bytes) {
  const auto size = CheckReadable(file, max_bytes);
  if (!size) return size.error();
  return ReadHead(file, static_cast<size_t>(*size));
}

uint32_t Little16(std::string_view bytes, size_t at) {
  return at + 2 > bytes.size() ? 0 : Byte(bytes, at) | Byte(bytes, at + 1) << 8;
}
uint32_t Little32(std::string_view bytes, size_t at) {
  return at + 4 > bytes.size() ? 0 : Little16(bytes, at) | Little16(bytes, at + 2) << 16;
}
uint32_t Big16(std::string_view bytes, size_t at) {
  return at + 2 > bytes.size() ? 0 : Byte(bytes, at) << 8 | Byte(bytes, at + 1);
}
uint32_t Big32(std::string_view bytes, size_t at) {
  return at + 4 > bytes.size() ? 0 : Big16(bytes, at) << 16 | Big16(bytes, at + 2);
}

}  // namespace vanthu::intake
