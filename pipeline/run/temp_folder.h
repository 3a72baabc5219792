// A folder for what is needed for a moment, removed with everything in it when its owner ends.
#pragma once

#include <filesystem>

#include "models/core/result.h"

namespace vanthu::run {

class TempFolder {
 public:
  // A new folder of a name of its own under `parent`, which is made where it is not there.
  static Result<TempFolder> Make(const std::filesystem::path& parent);
  TempFolder(TempFolder&& other) noexcept;
  TempFolder& operator=(TempFolder&&) = delete;
  ~TempFolder();

  const std::filesystem::path& path() const { return path_; }

 private:
  explicit TempFolder(std::filesystem::path path) : path_(std::move(path)) {}

  std::filesystem::path path_;  // empty once moved from
};

}  // namespace vanthu::run
