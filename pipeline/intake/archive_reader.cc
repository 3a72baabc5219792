#include "pipeline/intake/archive_reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <utility>

#include "models/text/normalize.h"
#include "pipeline/intake/bytes.h"
#include "pipeline/intake/encoding.h"

namespace vanthu::intake {
namespace {

constexpr size_t kBlock = size_t{64} << 10;

std::string NameOf(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  if (name == nullptr) return "(no name)";
  if (IsValidUtf8(name)) return CleanLine(name);
  return CleanLine(DecodeCharset(name, "ibm-437").value_or(name));
}

}  // namespace

ArchiveReader::ArchiveReader(archive* handle, std::filesystem::path file)
    : handle_(handle, archive_read_free), file_(std::move(file)) {}

Error ArchiveReader::Damaged() const {
  const char* reason = archive_error_string(handle_.get());
  return FileError(ErrorCode::kDamaged,
                   std::string("the ZIP is damaged: ") + (reason == nullptr ? "unknown" : reason),
                   file_);
}

Result<ArchiveReader> ArchiveReader::Open(const std::filesystem::path& file) {
  ArchiveReader reader(archive_read_new(), file);
  archive_read_support_format_zip(reader.handle_.get());
  if (archive_read_open_filename(reader.handle_.get(), file.c_str(), kBlock) != ARCHIVE_OK) {
    return reader.Damaged();
  }
  return reader;
}

Result<std::optional<ArchiveEntry>> ArchiveReader::Next() {
  const int status = archive_read_next_header(handle_.get(), &entry_);
  if (status == ARCHIVE_EOF) return std::optional<ArchiveEntry>();
  if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return Damaged();
  ArchiveEntry entry;
  entry.name = NameOf(entry_);
  entry.folder = archive_entry_filetype(entry_) == AE_IFDIR || entry.name.ends_with('/');
  entry.encrypted = archive_entry_is_encrypted(entry_) != 0;
  return std::optional<ArchiveEntry>(std::move(entry));
}

Status ArchiveReader::ReadData(const std::function<bool(std::string_view)>& sink) {
  while (true) {
    const void* block = nullptr;
    size_t size = 0;
    la_int64_t offset = 0;
    const int status = archive_read_data_block(handle_.get(), &block, &size, &offset);
    if (status == ARCHIVE_EOF) return Done{};
    if (status != ARCHIVE_OK) return Damaged();  // a wrong checksum is but a warning to libarchive
    if (!sink({static_cast<const char*>(block), size})) return Done{};
  }
}

uint64_t ArchiveReader::packed_bytes() const {
  return static_cast<uint64_t>(archive_filter_bytes(handle_.get(), -1));
}

}  // namespace vanthu::intake
