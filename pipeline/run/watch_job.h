// An inbox whose files are imported as they come: what `vanthu watch` does. In rounds: a look, an import of
// what has come to rest, files out of the inbox. The archive is open during a round alone, so that others
// may write in between; killed at any moment, what still lies in the inbox is taken again, and what the
// archive holds already only moves.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "models/core/result.h"
#include "pipeline/run/import_job.h"
#include "pipeline/run/mover.h"

namespace vanthu::run {

enum class WatchEnd {
  kNever,  // until it is stopped
  kEmpty,  // once nothing lies in the inbox that is still to be dealt with
};

struct WatchOptions {
  std::filesystem::path inbox;
  std::filesystem::path done, failed;  // may lie in the inbox, and are not looked into
  ImportOptions import;                // paths are left empty
  std::vector<std::string> ignore;     // inbox.h
  std::chrono::milliseconds settle{5000};
  std::chrono::milliseconds interval{2000};  // between two looks
  WatchEnd end = WatchEnd::kNever;
  // Of a file that failed, for a person: mover.h.
  std::function<std::string(const std::string& name, const std::vector<Error>& errors)> reason;
};

struct WatchEvents {
  ImportEvents import;  // `settled` is left empty
  MoveEvents move;
  // What keeps it from going on for now (the inbox is away, the archive is in use, the disk is full): told
  // once, until a round goes well again.
  std::function<void(const Error&)> trouble;
};

// kUsage where an option is out of range; kNotFound where the inbox is no folder.
Status CheckWatch(const WatchOptions& options);

// Until `stop` is set, which is no error: files of a round that was cut short stay in the inbox. Answers
// the sums of all rounds. Errors: those of CheckWatch, and of an archive that cannot be used at all.
Result<ImportReport> RunWatch(const WatchOptions& options, const std::atomic<bool>& stop,
                              const WatchEvents& events);

}  // namespace vanthu::run
