#include "pipeline/run/temp_folder.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>

namespace vanthu::run {

Result<TempFolder> TempFolder::Make(const std::filesystem::path& parent) {
  std::error_code failed;
  std::filesystem::create_directories(parent, failed);
  if (failed) return Error{ErrorCode::kDisk, failed.message(), parent.string(), 0};
  std::string name = (parent / "vanthu-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr)
    return Error{ErrorCode::kDisk, std::strerror(errno), parent.string(), 0};
  return TempFolder(std::filesystem::path(name));
}

TempFolder::TempFolder(TempFolder&& other) noexcept : path_(std::move(other.path_)) {
  other.path_.clear();
}

TempFolder::~TempFolder() {
  // What cannot be removed is left to the system's own cleaning of temporary files.
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace vanthu::run
