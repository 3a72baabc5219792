#include "pipeline/run/write_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>

namespace vanthu::run {

Status WriteFile(const std::filesystem::path& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << bytes;
  out.close();
  if (!out) return Error{ErrorCode::kDisk, std::strerror(errno), file.string(), 0};
  return Done{};
}

}  // namespace vanthu::run
