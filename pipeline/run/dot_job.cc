#include "pipeline/run/dot_job.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <thread>

namespace vanthu::run {
namespace {

using Clock = std::chrono::steady_clock;

// A graph of a few hundred documents takes some seconds.
constexpr std::chrono::seconds kLongest{60};
constexpr std::chrono::milliseconds kBetweenLooks{10};

// What the program reads and writes: in memory, so that neither side waits for the other.
class Scratch {
 public:
  explicit Scratch(const char* name) : descriptor_(memfd_create(name, MFD_CLOEXEC)) {}
  ~Scratch() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  int descriptor() const { return descriptor_; }

  bool Fill(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = write(descriptor_, bytes.data(), bytes.size());
      if (written <= 0) return false;
      bytes.remove_prefix(static_cast<size_t>(written));
    }
    return lseek(descriptor_, 0, SEEK_SET) == 0;
  }

  std::string Content() const {
    std::string bytes;
    std::array<char, 65536> block{};
    while (true) {
      const ssize_t got =
          pread(descriptor_, block.data(), block.size(), static_cast<off_t>(bytes.size()));
      if (got <= 0) return bytes;
      bytes.append(block.data(), static_cast<size_t>(got));
    }
  }

 private:
  int descriptor_;
};

// The exit status; kTimeout and kCrashed as DrawSvg says.
Result<int> WaitFor(pid_t pid) {
  const Clock::time_point end = Clock::now() + kLongest;
  int status = 0;
  while (true) {
    const pid_t ended = waitpid(pid, &status, WNOHANG);
    if (ended == pid) break;
    if (ended < 0 && errno != EINTR) {
      return Error{ErrorCode::kInternal, std::strerror(errno), "", 0};
    }
    if (Clock::now() > end) {
      kill(pid, SIGKILL);
      waitpid(pid, &status, 0);
      return Error{ErrorCode::kTimeout, "graphviz takes too long: ask for fewer steps", "", 0};
    }
    std::this_thread::sleep_for(kBetweenLooks);
  }
  if (!WIFEXITED(status)) return Error{ErrorCode::kCrashed, "graphviz was ended", "", 0};
  return WEXITSTATUS(status);
}

// Runs `dot OPTION` from `in` to `out`.
Result<int> RunDot(const char* option, const Scratch& in, const Scratch& out) {
  if (in.descriptor() < 0 || out.descriptor() < 0) {
    return Error{ErrorCode::kInternal, std::strerror(errno), "", 0};
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in.descriptor(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out.descriptor(), STDOUT_FILENO);
  // Its warnings (a font that is not there) are not for the reader of the picture.
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::string name = "dot", argument = option;
  std::array<char*, 3> arguments = {name.data(), argument.data(), nullptr};
  pid_t pid = -1;
  const int failed = posix_spawnp(&pid, name.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed == ENOENT) {
    return Error{ErrorCode::kNotFound, "there is no program dot: Debian package graphviz", "", 0};
  }
  if (failed != 0) return Error{ErrorCode::kInternal, std::strerror(failed), "", 0};
  return WaitFor(pid);
}

}  // namespace

Result<std::string> DrawSvg(std::string_view drawing) {
  const Scratch in("drawing"), out("picture");
  if (!in.Fill(drawing)) return Error{ErrorCode::kInternal, std::strerror(errno), "", 0};
  const Result<int> status = RunDot("-Tsvg", in, out);
  if (!status.ok()) return status.error();
  std::string svg = out.Content();
  if (*status != 0 || svg.empty()) {
    return Error{ErrorCode::kCrashed, "graphviz could not draw the picture", "", 0};
  }
  return svg;
}

bool HasGraphviz() {
  const Scratch in("nothing"), out("version");
  const Result<int> status = RunDot("-V", in, out);
  return status.ok() && *status == 0;
}

}  // namespace vanthu::run
