#include "pipeline/run/watch_job.h"

#include <algorithm>
#include <optional>
#include <set>
#include <system_error>
#include <thread>
#include <utility>

#include "pipeline/run/inbox.h"

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// So many files a round: long rounds keep the archive from others, short ones start workers in vain.
constexpr size_t kFilesOfARound = 500;
// How soon a stop is seen.
constexpr std::chrono::milliseconds kNap{100};

// Errors that may be over in a while.
bool MayPass(ErrorCode code) {
  return code == ErrorCode::kBusy || code == ErrorCode::kDisk || code == ErrorCode::kUnreadable;
}

class Watch {
 public:
  Watch(const WatchOptions& options, const std::atomic<bool>& stop, const WatchEvents& events)
      : options_(options),
        stop_(stop),
        events_(events),
        inbox_(options.inbox, {options.done, options.failed}, options.ignore, options.settle) {}

  Result<ImportReport> Run() {
    while (!stop_) {
      Result<std::vector<fs::path>> ready = inbox_.Ready(Clock::now());
      Status went = Done{};
      if (!ready.ok()) {
        went = ready.error();
      } else if (!ready->empty()) {
        const bool more = ready->size() > kFilesOfARound;
        if (more) ready->resize(kFilesOfARound);
        went = Round(*std::move(ready));
        if (went.ok() && more) continue;
      } else if (options_.end == WatchEnd::kEmpty && !inbox_.waiting()) {
        break;
      }
      if (!went.ok() && went.error().code == ErrorCode::kInterrupted) break;
      if (!went.ok() && (!MayPass(went.error().code) || options_.end == WatchEnd::kEmpty))
        return went.error();
      Tell(went);
      Sleep();
    }
    return sum_;
  }

 private:
  Status Round(std::vector<fs::path> files) {
    ImportOptions import = options_.import;
    import.paths = files;
    Mover mover({{options_.inbox},
                 options_.done,
                 options_.failed,
                 options_.reason,
                 [this](const fs::path& file) { return inbox_.IsAsSeen(file); }},
                events_.move);
    ImportEvents events = events_.import;
    std::set<fs::path> twins;  // passed over because the same bytes were being read
    events.file = [&](const ImportedFile& file) {
      if (file.state == ImportState::kSkipped) twins.insert(OuterFile(file.name));
      events_.import.file(file);
    };
    events.settled = [&](const std::vector<ImportedFile>& settled) {
      for (const ImportedFile& file : settled) twins.erase(OuterFile(file.name));
      mover.Settled(settled);
    };
    for (const fs::path& file : files) inbox_.Take(file);
    const Result<ImportReport> round = RunImport(import, stop_, events);
    if (!round.ok()) {
      for (const fs::path& file : files) inbox_.GiveBack(file);
      return round.error();
    }
    for (const fs::path& file : twins) inbox_.GiveBack(file);  // their turn is in the next round
    mover.Finish();
    sum_.imported += round->imported;
    sum_.partly += round->partly;
    sum_.skipped += round->skipped;
    sum_.failed += round->failed;
    sum_.letters += round->letters;
    sum_.pages += round->pages;
    return Done{};
  }

  void Tell(const Status& went) {
    if (went.ok()) {
      told_.reset();
    } else if (told_ != went.error().code) {
      told_ = went.error().code;
      events_.trouble(went.error());
    }
  }

  void Sleep() const {
    const Clock::time_point until = Clock::now() + options_.interval;
    while (!stop_ && Clock::now() < until)
      std::this_thread::sleep_for(std::min<Clock::duration>(kNap, until - Clock::now()));
  }

  const WatchOptions& options_;
  const std::atomic<bool>& stop_;
  const WatchEvents& events_;
  Inbox inbox_;
  std::optional<ErrorCode> told_;
  ImportReport sum_;
};

}  // namespace

Status CheckWatch(const WatchOptions& options) {
  const auto wrong = [](const char* why) { return Error{ErrorCode::kUsage, why, "", 0}; };
  if (options.settle.count() < 0) return wrong("the time to come to rest is below 0");
  if (options.interval.count() <= 0) return wrong("the time between two looks must be above 0");
  std::error_code ignored;
  if (!fs::is_directory(options.inbox, ignored))
    return Error{ErrorCode::kNotFound, "there is no such folder", options.inbox.string(), 0};
  ImportOptions import = options.import;
  import.paths = {options.inbox};
  return CheckImport(import);
}

Result<ImportReport> RunWatch(const WatchOptions& options, const std::atomic<bool>& stop,
                              const WatchEvents& events) {
  if (Status checked = CheckWatch(options); !checked.ok()) return checked.error();
  return Watch(options, stop, events).Run();
}

}  // namespace vanthu::run
