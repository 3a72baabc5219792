// What lies in a folder that is watched, and what of it has come to rest: a file that is still being
// copied grows, and nobody says when it is whole. Looks again and again, which works on network shares as
// well, where no notice of a change comes.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"

namespace vanthu::run {

// Whether a name is one of those that programs give to what is not yet, or not at all, a document: hidden
// ones (.x), locks of office programs (~$x), halves of downloads and copies (x.part, x.tmp, …), Thumbs.db;
// or fits one of the patterns (*.bak, as in a shell, whole names).
bool IsPassing(std::string_view name, const std::vector<std::string>& patterns);

class Inbox {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // `apart`: folders below it that are not looked into.
  Inbox(std::filesystem::path folder, std::set<std::filesystem::path> apart,
        std::vector<std::string> ignore, std::chrono::milliseconds settle);

  // Files to any depth, in sorted order, whose size and time have been the same for `settle`, and which
  // were not taken as they are now. Symbolic links are not followed. Errors: kUnreadable where the folder
  // cannot be looked into; what was seen before is kept then.
  Result<std::vector<std::filesystem::path>> Ready(Time now);
  // Whether the last look saw files that were not ready yet.
  bool waiting() const { return waiting_; }

  // The file was given away as it is: it is ready again once it changes.
  void Take(const std::filesystem::path& file);
  // It was not dealt with after all.
  void GiveBack(const std::filesystem::path& file);
  // Whether it is still as it was when it became ready.
  bool IsAsSeen(const std::filesystem::path& file) const;

 private:
  struct Stamp {
    uint64_t bytes = 0;
    std::filesystem::file_time_type written;
    bool operator==(const Stamp&) const = default;
  };
  struct Seen {
    Stamp stamp;
    Time since;
    bool taken = false;
  };
  static Result<Stamp> StampOf(const std::filesystem::path& file);
  Result<std::map<std::filesystem::path, Stamp>> List() const;

  const std::filesystem::path folder_;
  const std::set<std::filesystem::path> apart_;
  const std::vector<std::string> ignore_;
  const std::chrono::milliseconds settle_;
  std::map<std::filesystem::path, Seen> seen_;
  bool waiting_ = false;
};

}  // namespace vanthu::run
