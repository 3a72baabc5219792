#include "pipeline/run/soffice_batch.h"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fstream>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kLook{50};
// Statuses with which LibreOffice asks to be started again, once its new profile is there.
constexpr int kRestartStatus = 81, kRestartAfterCrashStatus = 79;

Error Failed(ErrorCode code, std::string why) { return {code, std::move(why), "", 0}; }

// One process and what it started.
class Child {
 public:
  explicit Child(pid_t pid) : pid_(pid) {}
  ~Child() { End(); }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // The wait status once it has ended.
  std::optional<int> Ended() {
    int status = 0;
    if (pid_ > 0 && waitpid(pid_, &status, WNOHANG) == pid_) {
      kill(-pid_, SIGKILL);
      pid_ = -1;
      return status;
    }
    return std::nullopt;
  }

  void End() {
    if (pid_ <= 0) return;
    kill(-pid_, SIGKILL);
    kill(pid_, SIGKILL);
    while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
  }

 private:
  pid_t pid_;
};

enum class Ending { kDone, kRestart, kDied, kHung, kStopped, kNotStarted };

struct Course {
  Ending ending = Ending::kDone;
  std::string detail;
};

class Batch {
 public:
  Batch(const SofficeOptions& options, ProcessOutput output, const SofficeBatch& batch,
        const std::atomic<bool>& stop)
      : options_(options), output_(output), batch_(batch), stop_(stop) {}

  void Run() {
    const size_t count = batch_.call.files.size();
    bool restarted = false;
    while (next_ < count && !stop_) {
      const size_t begun = next_;
      const Course course = Call(AtOnce());
      if (course.ending == Ending::kStopped) return;
      if (course.ending == Ending::kRestart && !std::exchange(restarted, true)) continue;
      Judge(course, begun);
    }
  }

 private:
  // After a file at which it died or hung, which may not have been the one it was at.
  size_t AtOnce() const { return next_ < alone_until_ ? 1 : kMostFilesAtOnce; }

  fs::path ResultOf(size_t index) const {
    const SofficeCall& call = batch_.call;
    fs::path name = call.files[index].filename();
    return call.out / name.replace_extension(call.conversion->to);
  }

  bool HasResult(size_t index) const {
    std::error_code failed;
    const uintmax_t bytes = fs::file_size(ResultOf(index), failed);
    return !failed && bytes > 0;
  }

  // What it writes are ZIPs, whose directory comes last: what died in closing down had written it.
  bool IsWhole(size_t index) const {
    constexpr std::string_view kEnd = "PK\x05\x06";
    constexpr std::streamoff kEndBytes = 22;
    std::ifstream in(ResultOf(index), std::ios::binary);
    in.seekg(-kEndBytes, std::ios::end);
    std::array<char, kEnd.size()> begin{};
    in.read(begin.data(), begin.size());
    return in.good() && std::string_view(begin.data(), begin.size()) == kEnd;
  }

  // The last file of this call that something came out of; `next_` - 1 where none did.
  size_t LastResult() const {
    size_t last = next_ - 1;
    for (size_t i = next_; i < end_; ++i)
      if (HasResult(i)) last = i;
    return last;
  }

  void Answer(Result<fs::path> result) { batch_.done(next_++, std::move(result)); }

  // Answers for the files before `end`; those without a result were passed over.
  void AnswerUntil(size_t end) {
    while (next_ < end) {
      if (HasResult(next_)) {
        Answer(ResultOf(next_));
      } else {
        Answer(Failed(ErrorCode::kDamaged,
                      "LibreOffice cannot read it: it is damaged, or needs a password"));
      }
    }
  }

  Course Call(size_t at_once) {
    SofficeCall call = batch_.call;
    end_ = std::min(call.files.size(), next_ + at_once);
    call.files.assign(batch_.call.files.begin() + static_cast<std::ptrdiff_t>(next_),
                      batch_.call.files.begin() + static_cast<std::ptrdiff_t>(end_));
    const Result<pid_t> pid = StartSoffice(options_, call, output_);
    if (!pid.ok()) return {Ending::kNotStarted, "LibreOffice " + pid.error().message};
    return Watch(*pid);
  }

  // A file is written while the one before it is complete.
  Course Watch(pid_t pid) {
    Child child(pid);
    auto deadline = Clock::now() + options_.start_time + options_.file_timeout;
    size_t last = next_ - 1;
    while (!stop_) {
      const std::optional<int> status = child.Ended();
      const size_t now = LastResult();
      if (status) return EndOf(*status, now);
      if (now != last) {
        last = now;
        AnswerUntil(last);
        deadline = Clock::now() + options_.file_timeout;
      }
      if (Clock::now() > deadline) return {Ending::kHung, ""};
      std::this_thread::sleep_for(kLook);
    }
    return {Ending::kStopped, ""};
  }

  Course EndOf(int status, size_t last) {
    if (WIFEXITED(status)) {
      const int code = WEXITSTATUS(status);
      const bool none = last + 1 == next_;
      if (none && (code == kRestartStatus || code == kRestartAfterCrashStatus))
        return {Ending::kRestart, ""};
      if (code == 0) return {Ending::kDone, ""};
      return {Ending::kDied, fmt::format("status {}", code)};
    }
    const int number = WTERMSIG(status);
    const char* name = sigabbrev_np(number);
    return {Ending::kDied, name ? fmt::format("SIG{}", name) : fmt::format("signal {}", number)};
  }

  void Judge(const Course& course, size_t begun) {
    const size_t last = LastResult();
    if (course.ending == Ending::kNotStarted) {
      while (next_ < end_) Answer(Failed(ErrorCode::kInternal, course.detail));
    } else if (course.ending == Ending::kDone || course.ending == Ending::kRestart) {
      AnswerUntil(last + 1);
      // It stopped without a word where some came out; where none did, it can read none of them.
      if (next_ == begun) AnswerUntil(end_);
    } else if (last < end_ && last >= next_ && IsWhole(last)) {
      AnswerUntil(last + 1);
    } else if (end_ - begun == 1) {
      const bool hung = course.ending == Ending::kHung;
      if (next_ < end_)
        Answer(
            hung ? Failed(ErrorCode::kTimeout, "took LibreOffice longer than the limit")
                 : Failed(ErrorCode::kCrashed, "LibreOffice ended on it (" + course.detail + ")"));
    } else {
      // Everything before the last result is complete. That one may be half, or the next killed it:
      // both are tried alone.
      if (last >= next_ && last < end_) AnswerUntil(last);
      std::error_code ignored;
      if (next_ < end_) fs::remove(ResultOf(next_), ignored);
      alone_until_ = std::min(next_ + 2, batch_.call.files.size());
    }
  }

  const SofficeOptions& options_;
  const ProcessOutput output_;
  const SofficeBatch& batch_;
  const std::atomic<bool>& stop_;
  size_t next_ = 0;         // the first file without an answer
  size_t end_ = 0;          // of the files of the call that runs
  size_t alone_until_ = 0;  // files before it are called for one by one
};

}  // namespace

void RunSofficeBatch(const SofficeOptions& options, ProcessOutput output, const SofficeBatch& batch,
                     const std::atomic<bool>& stop) {
  Batch(options, output, batch, stop).Run();
}

}  // namespace vanthu::run
