#include "pipeline/archive/lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

namespace vanthu::archive {
namespace {

Error LockError(const std::filesystem::path& file, int number) {
  return {ErrorCode::kDisk,
          fmt::format("the archive cannot be locked: {}", std::generic_category().message(number)),
          file.string(), 0};
}

std::string HolderOf(int descriptor) {
  std::array<char, 32> bytes;
  const ssize_t size = pread(descriptor, bytes.data(), bytes.size(), 0);
  std::string holder(bytes.data(), size > 0 ? static_cast<size_t>(size) : 0);
  while (!holder.empty() && holder.back() == '\n') holder.pop_back();
  return holder;
}

}  // namespace

Result<Lock> Lock::Take(const std::filesystem::path& file) {
  const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor < 0) return LockError(file, errno);
  Lock lock(descriptor);
  if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return LockError(file, errno);
    return Error{ErrorCode::kBusy,
                 fmt::format("another vanthu is writing to the archive (process {}): wait for it "
                             "or stop it",
                             HolderOf(descriptor)),
                 file.parent_path().string(), 0};
  }
  // The number is for the message alone: a full disk must not keep anybody from opening.
  const std::string holder = fmt::format("{}\n", getpid());
  if (ftruncate(descriptor, 0) == 0) {
    [[maybe_unused]] const ssize_t written = pwrite(descriptor, holder.data(), holder.size(), 0);
  }
  return lock;
}

Lock::Lock(Lock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

Lock::~Lock() {
  if (descriptor_ >= 0) close(descriptor_);
}

}  // namespace vanthu::archive
