// Messages between the program and its workers: four bytes of length, little endian, then that many
// bytes, over a stream socket. Knows nothing of what is in them (protocol.h does).
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/core/result.h"

namespace vanthu::run {

// The largest page seen so far (a full A3 register page, 4,000 words) takes 1 MB. A longer length
// is taken for damage: it would otherwise make the reader allocate what a broken sender asks for.
inline constexpr uint32_t kMaxFrameBytes = 256U << 20;

// How long to wait for a frame.
struct Patience {
  std::optional<std::chrono::steady_clock::time_point> until;  // none: for ever
  const std::atomic<bool>* stop = nullptr;  // looked at ten times a second; none: never stopped
};

// Errors: kLimit where bytes are too many, kCrashed where the other side is gone.
Status WriteFrame(int socket, std::string_view bytes);

// One whole frame; nothing where the other side closed the socket between two frames, which is not
// an error. Errors: kDamaged (cut in the middle, or an impossible length), kTimeout, kInterrupted.
Result<std::optional<std::string>> ReadFrame(int socket, const Patience& patience);

}  // namespace vanthu::run
