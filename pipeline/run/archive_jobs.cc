#include "pipeline/run/archive_jobs.h"

#include <system_error>
#include <vector>

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;
using archive::Archive;
using archive::OpenMode;

}  // namespace

Result<archive::SearchAnswer> SearchArchive(const fs::path& dir, std::string_view query,
                                            const archive::SearchOptions& options) {
  Result<Archive> archive = Archive::Open(dir, OpenMode::kReadOnly);
  if (!archive.ok()) return archive.error();
  return archive::Search(*archive, query, options);
}

Result<archive::StoredLetter> ShowLetter(const fs::path& dir, int64_t id) {
  Result<Archive> archive = Archive::Open(dir, OpenMode::kReadOnly);
  if (!archive.ok()) return archive.error();
  return archive->Get(id);
}

Result<std::vector<archive::FileInfo>> OtherFilesOf(const fs::path& dir, int64_t id) {
  Result<Archive> archive = Archive::Open(dir, OpenMode::kReadOnly);
  if (!archive.ok()) return archive.error();
  return archive::CompanionsOf(*archive, id);
}

Status CopyOriginal(const fs::path& dir, int64_t id, WhichFile which, const fs::path& to) {
  Result<Archive> archive = Archive::Open(dir, OpenMode::kReadOnly);
  if (!archive.ok()) return archive.error();
  Result<archive::StoredLetter> letter = archive->Get(id);
  if (!letter.ok()) return letter.error();
  std::string sha256 = letter->file.sha256;
  if (which == WhichFile::kOther) {
    const Result<std::vector<archive::FileInfo>> others = archive::CompanionsOf(*archive, id);
    if (!others.ok()) return others.error();
    if (others->empty()) return Error{ErrorCode::kNotFound, "the letter has no other file", "", 0};
    sha256 = others->front().sha256;
  }
  std::error_code failed;
  if (fs::exists(to, failed))
    return Error{ErrorCode::kUsage, "is there already and is not overwritten", to.string(), 0};
  fs::copy_file(archive->OriginalPath(sha256), to, failed);
  if (failed) return Error{ErrorCode::kDisk, failed.message(), to.string(), 0};
  return Done{};
}

Status EachLetter(const fs::path& dir,
                  const std::function<Status(const archive::StoredLetter&)>& take) {
  Result<Archive> archive = Archive::Open(dir, OpenMode::kReadOnly);
  if (!archive.ok()) return archive.error();
  Result<std::vector<int64_t>> ids = archive->LetterIds();
  if (!ids.ok()) return ids.error();
  for (int64_t id : *ids) {
    Result<archive::StoredLetter> letter = archive->Get(id);
    if (!letter.ok()) return letter.error();
    if (Status taken = take(*letter); !taken.ok()) return taken;
  }
  return Done{};
}

}  // namespace vanthu::run
