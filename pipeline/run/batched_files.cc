#include "pipeline/run/batched_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;

Error DiskError(const fs::path& file) {
  return {ErrorCode::kDisk, std::strerror(errno), file.string(), 0};
}

Status SyncFileSystem(const fs::path& folder) {
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return DiskError(folder);
  const bool synced = syncfs(descriptor) == 0;
  const Error error = DiskError(folder);
  close(descriptor);
  if (!synced) return error;
  return Done{};
}

}  // namespace

Status BatchedFiles::MakeFolder(const fs::path& folder) { return disk_.MakeFolder(folder); }

Result<int> BatchedFiles::Create(const fs::path& file) { return disk_.Create(file); }

Status BatchedFiles::Write(int descriptor, std::string_view bytes) {
  return disk_.Write(descriptor, bytes);
}

Status BatchedFiles::Close(int descriptor) { return disk_.Close(descriptor); }

Status BatchedFiles::Remove(const fs::path& file) { return disk_.Remove(file); }

Status BatchedFiles::Sync(int /*descriptor*/) { return Done{}; }

Status BatchedFiles::Rename(const fs::path& from, const fs::path& to) {
  renamings_.push_back({from, to});
  return Done{};
}

Status BatchedFiles::Settle(const fs::path& folder) {
  if (renamings_.empty()) return Done{};
  if (Status synced = SyncFileSystem(folder); !synced.ok()) return synced;
  for (const Renaming& renaming : renamings_)
    if (std::rename(renaming.from.c_str(), renaming.to.c_str()) != 0) return DiskError(renaming.to);
  renamings_.clear();
  return SyncFileSystem(folder);
}

void BatchedFiles::Discard() {
  for (const Renaming& renaming : renamings_) {
    // What cannot be removed is written over when the file is imported again.
    static_cast<void>(disk_.Remove(renaming.from));
  }
  renamings_.clear();
}

}  // namespace vanthu::run
