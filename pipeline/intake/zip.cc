// Unpacking ZIPs, also inside each other, within limits. Names only travel as text.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <utility>

#include "pipeline/intake/archive_reader.h"
#include "pipeline/intake/bytes.h"
#include "pipeline/intake/intake.h"

namespace vanthu::intake {
namespace {

// Below this a high ratio does no harm: a form of one megabyte of blanks packs 1000 to 1.
constexpr uint64_t kRatioFreeBytes = uint64_t{10} << 20;

// What systems leave in ZIPs beside the user's files.
bool IsLitter(std::string_view name) {
  const size_t slash = name.rfind('/');
  const std::string_view base = slash == std::string_view::npos ? name : name.substr(slash + 1);
  return name.starts_with("__MACOSX/") || name.find("/__MACOSX/") != std::string_view::npos ||
         base == ".DS_Store" || base == "Thumbs.db" || base == "desktop.ini";
}

class Unpacker {
 public:
  Unpacker(std::filesystem::path folder, const Limits& limits, uint64_t packed_bytes)
      : folder_(std::move(folder)),
        limits_(limits),
        max_total_(std::min(
            limits.max_unpacked_bytes,
            kRatioFreeBytes + packed_bytes * static_cast<uint64_t>(limits.max_unpack_ratio))) {}

  // `prefix`: the names of the ZIPs around this one, each with a "/".
  Status Unpack(const std::filesystem::path& zip, const std::string& prefix, int depth) {
    auto reader = ArchiveReader::Open(zip);
    if (!reader) return reader.error();
    bool any = false;
    while (!full_) {
      const auto entry = reader->Next();
      if (!entry) {
        if (!any) return entry.error();
        Refuse(prefix, entry.error());
        break;
      }
      if (!entry->has_value()) break;
      any = true;
      if ((*entry)->folder || IsLitter((*entry)->name)) continue;
      const Status done = UnpackMember(*reader, **entry, prefix + (*entry)->name, depth);
      if (!done) return done;
    }
    return Done{};
  }

  Unpacked Take() { return std::move(unpacked_); }

 private:
  void Refuse(const std::string& name, Error error) {
    error.file = name;
    unpacked_.errors.push_back(std::move(error));
  }

  // An error only where the disk fails.
  Status UnpackMember(ArchiveReader& reader, const ArchiveEntry& entry, const std::string& name,
                      int depth) {
    if (entry.encrypted) {
      Refuse(name, FileError(ErrorCode::kEncrypted, "it is encrypted in the ZIP", {}));
      return Done{};
    }
    if (++members_ > limits_.max_members) {
      full_ = true;
      Refuse(name,
             FileError(ErrorCode::kLimit, "the ZIP has more members than the limit allows", {}));
      return Done{};
    }
    const std::filesystem::path file = folder_ / ("member-" + std::to_string(members_));
    const auto written = Write(reader, file);
    const bool kept = written.ok() && written->empty();
    std::error_code ignored;
    if (!kept) std::filesystem::remove(file, ignored);
    if (!written && written.error().code == ErrorCode::kDisk) return written.error();
    if (!written) {
      Refuse(name, written.error());
    } else if (!kept) {
      Refuse(name, FileError(ErrorCode::kLimit, *written, {}));
    } else if (const auto type = Sniff(file); type.ok() && *type == MediaType::kZip) {
      return UnpackNested(file, name, depth);
    } else {
      unpacked_.members.push_back({name, file});
    }
    return Done{};
  }

  Status UnpackNested(const std::filesystem::path& zip, const std::string& name, int depth) {
    if (depth >= limits_.max_nesting) {
      Refuse(name,
             FileError(ErrorCode::kLimit, "ZIPs are nested deeper than the limit allows", {}));
    } else if (const Status done = Unpack(zip, name + "/", depth + 1); !done) {
      if (done.error().code == ErrorCode::kDisk) return done;
      Refuse(name, done.error());
    }
    std::error_code ignored;
    std::filesystem::remove(zip, ignored);
    return Done{};
  }

  // Empty where all was written, else the limit that was passed.
  Result<std::string> Write(ArchiveReader& reader, const std::filesystem::path& file) {
    std::ofstream out(file, std::ios::binary);
    uint64_t size = 0;
    std::string limit;
    const Status read = reader.ReadData([&](std::string_view block) {
      size += block.size();
      total_ += block.size();
      if (size > limits_.max_member_bytes) limit = "it is larger than the limit allows";
      if (total_ > max_total_) {
        limit = "the ZIP unpacks to more than the limit allows";
        full_ = true;
      }
      out.write(block.data(), static_cast<std::streamsize>(block.size()));
      return limit.empty() && out.good();
    });
    out.close();
    if (!out) return FileError(ErrorCode::kDisk, "the unpacked file cannot be written", file);
    if (!read) return read.error();
    return limit;
  }

  std::filesystem::path folder_;
  Limits limits_;
  uint64_t max_total_;
  uint64_t total_ = 0;
  int members_ = 0;
  bool full_ = false;
  Unpacked unpacked_;
};

}  // namespace

Result<Unpacked> UnpackZip(const std::filesystem::path& zip, const std::filesystem::path& folder,
                           const Limits& limits) {
  const auto size = CheckReadable(zip, limits.max_file_bytes);
  if (!size) return size.error();
  Unpacker unpacker(folder, limits, *size);
  const Status done = unpacker.Unpack(zip, "", 1);
  if (!done) return done.error();
  return unpacker.Take();
}

}  // namespace vanthu::intake
