#include "pipeline/run/sandbox.h"

#include <fcntl.h>
#include <linux/sched.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <string>

namespace vanthu::run {
namespace {

// GCC says so by macros of its own, clang by features.
#if defined(__has_feature)
#define VANTHU_HAS_FEATURE(name) __has_feature(name)
#else
#define VANTHU_HAS_FEATURE(name) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || \
    VANTHU_HAS_FEATURE(address_sanitizer) || VANTHU_HAS_FEATURE(thread_sanitizer)
constexpr bool kSanitizer = true;
#else
constexpr bool kSanitizer = false;
#endif

Error Refused(const std::string& what, int code) {
  return {ErrorCode::kInternal, "cannot close the worker in (" + what + "): " + std::strerror(code),
          "", 0};
}

struct FilterDeleter {
  void operator()(void* filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, FilterDeleter>;

// Calls that are refused whatever their arguments. The new ways to do an old thing (openat2, clone3,
// io_uring) are refused with ENOSYS, so that libraries fall back to the old one, which is filtered.
constexpr std::array kForbidden = {SCMP_SYS(socket),      SCMP_SYS(socketpair),
                                   SCMP_SYS(connect),     SCMP_SYS(bind),
                                   SCMP_SYS(listen),      SCMP_SYS(accept),
                                   SCMP_SYS(accept4),     SCMP_SYS(execve),
                                   SCMP_SYS(execveat),    SCMP_SYS(fork),
                                   SCMP_SYS(vfork),       SCMP_SYS(creat),
                                   SCMP_SYS(unlink),      SCMP_SYS(unlinkat),
                                   SCMP_SYS(rename),      SCMP_SYS(renameat),
                                   SCMP_SYS(renameat2),   SCMP_SYS(mkdir),
                                   SCMP_SYS(mkdirat),     SCMP_SYS(rmdir),
                                   SCMP_SYS(link),        SCMP_SYS(linkat),
                                   SCMP_SYS(symlink),     SCMP_SYS(symlinkat),
                                   SCMP_SYS(mknod),       SCMP_SYS(mknodat),
                                   SCMP_SYS(chmod),       SCMP_SYS(fchmod),
                                   SCMP_SYS(fchmodat),    SCMP_SYS(chown),
                                   SCMP_SYS(fchown),      SCMP_SYS(lchown),
                                   SCMP_SYS(fchownat),    SCMP_SYS(truncate),
                                   SCMP_SYS(utime),       SCMP_SYS(utimes),
                                   SCMP_SYS(utimensat),   SCMP_SYS(futimesat),
                                   SCMP_SYS(setxattr),    SCMP_SYS(lsetxattr),
                                   SCMP_SYS(fsetxattr),   SCMP_SYS(removexattr),
                                   SCMP_SYS(mount),       SCMP_SYS(umount2),
                                   SCMP_SYS(chroot),      SCMP_SYS(pivot_root),
                                   SCMP_SYS(ptrace),      SCMP_SYS(process_vm_readv),
                                   SCMP_SYS(kill),        SCMP_SYS(bpf),
                                   SCMP_SYS(unshare),     SCMP_SYS(process_vm_writev),
                                   SCMP_SYS(setns),       SCMP_SYS(keyctl),
                                   SCMP_SYS(add_key),     SCMP_SYS(open_by_handle_at),
                                   SCMP_SYS(request_key), SCMP_SYS(perf_event_open)};
constexpr std::array kUnknown = {SCMP_SYS(openat2), SCMP_SYS(clone3), SCMP_SYS(io_uring_setup)};

// Flags of open and openat that let a file be written or made.
constexpr std::array<scmp_datum_t, 4> kWriteFlags = {O_WRONLY, O_RDWR, O_CREAT, O_TRUNC};

int Forbid(void* filter, int call) {
  return seccomp_rule_add_exact_array(filter, SCMP_ACT_ERRNO(EPERM), call, 0, nullptr);
}

// Refuses `call` where any of the bits is set in argument `index`.
int ForbidBit(void* filter, int call, unsigned index, scmp_datum_t bit) {
  const scmp_arg_cmp compare{index, SCMP_CMP_MASKED_EQ, bit, bit};
  return seccomp_rule_add_exact_array(filter, SCMP_ACT_ERRNO(EPERM), call, 1, &compare);
}

// Threads are allowed, processes are not: a clone without CLONE_THREAD is a fork.
int ForbidForkByClone(void* filter) {
  const scmp_arg_cmp compare{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0};
  return seccomp_rule_add_exact_array(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1, &compare);
}

// 0, or a negative errno.
int AddRules(void* filter) {
  for (int call : kForbidden)
    if (int refused = Forbid(filter, call); refused != 0) return refused;
  for (int call : kUnknown) {
    const int refused =
        seccomp_rule_add_exact_array(filter, SCMP_ACT_ERRNO(ENOSYS), call, 0, nullptr);
    if (refused != 0) return refused;
  }
  for (scmp_datum_t bit : kWriteFlags) {
    if (int refused = ForbidBit(filter, SCMP_SYS(open), 1, bit); refused != 0) return refused;
    if (int refused = ForbidBit(filter, SCMP_SYS(openat), 2, bit); refused != 0) return refused;
  }
  return ForbidForkByClone(filter);
}

// Sockets of every kind but those of this machine.
int ForbidNetwork(void* filter) {
  const int refused = seccomp_rule_add_exact_array(filter, SCMP_ACT_ERRNO(ENOSYS),
                                                   SCMP_SYS(io_uring_setup), 0, nullptr);
  if (refused != 0) return refused;
  const scmp_arg_cmp compare{0, SCMP_CMP_NE, AF_UNIX, 0};
  return seccomp_rule_add_exact_array(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socket), 1, &compare);
}

Status Load(int (*add_rules)(void*)) {
  const Filter filter(seccomp_init(SCMP_ACT_ALLOW));
  if (!filter) return Refused("seccomp_init", ENOMEM);
  if (int refused = add_rules(filter.get()); refused != 0) return Refused("seccomp rule", -refused);
  if (int refused = seccomp_load(filter.get()); refused != 0)
    return Refused("seccomp_load", -refused);
  return Done{};
}

Status LimitResources(uint64_t memory_bytes) {
  const rlimit no_core{0, 0};
  if (setrlimit(RLIMIT_CORE, &no_core) != 0) return Refused("RLIMIT_CORE", errno);
  if (memory_bytes != 0 && !kSanitizer) {
    const rlimit memory{memory_bytes, memory_bytes};
    if (setrlimit(RLIMIT_AS, &memory) != 0) return Refused("RLIMIT_AS", errno);
  }
  return Done{};
}

}  // namespace

Status EnterSandbox(uint64_t memory_bytes) {
  if (prctl(PR_SET_DUMPABLE, 0) != 0) return Refused("PR_SET_DUMPABLE", errno);
  if (Status limited = LimitResources(memory_bytes); !limited.ok()) return limited;
  return Load(AddRules);
}

Status EnterSofficeSandbox(uint64_t memory_bytes) {
  if (Status limited = LimitResources(memory_bytes); !limited.ok()) return limited;
  return Load(ForbidNetwork);
}

}  // namespace vanthu::run
