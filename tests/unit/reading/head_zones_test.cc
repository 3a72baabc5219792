// Lines of a head read again, with an engine that says what it is told to.
#include "pipeline/reading/head_zones.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/unit/image/sheet.h"

namespace vanthu::reading {
namespace {

// Words 30 pixels high, 20 wide a letter, from x on.
std::vector<ReadWord> LineOf(const std::vector<std::pair<std::string, double>>& texts, double x,
                             double y, int line) {
  std::vector<ReadWord> words;
  for (const auto& [text, confidence] : texts) {
    const double width = 20.0 * static_cast<double>(text.size());
    words.push_back({text, confidence, {x, y, x + width, y + 30}, line});
    x += width + 12;
  }
  return words;
}

std::string TextOf(const std::vector<ReadWord>& words) {
  std::string text;
  for (const ReadWord& word : words) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

class ToldEngine : public Engine {
 public:
  explicit ToldEngine(std::vector<std::pair<std::string, double>> says) : says_(std::move(says)) {}

  Result<std::vector<ReadWord>> Recognize(const image::Image&, double) override {
    return Error{ErrorCode::kInternal, "not asked for", {}, 0};
  }
  Result<std::vector<ReadWord>> RecognizeBlock(const image::Image& image, double) override {
    ++calls;
    if (says_.empty()) return Error{ErrorCode::kDamaged, "no", {}, 0};
    return LineOf(says_, 12, image.height() / 2.0 - 15, 0);
  }

  int calls = 0;

 private:
  std::vector<std::pair<std::string, double>> says_;
};

struct Head {
  Raster sheet = image::TextSheet(1600, 2400, 24);
  std::vector<ReadWord> words;

  explicit Head(std::vector<ReadWord> line) : words(std::move(line)) {
    const auto more = LineOf({{"CONG", 0.95}, {"HOA", 0.95}, {"XA", 0.95}}, 900, 200, 9);
    words.insert(words.end(), more.begin(), more.end());
  }
  std::vector<ReadWord> Reread(Engine& engine) {
    const Result<image::Image> grey = image::GreyFromRaster(sheet);
    return RereadHead(engine, *grey, 200, words);
  }
};

TEST(PartsOfHead, PartsColumnsAndEndsAtTheText) {
  std::vector<ReadWord> words = LineOf({{"UBND", 0.9}, {"TINH", 0.9}}, 100, 200, 0);
  const auto add = [&words](std::vector<ReadWord> line) {
    words.insert(words.end(), line.begin(), line.end());
  };
  add(LineOf({{"CONG", 0.9}, {"HOA", 0.9}, {"XA", 0.9}}, 900, 200, 0));
  add(LineOf({{"SO", 0.9}, {"Y", 0.9}}, 100, 250, 1));
  add(LineOf({{"Can", 0.9}, {"cu", 0.9}, {"Luat", 0.9}}, 100, 500, 2));
  add(LineOf({{"duoi", 0.9}}, 100, 560, 3));
  const std::vector<HeadPart> parts = PartsOfHead(words, 2400);
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[0].past, 2U);
  EXPECT_EQ(parts[1].first, 2U);
  EXPECT_EQ(parts[2].past, 7U);
  EXPECT_TRUE(PartsOfHead({}, 2400).empty());
}

TEST(HeadQuality, IsLowerWithSignsOfDirt) {
  EXPECT_EQ(HeadQuality({}), 0);
  EXPECT_GT(HeadQuality(LineOf({{"UBND", 0.9}}, 0, 0, 0)),
            HeadQuality(LineOf({{"UB|ND", 0.9}}, 0, 0, 0)));
}

TEST(RereadHead, LeavesSureLinesAlone) {
  Head head(LineOf({{"UBND", 0.95}, {"TINH", 0.93}}, 100, 200, 0));
  ToldEngine engine({{"khac", 0.99}});
  EXPECT_TRUE(head.Reread(engine).empty());
  EXPECT_EQ(engine.calls, 0);
  EXPECT_EQ(TextOf(head.words), "UBND TINH CONG HOA XA");
}

TEST(RereadHead, ReplacesNoise) {
  Head head(LineOf({{"UB#D!INH", 0.2}}, 100, 200, 0));
  ToldEngine engine({{"UBND", 0.9}, {"TINH", 0.9}});
  EXPECT_TRUE(head.Reread(engine).empty());
  EXPECT_EQ(TextOf(head.words), "UBND TINH CONG HOA XA");
  EXPECT_EQ(head.words[1].line, 0);
  // At its place on the page, not of the strip.
  EXPECT_NEAR(head.words[0].box.center_y(), 215, 8);
}

TEST(RereadHead, GivesAFurtherReadingOfWhatIsDoubtful) {
  Head head(LineOf({{"UBND", 0.92}, {"TINH", 0.6}, {"CAO", 0.95}}, 100, 200, 0));
  ToldEngine engine({{"UBND", 0.9}, {"TINH", 0.95}, {"CAO", 0.9}});
  EXPECT_EQ(TextOf(head.Reread(engine)), "UBND TINH CAO");
  EXPECT_EQ(TextOf(head.words), "UBND TINH CAO CONG HOA XA");
  EXPECT_EQ(head.words[1].confidence, 0.6);
}

TEST(RereadHead, TakesNothingThatLostHalfOfTheLetters) {
  Head head(LineOf({{"UB#D!INH", 0.2}, {"CAOBANG", 0.2}}, 100, 200, 0));
  ToldEngine engine({{"UBND", 0.95}});
  EXPECT_TRUE(head.Reread(engine).empty());
  EXPECT_EQ(TextOf(head.words), "UB#D!INH CAOBANG CONG HOA XA");
  ToldEngine failing({});
  EXPECT_TRUE(head.Reread(failing).empty());
}

TEST(RereadHead, SweepsDirtFromTheEndsOfLines) {
  const struct {
    std::vector<std::pair<std::string, double>> line;
    const char* want;
  } rows[] = {
      {{{"_", 0.5}, {"UBND", 0.95}, {"|", 0.4}}, "UBND CONG HOA XA"},
      {{{"'V/v", 0.9}, {"tiem", 0.95}}, "V/v tiem CONG HOA XA"},
      {{{"___I", 0.1}, {"UBND", 0.95}}, "UBND CONG HOA XA"},
      {{{"luong,", 0.65}, {",", 0.1}}, "luong CONG HOA XA"},
      // A dash that goes on below, a comma that was read well, an ornament alone.
      {{{"VA", 0.95}, {"-", 0.95}}, "VA - CONG HOA XA"},
      {{{"luong,", 0.95}, {"|", 0.1}}, "luong, CONG HOA XA"},
      {{{"*", 0.8}}, "* CONG HOA XA"},
  };
  for (const auto& row : rows) {
    Head head(LineOf(row.line, 100, 260, 0));
    ToldEngine engine({});
    head.Reread(engine);
    EXPECT_EQ(TextOf(head.words), row.want);
  }
}

}  // namespace
}  // namespace vanthu::reading
