#include "pipeline/run/frame.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <thread>

namespace vanthu::run {
namespace {

struct Ends {
  Ends() { EXPECT_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, fd.data()), 0); }
  ~Ends() {
    for (int end : fd)
      if (end >= 0) close(end);
  }
  void CloseWriter() {
    close(fd[0]);
    fd[0] = -1;
  }
  std::array<int, 2> fd{};
};

Patience Short() {
  return {std::chrono::steady_clock::now() + std::chrono::milliseconds(50), nullptr};
}

TEST(Frame, ComesOutAsItWentIn) {
  const Ends ends;
  const std::string bytes("a\0b\xFF", 4);
  ASSERT_TRUE(WriteFrame(ends.fd[0], bytes).ok());
  ASSERT_TRUE(WriteFrame(ends.fd[0], "").ok());
  const auto first = ReadFrame(ends.fd[1], Short());
  ASSERT_TRUE(first.ok());
  EXPECT_EQ(**first, bytes);
  const auto second = ReadFrame(ends.fd[1], Short());
  ASSERT_TRUE(second.ok());
  EXPECT_EQ(**second, "");
}

TEST(Frame, LongerThanTheSocketsBuffer) {
  const Ends ends;
  const std::string bytes(8U << 20, 'x');
  std::thread writer([&] { EXPECT_TRUE(WriteFrame(ends.fd[0], bytes).ok()); });
  const auto frame = ReadFrame(ends.fd[1], Patience{});
  writer.join();
  ASSERT_TRUE(frame.ok());
  EXPECT_EQ(**frame, bytes);
}

TEST(Frame, AClosedSocketIsNoError) {
  Ends ends;
  ends.CloseWriter();
  const auto frame = ReadFrame(ends.fd[1], Short());
  ASSERT_TRUE(frame.ok());
  EXPECT_FALSE(frame->has_value());
}

TEST(Frame, Damage) {
  struct Row {
    std::string sent;
    const char* why;
  };
  const Row rows[] = {
      {std::string("\x05\0", 2), "cut in the length"},
      {std::string("\x05\0\0\0ab", 6), "cut in the body"},
      {std::string("\xFF\xFF\xFF\xFF", 4), "longer than any page"},
      {std::string("\x01\0\0\x10", 4), "one byte over the limit"},
  };
  for (const Row& row : rows) {
    Ends ends;
    ASSERT_EQ(write(ends.fd[0], row.sent.data(), row.sent.size()),
              static_cast<ssize_t>(row.sent.size()));
    ends.CloseWriter();
    const auto frame = ReadFrame(ends.fd[1], Short());
    ASSERT_FALSE(frame.ok()) << row.why;
    EXPECT_EQ(frame.error().code, ErrorCode::kDamaged) << row.why;
  }
}

TEST(Frame, WaitsNoLongerThanAsked) {
  const Ends ends;
  const auto frame = ReadFrame(ends.fd[1], Short());
  ASSERT_FALSE(frame.ok());
  EXPECT_EQ(frame.error().code, ErrorCode::kTimeout);
}

TEST(Frame, StopsWhenTold) {
  const Ends ends;
  std::atomic<bool> stop = true;
  const auto frame = ReadFrame(ends.fd[1], {std::nullopt, &stop});
  ASSERT_FALSE(frame.ok());
  EXPECT_EQ(frame.error().code, ErrorCode::kInterrupted);
}

TEST(Frame, WritingToNobodyIsAnErrorAndNoSignal) {
  const Ends ends;
  shutdown(ends.fd[0], SHUT_WR);
  const Status sent = WriteFrame(ends.fd[0], "x");
  ASSERT_FALSE(sent.ok());
  EXPECT_EQ(sent.error().code, ErrorCode::kCrashed);
}

}  // namespace
}  // namespace vanthu::run
