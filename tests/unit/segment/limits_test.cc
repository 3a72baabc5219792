// Inputs that are no letters, or no sane ones: they come out, as body, in bounded time.
#include <gtest/gtest.h>

#include <chrono>

#include "tests/unit/letter_builder.h"

namespace vanthu::test {
namespace {

TEST(Limits, NothingComesOfNothing) {
  EXPECT_TRUE(segment::Segment({}).lines.empty());
  EXPECT_TRUE(LetterOf("").lines.empty());
  EXPECT_TRUE(LetterOf("\n\n\f\n").lines.empty());
}

TEST(Limits, AFileWithoutLineEndsIsCut) {
  std::string text;
  while (text.size() < 1'000'000) text += "Căn cứ Quyết định số 12/QĐ-UBND – ngày 1/2/2013 ";
  const Letter letter = LetterOf(text);
  ASSERT_GT(letter.lines.size(), 100u);
  size_t bytes = 0;
  for (const LetterLine& line : letter.lines) {
    EXPECT_LE(letter.Printed(line).text.size(), 8000u);
    bytes += letter.Printed(line).text.size() + 1;
  }
  EXPECT_EQ(bytes, text.size());  // the blank at each cut, and the last
}

TEST(Limits, WordsWithoutBlanksAreCutBetweenLetters) {
  std::string text;
  while (text.size() < 50'000) text += "ế";
  const Letter letter = LetterOf(text);
  ASSERT_GT(letter.lines.size(), 1u);
  for (const LetterLine& line : letter.lines) EXPECT_TRUE(IsValidUtf8(letter.Printed(line).text));
}

TEST(Limits, TimeGrowsWithTheText) {
  const auto seconds = [](const std::string& text) {
    const auto begin = std::chrono::steady_clock::now();
    LetterOf(text);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  for (const char* line : {"1. Đoàn ra thứ nhất\n", "CỘNG HÒA TỔ CHỨC\n", "[1] chú thích\n",
                           "Phụ lục\n", "GIÁM ĐỐC\n", "PHỤ LỤC I\nSỐ LIỆU\n"}) {
    std::string few, many;
    for (int i = 0; i < 2000; ++i) few += line;
    for (int i = 0; i < 16000; ++i) many += line;
    // Eight times the text: eight times the time, and room for a busy machine; its square would be 64.
    EXPECT_LT(seconds(many), 30 * seconds(few) + 0.5) << line;
  }
}

}  // namespace
}  // namespace vanthu::test
