// Errors as values. A fallible function returns Result<T>; the code says what the caller should do.
// Damaged input is normal: it gives an Error, never an assertion.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace vanthu {

enum class ErrorCode {
  kUsage,        // the call is wrong: fix it
  kNotFound,     // no such file, letter or page: fix the call
  kUnreadable,   // no right to read, or the device failed: skip the file
  kUnsupported,  // a kind of file that is not read: skip the file
  kDamaged,      // cut, broken or not what it says it is: skip the file
  kEncrypted,    // needs a password: skip the file
  kLimit,        // larger than a limit allows: raise the limit or skip
  kTimeout,      // took longer than the limit: skip the page
  kCrashed,      // the reading process died: skip the page
  kDisk,         // the archive cannot be written (full, read-only): stop, resume later
  kBusy,         // somebody else holds it: retry
  kInterrupted,  // the user stopped it: resume later
  kInternal,     // a bug of ours: report it
};

// Name of a code as it stands in reports and JSON, e.g. "encrypted". Valid for the program's life.
std::string_view ErrorCodeName(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;  // the reason, without file and page
  std::string file;     // the file it is about; empty where there is none
  int page = 0;         // 1-based; 0 where there is none

  // "FILE, page 3: reason"
  std::string Describe() const;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // Only where ok().
  const T& value() const& { return std::get<0>(state_); }
  T& value() & { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  // Only where !ok().
  const Error& error() const& { return std::get<1>(state_); }
  Error&& error() && { return std::get<1>(std::move(state_)); }

 private:
  std::variant<T, Error> state_;
};

struct Done {};
using Status = Result<Done>;

}  // namespace vanthu
