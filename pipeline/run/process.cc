#include "pipeline/run/process.h"

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/run/spawn.h"

namespace vanthu::run {
namespace {

// Debian's Tesseract starts a thread a core inside each process and becomes several times slower
// when the workers together have more threads than there are cores.
constexpr std::string_view kOneThread = "OMP_THREAD_LIMIT=1";

std::vector<std::string> WorkerEnvironment() {
  std::vector<std::string> out;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    if (!std::string_view(*entry).starts_with("OMP_THREAD_LIMIT=")) out.emplace_back(*entry);
  }
  out.emplace_back(kOneThread);
  return out;
}

Result<pid_t> Start(const std::filesystem::path& program, int socket, ProcessOutput output) {
  SpawnPlan plan;
  plan.program = program;
  plan.arguments = {"vanthu", kWorkerCommand};
  plan.environment = WorkerEnvironment();
  plan.output = output;
  plan.socket = {socket, kWorkerSocket};
  Result<pid_t> pid = Spawn(plan);
  if (!pid.ok()) return Error{pid.error().code, "a reading process " + pid.error().message, "", 0};
  return pid;
}

}  // namespace

Result<WorkerProcess> WorkerProcess::Spawn(const std::filesystem::path& program,
                                           ProcessOutput output) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    return Error{ErrorCode::kInternal, std::string("socketpair: ") + std::strerror(errno), "", 0};
  Result<pid_t> pid = Start(program, ends[1], output);
  close(ends[1]);
  if (!pid.ok()) {
    close(ends[0]);
    return pid.error();
  }
  return WorkerProcess(*pid, ends[0]);
}

WorkerProcess::WorkerProcess(WorkerProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), socket_(std::exchange(other.socket_, -1)) {}

WorkerProcess& WorkerProcess::operator=(WorkerProcess&& other) noexcept {
  if (this != &other) {
    End();
    pid_ = std::exchange(other.pid_, -1);
    socket_ = std::exchange(other.socket_, -1);
  }
  return *this;
}

WorkerProcess::~WorkerProcess() { End(); }

void WorkerProcess::End() noexcept {
  if (pid_ > 0) {
    kill(pid_, SIGKILL);
    while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  if (socket_ >= 0) close(socket_);
  pid_ = socket_ = -1;
}

// How the process ended; it is gone afterwards.
Error WorkerProcess::Crash() {
  int status = 0;
  std::string how = "the reading process ended";
  if (pid_ > 0 && waitpid(pid_, &status, 0) == pid_) {
    pid_ = -1;
    if (WIFSIGNALED(status)) {
      const int number = WTERMSIG(status);
      how = "the reading process was ended by signal " + std::to_string(number);
      if (const char* name = sigabbrev_np(number)) how += std::string(" (SIG") + name + ")";
    } else if (WIFEXITED(status) && WEXITSTATUS(status) == kOutOfMemoryStatus) {
      return {ErrorCode::kLimit, "needs more memory than a worker may take", "", 0};
    } else if (WIFEXITED(status)) {
      how = "the reading process gave up with status " + std::to_string(WEXITSTATUS(status));
    }
  }
  return {ErrorCode::kCrashed, how, "", 0};
}

Status WorkerProcess::Send(const Request& request) {
  Status sent = WriteFrame(socket_, Encode(request));
  if (!sent.ok() && sent.error().code == ErrorCode::kCrashed) return Crash();
  return sent;
}

Result<Answer> WorkerProcess::Receive(const Patience& patience) {
  Result<std::optional<std::string>> frame = ReadFrame(socket_, patience);
  if (frame.ok() && !frame->has_value()) return Crash();
  if (!frame.ok() && frame.error().code == ErrorCode::kDamaged) {
    kill(pid_, SIGKILL);
    return Crash();
  }
  if (!frame.ok()) return frame.error();
  return DecodeAnswer(**frame);
}

}  // namespace vanthu::run
