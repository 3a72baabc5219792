#include "pipeline/run/spawn.h"

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

#include <cstring>

namespace vanthu::run {
namespace {

class FileActions {
 public:
  FileActions() { posix_spawn_file_actions_init(&actions_); }
  ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;

  int Nothing(int fd, int flags) {
    return posix_spawn_file_actions_addopen(&actions_, fd, "/dev/null", flags, 0);
  }
  int Give(int from, int to) { return posix_spawn_file_actions_adddup2(&actions_, from, to); }
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

class Attributes {
 public:
  Attributes() { posix_spawnattr_init(&attributes_); }
  ~Attributes() { posix_spawnattr_destroy(&attributes_); }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;

  int OwnGroup() {
    const int failed = posix_spawnattr_setpgroup(&attributes_, 0);
    return failed != 0 ? failed : posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP);
  }
  const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

std::vector<char*> Pointers(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

Result<pid_t> Spawn(const SpawnPlan& plan) {
  FileActions actions;
  Attributes attributes;
  int failed = actions.Nothing(STDIN_FILENO, O_RDONLY);
  if (failed == 0) failed = actions.Nothing(STDOUT_FILENO, O_WRONLY);
  if (failed == 0 && plan.output == ProcessOutput::kDiscard)
    failed = actions.Nothing(STDERR_FILENO, O_WRONLY);
  if (failed == 0 && plan.socket) failed = actions.Give(plan.socket->from, plan.socket->to);
  if (failed == 0 && plan.own_group) failed = attributes.OwnGroup();

  std::vector<std::string> arguments = plan.arguments;
  std::vector<std::string> environment = plan.environment;
  pid_t pid = -1;
  if (failed == 0)
    failed = posix_spawn(&pid, plan.program.c_str(), actions.get(), attributes.get(),
                         Pointers(arguments).data(), Pointers(environment).data());
  if (failed != 0)
    return Error{ErrorCode::kInternal, std::string("cannot be started: ") + std::strerror(failed),
                 plan.program.string(), 0};
  return pid;
}

}  // namespace vanthu::run
