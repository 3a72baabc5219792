// One worker process as its parent sees it. Move-only; the process is killed and reaped with it.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

#include "models/core/result.h"
#include "pipeline/run/frame.h"
#include "pipeline/run/protocol.h"
#include "pipeline/run/spawn.h"

namespace vanthu::run {

// The descriptor on which a worker finds its socket, and the command that it is started with.
inline constexpr int kWorkerSocket = 3;
inline constexpr const char* kWorkerCommand = "worker-page";

// Exit statuses of a worker, beside 0 (its parent closed the socket).
inline constexpr int kGivenUpStatus = 1;      // what it was sent makes no sense
inline constexpr int kOutOfMemoryStatus = 3;  // the page needs more than the limit

class WorkerProcess {
 public:
  // Starts `program worker-page` with OMP_THREAD_LIMIT=1. `output`: where the libraries' own messages
  // on stderr go. kInternal where no process can be made.
  static Result<WorkerProcess> Spawn(const std::filesystem::path& program, ProcessOutput output);

  WorkerProcess(WorkerProcess&& other) noexcept;
  WorkerProcess& operator=(WorkerProcess&& other) noexcept;
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;
  ~WorkerProcess();

  Status Send(const Request& request);

  // The next answer. An error here (and not as an Answer) means that the worker is of no more use:
  // kTimeout, kInterrupted, kCrashed (the message names the signal), kLimit (memory), kDamaged.
  Result<Answer> Receive(const Patience& patience);

 private:
  WorkerProcess(pid_t pid, int socket) : pid_(pid), socket_(socket) {}
  Error Crash();
  void End() noexcept;

  pid_t pid_ = -1;
  int socket_ = -1;
};

}  // namespace vanthu::run
