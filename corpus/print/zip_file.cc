#include "zip_file.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <memory>

namespace vanthu::corpus {
namespace {

struct FreeArchive {
  void operator()(archive* handle) const { archive_write_free(handle); }
};
struct FreeEntry {
  void operator()(archive_entry* handle) const { archive_entry_free(handle); }
};

la_ssize_t Append(archive*, void* target, const void* bytes, std::size_t size) {
  static_cast<std::string*>(target)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

}  // namespace

Result<std::string> PackZip(const std::vector<ZipPart>& parts) {
  std::string bytes;
  const std::unique_ptr<archive, FreeArchive> zip(archive_write_new());
  const auto failed = [&] {
    const char* reason = archive_error_string(zip.get());
    return Error{fmt::format("zip: {}", reason != nullptr ? reason : "failed")};
  };
  archive_write_set_format_zip(zip.get());
  archive_write_set_bytes_in_last_block(zip.get(), 1);
  if (archive_write_open(zip.get(), &bytes, nullptr, Append, nullptr) != ARCHIVE_OK) {
    return failed();
  }
  for (const ZipPart& part : parts) {
    const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), part.path.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(part.bytes.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    if (archive_write_header(zip.get(), entry.get()) != ARCHIVE_OK) return failed();
    if (archive_write_data(zip.get(), part.bytes.data(), part.bytes.size()) < 0) return failed();
  }
  if (archive_write_close(zip.get()) != ARCHIVE_OK) return failed();
  return bytes;
}

}  // namespace vanthu::corpus
