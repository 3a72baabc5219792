// What a worker's socket may bring: frames of any bytes are read or refused, and a message that is
// understood is the same when it is sent on.
#include <sys/socket.h>
#include <unistd.h>

#include <array>

#include "pipeline/run/frame.h"
#include "pipeline/run/protocol.h"
#include "tests/fuzz/fuzz.h"

namespace {

using namespace vanthu;

template <typename Message, typename Decode>
void CheckMessage(std::string_view bytes, Decode decode) {
  const Result<Message> message = decode(bytes);
  if (!message.ok()) return;
  const std::string sent = run::Encode(*message);
  const Result<Message> again = decode(sent);
  fuzz::Check(again.ok(), "what Encode made can be decoded");
  fuzz::Check(run::Encode(*again) == sent, "a message is the same when it is sent on");
}

void CheckFrames(std::string_view bytes) {
  std::array<int, 2> ends{};
  fuzz::Check(socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0, "there are sockets");
  const std::string_view sent = bytes.substr(0, 60'000);  // less than a socket's buffer
  fuzz::Check(write(ends[0], sent.data(), sent.size()) == static_cast<ssize_t>(sent.size()),
              "the bytes can be sent");
  close(ends[0]);
  while (true) {
    const auto frame = run::ReadFrame(ends[1], {});
    if (!frame.ok() || !frame->has_value()) break;
  }
  close(ends[1]);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes = fuzz::Text(data, size);
  CheckMessage<run::Request>(bytes, run::DecodeRequest);
  CheckMessage<run::Answer>(bytes, run::DecodeAnswer);
  CheckFrames(bytes);
  return 0;
}
