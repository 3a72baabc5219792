// Print that no word covers: read by itself where it is text, told with its place where it is not, and no
// engine called where all is covered.
#include "pipeline/reading/lost_lines.h"

#include <gtest/gtest.h>

#include "models/document/raster.h"

namespace vanthu::reading {
namespace {

constexpr double kWord = 30;

// Says the same of every line.
class OneAnswer : public Engine {
 public:
  explicit OneAnswer(std::vector<ReadWord> answer) : answer_(std::move(answer)) {}

  Result<std::vector<ReadWord>> Recognize(const image::Image& /*image*/, double /*dpi*/) override {
    ADD_FAILURE() << "a whole page";
    return std::vector<ReadWord>{};
  }
  Result<std::vector<ReadWord>> RecognizeBlock(const image::Image& /*image*/,
                                               double /*dpi*/) override {
    ++calls;
    return answer_;
  }

  int calls = 0;

 private:
  std::vector<ReadWord> answer_;
};

std::vector<ReadWord> Words(std::initializer_list<std::string> texts, double confidence) {
  std::vector<ReadWord> out;
  double x = 20;
  for (const std::string& text : texts) {
    out.push_back({text, confidence, {x, 15, x + 60, 40}, 0});
    x += 80;
  }
  return out;
}

// Rows of strokes as high as letters, from y downward, `letters` a row.
Sheet SheetWithRows(std::initializer_list<std::pair<int, int>> rows) {
  Raster raster;
  raster.width = 1700;
  raster.height = 2400;
  raster.channels = 1;
  raster.pixels.assign(1700U * 2400U, 250);
  for (const auto& [top, letters] : rows) {
    for (int i = 0; i < letters; ++i) {
      for (int y = top; y < top + 20; ++y)
        for (int x = 300 + 18 * i; x < 310 + 18 * i; ++x)
          raster.pixels[static_cast<size_t>(y) * 1700U + static_cast<size_t>(x)] = 10;
    }
  }
  Sheet sheet;
  sheet.prepared.image = *image::GreyFromRaster(raster);
  sheet.prepared.dpi = 200;
  return sheet;
}

Box RowBox(int top, int letters) {
  return {300, static_cast<double>(top), 300.0 + 18 * letters, top + 20.0};
}

TEST(LostLines, TextIsTakenAtItsPlace) {
  const Sheet sheet = SheetWithRows({{500, 30}, {800, 30}});
  OneAnswer engine(Words({"về", "việc", "phối", "hợp"}, 0.9));
  const LostLines lost = ReadLostLines(engine, sheet, {RowBox(500, 30)}, kWord);
  ASSERT_EQ(lost.words.size(), 4U);
  EXPECT_EQ(lost.words[1].text, "việc");
  EXPECT_GT(lost.words[0].box.y0, 780);
  EXPECT_LT(lost.words[0].box.y1, 850);
  EXPECT_TRUE(lost.unread.empty());
  EXPECT_EQ(lost.coverage, 1);
}

TEST(LostLines, NoiseIsToldAndNotTaken) {
  const Sheet sheet = SheetWithRows({{500, 30}, {800, 30}, {1200, 5}});
  const struct {
    std::vector<ReadWord> answer;
  } rows[] = {
      {{}},
      {Words({"về", "việc", "phối", "hợp"}, 0.3)},
      {Words({"xkq", "rtw", "việc", "zzt"}, 0.9)},
      {Words({"la"}, 0.95)},
  };
  for (const auto& row : rows) {
    OneAnswer engine(row.answer);
    const LostLines lost = ReadLostLines(engine, sheet, {RowBox(500, 30)}, kWord);
    EXPECT_TRUE(lost.words.empty());
    ASSERT_EQ(lost.unread.size(), 1U) << "five letters are no line of print";
    EXPECT_NEAR(lost.unread[0].y0, 800, 3);
    EXPECT_LT(lost.coverage, 0.5);
  }
}

TEST(LostLines, ACoveredPageCostsNothing) {
  const Sheet sheet = SheetWithRows({{500, 30}});
  OneAnswer engine({});
  const LostLines lost = ReadLostLines(engine, sheet, {RowBox(500, 30)}, kWord);
  EXPECT_EQ(engine.calls, 0);
  EXPECT_EQ(lost.coverage, 1);
}

TEST(LostLines, WhatStaysUnreadIsADiagnosticWithItsBox) {
  LostLines lost;
  lost.unread = {{100, 200, 300, 220}};
  lost.coverage = 0.62;
  Page page;
  page.number = 3;
  NoteLostLines(lost, image::PageMap(), page);
  ASSERT_EQ(page.diagnostics.size(), 2U);
  EXPECT_EQ(page.diagnostics[0].code, "text_unread");
  ASSERT_EQ(page.diagnostics[0].evidence.size(), 1U);
  EXPECT_EQ(page.diagnostics[0].evidence[0].page, 3);
  EXPECT_EQ(page.diagnostics[1].code, "text_coverage");
  EXPECT_NE(page.diagnostics[1].message.find("62 %"), std::string::npos);
}

}  // namespace
}  // namespace vanthu::reading
