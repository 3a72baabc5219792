// What every fallible function of the corpus maker returns: a value, or one sentence that says
// what went wrong and where. The maker is a tool apart from the reader and shares no code with it.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace vanthu::corpus {

struct Error {
  std::string message;  // file, line or operation first, then the reason
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::move(value)) {}
  Result(Error error) : held_(std::move(error)) {}

  bool ok() const { return std::holds_alternative<T>(held_); }
  const T& value() const { return std::get<T>(held_); }
  const Error& error() const { return std::get<Error>(held_); }

 private:
  std::variant<T, Error> held_;
};

// A result without a value.
using Status = Result<std::monostate>;
inline Status Ok() { return Status(std::monostate{}); }

}  // namespace vanthu::corpus
