#include "pipeline/run/frame.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace vanthu::run {
namespace {

using Clock = std::chrono::steady_clock;

// A stop is noticed within this time.
constexpr int kStopCheckMs = 100;

Error Fail(ErrorCode code, std::string message) { return {code, std::move(message), "", 0}; }

// Milliseconds to wait in one poll, at least 0; -1: for ever.
int PollTime(const Patience& patience) {
  int64_t wait = patience.stop ? kStopCheckMs : -1;
  if (patience.until) {
    const int64_t left =
        std::chrono::ceil<std::chrono::milliseconds>(*patience.until - Clock::now()).count();
    wait = wait < 0 ? std::min<int64_t>(left, 60'000) : std::min(left, wait);
    wait = std::max<int64_t>(wait, 0);
  }
  return static_cast<int>(wait);
}

Status WaitReadable(int socket, const Patience& patience) {
  while (true) {
    if (patience.stop && patience.stop->load()) return Fail(ErrorCode::kInterrupted, "stopped");
    pollfd watched{socket, POLLIN, 0};
    const int ready = poll(&watched, 1, PollTime(patience));
    if (ready > 0) return Done{};
    if (ready < 0 && errno != EINTR) return Fail(ErrorCode::kInternal, std::strerror(errno));
    if (ready == 0 && patience.until && Clock::now() >= *patience.until)
      return Fail(ErrorCode::kTimeout, "took longer than the limit");
  }
}

// Memory is taken as bytes come, a socket's buffer at a time: a length says nothing yet.
constexpr size_t kStepBytes = 256 << 10;

// Reads up to `size` bytes; fewer only where the other side closed.
Result<std::string> ReadBytes(int socket, size_t size, const Patience& patience) {
  std::string bytes;
  while (bytes.size() < size) {
    if (Status ready = WaitReadable(socket, patience); !ready.ok()) return ready.error();
    const size_t have = bytes.size();
    bytes.resize(std::min(size, have + kStepBytes));
    const ssize_t got = recv(socket, bytes.data() + have, bytes.size() - have, 0);
    const int failed = errno;
    bytes.resize(have + static_cast<size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0 && failed == EINTR) continue;
    if (got <= 0) break;
  }
  return bytes;
}

Status WriteBytes(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return Fail(ErrorCode::kCrashed, "the reading process is gone");
    bytes.remove_prefix(static_cast<size_t>(put));
  }
  return Done{};
}

}  // namespace

Status WriteFrame(int socket, std::string_view bytes) {
  if (bytes.size() > kMaxFrameBytes) return Fail(ErrorCode::kLimit, "the answer is too long");
  const auto size = static_cast<uint32_t>(bytes.size());
  std::array<char, 4> head{};
  for (size_t i = 0; i < head.size(); ++i) head[i] = static_cast<char>((size >> (8 * i)) & 0xFF);
  if (Status sent = WriteBytes(socket, {head.data(), head.size()}); !sent.ok()) return sent;
  return WriteBytes(socket, bytes);
}

Result<std::optional<std::string>> ReadFrame(int socket, const Patience& patience) {
  Result<std::string> head = ReadBytes(socket, 4, patience);
  if (!head.ok()) return head.error();
  if (head->empty()) return std::optional<std::string>();
  if (head->size() < 4) return Fail(ErrorCode::kDamaged, "a frame was cut in its length");
  uint32_t size = 0;
  for (size_t i = 0; i < 4; ++i)
    size |= static_cast<uint32_t>(static_cast<unsigned char>((*head)[i])) << (8 * i);
  if (size > kMaxFrameBytes) return Fail(ErrorCode::kDamaged, "a frame has an impossible length");
  Result<std::string> body = ReadBytes(socket, size, patience);
  if (!body.ok()) return body.error();
  if (body->size() < size) return Fail(ErrorCode::kDamaged, "a frame was cut");
  return std::optional<std::string>(*std::move(body));
}

}  // namespace vanthu::run
