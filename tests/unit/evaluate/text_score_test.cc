#include "pipeline/evaluate/text_score.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

namespace vanthu::evaluate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ScoreText, TheSamePage) {
  const TextScore score = ScoreText("UBND TỈNH\nSố: 239/KH-SYT\n", "UBND TỈNH\n\nSố:  239/KH-SYT");
  EXPECT_EQ(score.pages, 1U);
  EXPECT_EQ(score.characters, 24U);
  EXPECT_EQ(score.words, 4U);
  EXPECT_EQ(score.lines, 2U);
  EXPECT_EQ(score.character_edits + score.word_edits + score.words_lost + score.line_edits, 0U);
  EXPECT_THAT(score.lost_lines, IsEmpty());
}

TEST(ScoreText, DashesAndQuotesOfOneKind) {
  EXPECT_EQ(ScoreText("2013 – 2015 “mới”", "2013 - 2015 \"mới\"").character_edits, 0U);
}

TEST(ScoreText, WrongLettersAndWords) {
  const TextScore score = ScoreText("Kính gửi Sở Y tế", "Kinh gửi Sở Y te");
  EXPECT_EQ(score.character_edits, 2U);
  EXPECT_DOUBLE_EQ(score.Cer(), 2.0 / 16);
  EXPECT_EQ(score.word_edits, 2U);
  EXPECT_DOUBLE_EQ(score.Wer(), 2.0 / 5);
  EXPECT_EQ(score.words_lost, 2U);
}

TEST(ScoreText, OrderCostsThePageButNotItsLines) {
  const char* page = "UBND TỈNH KIÊN GIANG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n";
  const TextScore score =
      ScoreText(page, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nUBND TỈNH KIÊN GIANG");
  EXPECT_GT(score.character_edits, 0U);
  EXPECT_EQ(score.line_edits, 0U);
  EXPECT_EQ(score.words_lost, 0U);
}

TEST(ScoreText, LostLines) {
  const TextScore score = ScoreText("Nơi nhận:\nGIÁM ĐỐC\nLê Hoàng Anh", "Nơi nhận: xyz");
  EXPECT_THAT(score.lost_lines, ElementsAre("GIÁM ĐỐC", "Lê Hoàng Anh"));
  EXPECT_EQ(score.words_lost, 5U);
  EXPECT_THAT(ScoreText("GIÁM ĐỐC", "").lost_lines, ElementsAre("GIÁM ĐỐC"));
  EXPECT_DOUBLE_EQ(ScoreText("GIÁM ĐỐC", "").Cer(), 1);
}

TEST(ScoreText, TheSameWordTwice) {
  EXPECT_EQ(ScoreText("đoàn ra đoàn vào", "đoàn ra vào").words_lost, 1U);
}

TEST(ScoreText, EmptyPage) {
  const TextScore score = ScoreText("", "x");
  EXPECT_EQ(score.characters, 0U);
  EXPECT_DOUBLE_EQ(score.Cer(), 0);
}

TEST(ScoreText, AddsUp) {
  TextScore sum = ScoreText("abcd", "abcX");
  sum += ScoreText("abcdef", "abcdef");
  EXPECT_EQ(sum.pages, 2U);
  EXPECT_DOUBLE_EQ(sum.Cer(), 0.1);
}

TEST(ScoreText, APageOfThreeHundredLinesTakesNoTime) {
  std::string page, output;
  for (int i = 0; i < 300; ++i) {
    const std::string line = "Dòng " + std::to_string(i) + " của một trang dài, có dấu và có số " +
                             std::to_string(i * 7919) + "\n";
    page += line;
    output += i % 3 == 0 ? "nhiễu " + line : line;
  }
  const auto begin = std::chrono::steady_clock::now();
  const TextScore score = ScoreText(page, output);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
  EXPECT_EQ(score.character_edits, 600U);
  EXPECT_EQ(score.line_edits, 0U);
}

}  // namespace
}  // namespace vanthu::evaluate
