// libarchive behind values: the members of a ZIP one after the other. Not for writing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "models/core/result.h"

struct archive;
struct archive_entry;

namespace vanthu::intake {

struct ArchiveEntry {
  std::string name;  // UTF-8; names in other encodings are taken for CP437
  bool folder = false;
  bool encrypted = false;
};

class ArchiveReader {
 public:
  // kDamaged where the file cannot be read as a ZIP.
  static Result<ArchiveReader> Open(const std::filesystem::path& file);

  // The next member, none at the end. kDamaged where the ZIP breaks off.
  Result<std::optional<ArchiveEntry>> Next();

  // The bytes of the member that Next gave, block by block. `sink` returns false to stop, which is
  // not an error. kDamaged where the member is broken.
  Status ReadData(const std::function<bool(std::string_view)>& sink);

  // Bytes read from the ZIP itself so far.
  uint64_t packed_bytes() const;

 private:
  ArchiveReader(archive* handle, std::filesystem::path file);
  Error Damaged() const;

  std::unique_ptr<archive, int (*)(archive*)> handle_;
  std::filesystem::path file_;
  archive_entry* entry_ = nullptr;  // owned by the handle
};

}  // namespace vanthu::intake
