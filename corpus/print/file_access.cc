#include "file_access.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <system_error>

namespace vanthu::corpus {

Result<std::string> ReadFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{fmt::format("{}: {}", path.string(), std::strerror(errno))};
  std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (file.bad()) return Error{fmt::format("{}: reading failed", path.string())};
  return bytes;
}

Status WriteFile(const std::filesystem::path& path, std::string_view bytes) {
  std::error_code failed;
  std::filesystem::create_directories(path.parent_path(), failed);
  if (failed) return Error{fmt::format("{}: {}", path.parent_path().string(), failed.message())};
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) return Error{fmt::format("{}: writing failed", path.string())};
  return Ok();
}

}  // namespace vanthu::corpus
