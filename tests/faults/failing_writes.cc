// Loaded before the C library, this makes one of the program's calls that write to a disk fail.
//   FAIL_AT=N     the N-th call, counted from 1; none: all succeed
//   FAIL_KIND=    ENOSPC, EIO, or SHORT: half of the bytes are written (a call that has no bytes gets EIO)
//   FAIL_LOG=     a file that gets the number of calls at the end
// Counted are writes, syncs and cuts of ordinary files, files and folders that are made or renamed. The
// program's workers, which may not write, are left alone.
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include <atomic>
#include <string>

namespace {

template <typename Function>
Function Real(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

std::string ReadCommand() {
  std::string text(4096, '\0');
  FILE* file = fopen("/proc/self/cmdline", "r");
  if (file == nullptr) return "";
  text.resize(fread(text.data(), 1, text.size(), file));
  fclose(file);
  return text;
}

const pid_t kParent = ReadCommand().find("worker-page") == std::string::npos ? getpid() : -1;
std::atomic<long> calls{0};

enum class Fault { kNone, kError, kShort };

// What becomes of this call; errno is set for an error.
Fault Next() {
  if (getpid() != kParent) return Fault::kNone;
  static const char* at = getenv("FAIL_AT");
  static const char* kind = getenv("FAIL_KIND");
  if (++calls != (at == nullptr ? 0 : atol(at))) return Fault::kNone;
  errno = kind != nullptr && strcmp(kind, "ENOSPC") == 0 ? ENOSPC : EIO;
  return kind != nullptr && strcmp(kind, "SHORT") == 0 ? Fault::kShort : Fault::kError;
}

bool IsOrdinary(int descriptor) {
  struct stat info {};
  return fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode);
}

// For calls that have no bytes to cut short.
bool Fails() { return Next() != Fault::kNone; }

struct AtEnd {
  ~AtEnd() {
    const char* log = getenv("FAIL_LOG");
    if (log == nullptr || getpid() != kParent) return;
    FILE* file = fopen(log, "w");
    fprintf(file, "%ld\n", calls.load());
    fclose(file);
  }
} at_end;

mode_t ModeOf(int flags, va_list& rest) {
  return (flags & O_CREAT) != 0 ? static_cast<mode_t>(va_arg(rest, int)) : 0;
}

}  // namespace

extern "C" {

ssize_t write(int descriptor, const void* bytes, size_t size) {
  static const auto real = Real<ssize_t (*)(int, const void*, size_t)>("write");
  if (!IsOrdinary(descriptor)) return real(descriptor, bytes, size);
  const Fault fault = Next();
  if (fault == Fault::kError) return -1;
  return real(descriptor, bytes, fault == Fault::kShort ? (size + 1) / 2 : size);
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t at) {
  static const auto real = Real<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
  const Fault fault = Next();
  if (fault == Fault::kError) return -1;
  return real(descriptor, bytes, fault == Fault::kShort ? (size + 1) / 2 : size, at);
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t at) {
  return pwrite64(descriptor, bytes, size, at);
}

int fsync(int descriptor) {
  static const auto real = Real<int (*)(int)>("fsync");
  return Fails() ? -1 : real(descriptor);
}

int fdatasync(int descriptor) {
  static const auto real = Real<int (*)(int)>("fdatasync");
  return Fails() ? -1 : real(descriptor);
}

int ftruncate64(int descriptor, off64_t size) noexcept {
  static const auto real = Real<int (*)(int, off64_t)>("ftruncate64");
  return Fails() ? -1 : real(descriptor, size);
}

int rename(const char* from, const char* to) noexcept {
  static const auto real = Real<int (*)(const char*, const char*)>("rename");
  return Fails() ? -1 : real(from, to);
}

int mkdir(const char* folder, mode_t mode) noexcept {
  static const auto real = Real<int (*)(const char*, mode_t)>("mkdir");
  return Fails() ? -1 : real(folder, mode);
}

int open64(const char* file, int flags, ...) {
  static const auto real = Real<int (*)(const char*, int, ...)>("open64");
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = ModeOf(flags, rest);
  va_end(rest);
  if ((flags & O_CREAT) != 0 && Fails()) return -1;
  return real(file, flags, mode);
}

int open(const char* file, int flags, ...) {
  static const auto real = Real<int (*)(const char*, int, ...)>("open");
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = ModeOf(flags, rest);
  va_end(rest);
  if ((flags & O_CREAT) != 0 && Fails()) return -1;
  return real(file, flags, mode);
}

}  // extern "C"
