#include "pipeline/run/inbox.h"

#include <fnmatch.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include "models/text/fold.h"

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;

// Office programs' locks, browsers' and file managers' halves, what Windows leaves in folders.
constexpr std::array<std::string_view, 3> kPassingStarts = {".", "~$", "~wrl"};
constexpr std::array<std::string_view, 7> kPassingEnds = {
    ".part", ".partial", ".tmp", ".temp", ".crdownload", ".filepart", ".download"};
constexpr std::array<std::string_view, 3> kPassingNames = {"thumbs.db", "desktop.ini",
                                                           "ehthumbs.db"};

}  // namespace

bool IsPassing(std::string_view name, const std::vector<std::string>& patterns) {
  const std::string folded = Fold(name);
  return std::ranges::any_of(kPassingStarts, [&](auto s) { return folded.starts_with(s); }) ||
         std::ranges::any_of(kPassingEnds, [&](auto s) { return folded.ends_with(s); }) ||
         std::ranges::count(kPassingNames, folded) > 0 ||
         std::ranges::any_of(patterns, [&](const std::string& pattern) {
           return fnmatch(pattern.c_str(), std::string(name).c_str(), 0) == 0;
         });
}

Inbox::Inbox(fs::path folder, std::set<fs::path> apart, std::vector<std::string> ignore,
             std::chrono::milliseconds settle)
    : folder_(std::move(folder)),
      apart_(std::move(apart)),
      ignore_(std::move(ignore)),
      settle_(settle) {}

Result<Inbox::Stamp> Inbox::StampOf(const fs::path& file) {
  std::error_code failed;
  Stamp stamp;
  stamp.bytes = fs::file_size(file, failed);
  if (!failed) stamp.written = fs::last_write_time(file, failed);
  if (failed) return Error{ErrorCode::kUnreadable, failed.message(), file.string(), 0};
  return stamp;
}

Result<std::map<fs::path, Inbox::Stamp>> Inbox::List() const {
  std::map<fs::path, Stamp> files;
  std::error_code failed;
  fs::recursive_directory_iterator at(folder_, failed);
  for (const fs::recursive_directory_iterator end; !failed && at != end; at.increment(failed)) {
    std::error_code gone;  // files come and go while we look
    const fs::file_status status = at->symlink_status(gone);
    if (gone) continue;
    const bool passing = IsPassing(at->path().filename().string(), ignore_);
    if (fs::is_directory(status)) {
      if (passing || apart_.contains(at->path())) at.disable_recursion_pending();
    } else if (fs::is_regular_file(status) && !passing) {
      const Result<Stamp> stamp = StampOf(at->path());
      if (stamp.ok()) files.emplace(at->path(), *stamp);
    }
  }
  if (failed) return Error{ErrorCode::kUnreadable, failed.message(), folder_.string(), 0};
  return files;
}

Result<std::vector<fs::path>> Inbox::Ready(Time now) {
  const Result<std::map<fs::path, Stamp>> files = List();
  if (!files.ok()) return files.error();
  std::erase_if(seen_, [&](const auto& seen) { return !files->contains(seen.first); });
  std::vector<fs::path> ready;
  waiting_ = false;
  for (const auto& [file, stamp] : *files) {
    const auto [at, is_new] = seen_.try_emplace(file, Seen{stamp, now, false});
    Seen& seen = at->second;
    if (!is_new && seen.stamp != stamp) seen = {stamp, now, false};
    if (seen.taken) continue;
    if (now - seen.since >= settle_) {
      ready.push_back(file);
    } else {
      waiting_ = true;
    }
  }
  return ready;
}

void Inbox::Take(const fs::path& file) {
  if (const auto seen = seen_.find(file); seen != seen_.end()) seen->second.taken = true;
}

void Inbox::GiveBack(const fs::path& file) {
  if (const auto seen = seen_.find(file); seen != seen_.end()) seen->second.taken = false;
}

bool Inbox::IsAsSeen(const fs::path& file) const {
  const auto seen = seen_.find(file);
  const Result<Stamp> now = StampOf(file);
  return seen != seen_.end() && now.ok() && *now == seen->second.stamp;
}

}  // namespace vanthu::run
