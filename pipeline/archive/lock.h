// The archive's lock file: one writing process at a time. Let go by the system when the process
// dies, however it dies.
#pragma once

#include <filesystem>

#include "models/core/result.h"

namespace vanthu::archive {

class Lock {
 public:
  // kBusy where another process holds it, named in the message.
  static Result<Lock> Take(const std::filesystem::path& file);
  Lock(Lock&& other) noexcept;
  Lock& operator=(Lock&&) = delete;
  ~Lock();

 private:
  explicit Lock(int descriptor) : descriptor_(descriptor) {}

  int descriptor_ = -1;
};

}  // namespace vanthu::archive
