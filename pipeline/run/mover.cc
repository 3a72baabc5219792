#include "pipeline/run/mover.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "pipeline/intake/intake.h"
#include "pipeline/run/write_file.h"

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;

Error DiskError(const fs::path& file, const std::error_code& why) {
  return {ErrorCode::kDisk, why.message(), file.string(), 0};
}

fs::path FreeName(const fs::path& wanted) {
  std::error_code ignored;
  fs::path free = wanted;
  for (int n = 2; fs::exists(fs::symlink_status(free, ignored)); ++n)
    free = wanted.parent_path() /
           (wanted.stem().string() + "-" + std::to_string(n) + wanted.extension().string());
  return free;
}

// Half a file never stands under its final name, and the old one goes last.
Status CopyOver(const fs::path& from, const fs::path& to) {
  std::error_code failed;
  const fs::path part = to.string() + ".part";
  if (fs::copy_file(from, part, fs::copy_options::overwrite_existing, failed); failed)
    return DiskError(part, failed);
  if (fs::rename(part, to, failed); failed) return DiskError(to, failed);
  if (fs::remove(from, failed); failed) return DiskError(from, failed);
  return Done{};
}

}  // namespace

fs::path OuterFile(const std::string& name) {
  std::error_code ignored;
  for (size_t mark = name.find('!'); mark != std::string::npos && !fs::exists(name, ignored);
       mark = name.find('!', mark + 1))
    if (fs::is_regular_file(name.substr(0, mark), ignored)) return name.substr(0, mark);
  return name;
}

Result<fs::path> MoveFile(const fs::path& from, const fs::path& to) {
  std::error_code failed;
  if (fs::create_directories(to.parent_path(), failed); failed)
    return DiskError(to.parent_path(), failed);
  const fs::path free = FreeName(to);
  fs::rename(from, free, failed);
  if (failed == std::errc::cross_device_link) {
    if (Status copied = CopyOver(from, free); !copied.ok()) return copied.error();
  } else if (failed) {
    return DiskError(from, failed);
  }
  return free;
}

void Mover::Settled(const std::vector<ImportedFile>& files) {
  for (const ImportedFile& file : files) {
    const fs::path outer = OuterFile(file.name);
    const bool failed = file.state == ImportState::kFailed;
    if (outer == file.name) {
      Move(outer, file.sha256, failed ? file.errors : std::vector<Error>());
    } else {
      std::vector<Error>& errors = zips_[outer];
      if (failed) errors.insert(errors.end(), file.errors.begin(), file.errors.end());
    }
  }
}

void Mover::Finish() {
  for (const auto& [zip, errors] : zips_) Move(zip, "", errors);
  zips_.clear();
}

void Mover::Move(const fs::path& file, const std::string& sha256,
                 const std::vector<Error>& errors) {
  const bool failed = !errors.empty();
  std::error_code ignored;
  if ((failed && !options_.failed) || !fs::is_regular_file(file, ignored)) return;
  if (options_.unchanged && !options_.unchanged(file)) return;
  if (!sha256.empty()) {
    const Result<std::string> now = intake::Sha256OfFile(file);
    if (!now.ok() || *now != sha256) return;
  }
  const fs::path folder = failed ? *options_.failed : options_.done;
  const Result<fs::path> moved = MoveFile(file, folder / PlaceOf(file));
  if (!moved.ok()) return events_.cannot(moved.error());
  events_.moved(file, *moved);
  if (!failed || !options_.reason) return;
  const Status written =
      WriteFile(moved->string() + ".reason.txt", options_.reason(file.string(), errors));
  if (!written.ok()) events_.cannot(written.error());
}

fs::path Mover::PlaceOf(const fs::path& file) const {
  for (const fs::path& root : options_.roots) {
    const fs::path way = file.lexically_normal().lexically_relative(root.lexically_normal());
    if (!way.empty() && *way.begin() != ".." && way != ".") return way;
  }
  return file.filename();
}

}  // namespace vanthu::run
