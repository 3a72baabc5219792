#include "pipeline/archive/file_ops.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

namespace vanthu::archive {
namespace {

Error DiskError(std::string_view what, const std::filesystem::path& file, int number) {
  return {ErrorCode::kDisk, fmt::format("{}: {}", what, std::generic_category().message(number)),
          file.string(), 0};
}

class RealFileOps : public FileOps {
 public:
  Status MakeFolder(const std::filesystem::path& folder) override {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return DiskError("the folder cannot be made", folder, error.value());
    return Done{};
  }

  Result<int> Create(const std::filesystem::path& file) override {
    const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (descriptor < 0) return DiskError("the file cannot be made", file, errno);
    return descriptor;
  }

  Status Write(int descriptor, std::string_view bytes) override {
    while (!bytes.empty()) {
      const ssize_t written = write(descriptor, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return DiskError("writing failed", "", errno);
      bytes.remove_prefix(static_cast<size_t>(written));
    }
    return Done{};
  }

  Status Sync(int descriptor) override {
    if (fsync(descriptor) != 0) return DiskError("writing to disk failed", "", errno);
    return Done{};
  }

  Status Close(int descriptor) override {
    if (close(descriptor) != 0) return DiskError("closing failed", "", errno);
    return Done{};
  }

  Status Rename(const std::filesystem::path& from, const std::filesystem::path& to) override {
    if (rename(from.c_str(), to.c_str()) != 0) return DiskError("renaming failed", to, errno);
    const int folder = open(to.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return DiskError("the folder cannot be opened", to.parent_path(), errno);
    const Status synced = Sync(folder);
    close(folder);
    return synced;
  }

  Status Remove(const std::filesystem::path& file) override {
    if (unlink(file.c_str()) != 0 && errno != ENOENT) {
      return DiskError("removing failed", file, errno);
    }
    return Done{};
  }
};

}  // namespace

FileOps& DiskFileOps() {
  static RealFileOps ops;
  return ops;
}

}  // namespace vanthu::archive
