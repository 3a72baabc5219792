// The seam through which the archive writes files of its own (originals, lock); the database writes
// through SQLite. Tests put in one that fails.
#pragma once

#include <filesystem>
#include <string_view>

#include "models/core/result.h"

namespace vanthu::archive {

// Errors: kDisk for what a full, broken or read-only disk causes, with the path in Error::file.
class FileOps {
 public:
  virtual ~FileOps() = default;

  // With the folders above it; one that is there already is no error.
  virtual Status MakeFolder(const std::filesystem::path& folder) = 0;
  // A new empty file for writing; what was there is cut to nothing. Close() ends it.
  virtual Result<int> Create(const std::filesystem::path& file) = 0;
  virtual Status Write(int descriptor, std::string_view bytes) = 0;
  // Makes what was written to a file survive a power cut.
  virtual Status Sync(int descriptor) = 0;
  virtual Status Close(int descriptor) = 0;
  // Replaces `to` in one step, and makes the new name survive a power cut.
  virtual Status Rename(const std::filesystem::path& from, const std::filesystem::path& to) = 0;
  // A file that is not there is no error.
  virtual Status Remove(const std::filesystem::path& file) = 0;
};

// The real one. Lives as long as the program.
FileOps& DiskFileOps();

}  // namespace vanthu::archive
