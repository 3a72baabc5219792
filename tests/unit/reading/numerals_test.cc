// Numbers of strokes drawn with serifs, as the engine would misread them.
#include "pipeline/reading/numerals.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/image/sheet.h"

namespace vanthu::reading {
namespace {

constexpr int kTop = 60, kHigh = 26;

// A stem of 4 pixels at x, serifs of 3: I; the digit 1 has a flag at the left and a wider foot.
void DrawOne(Raster& sheet, int x, bool digit) {
  image::Fill(sheet, x, kTop, x + 4, kTop + kHigh, 20);
  image::Fill(sheet, x - 3, kTop, x, kTop + 2, 20);
  if (!digit) image::Fill(sheet, x + 4, kTop, x + 7, kTop + 2, 20);
  const int foot = digit ? 5 : 3;
  image::Fill(sheet, x - foot, kTop + kHigh - 2, x + 4 + foot, kTop + kHigh, 20);
}

void DrawBar(Raster& sheet, int x, int width, int y, int height) {
  image::Fill(sheet, x, y, x + width, y + height, 20);
}

struct Row {
  std::string_view drawn;  // I, 1, H (two stems with a bar), T, and a point
  std::string_view read;
  std::string_view want;
};

class NumeralsTest : public testing::TestWithParam<Row> {};

TEST_P(NumeralsTest, CountsStrokes) {
  Raster sheet = image::WhiteSheet(400, 160);
  int x = 60;
  for (const char sign : GetParam().drawn) {
    if (sign == 'I' || sign == '1') DrawOne(sheet, x, sign == '1');
    if (sign == 'H') {
      DrawOne(sheet, x, false);
      DrawOne(sheet, x + 14, false);
      DrawBar(sheet, x, 18, kTop + kHigh / 2 - 2, 3);
      x += 14;
    }
    if (sign == 'T') {
      image::Fill(sheet, x, kTop, x + 4, kTop + kHigh, 20);
      DrawBar(sheet, x - 9, 22, kTop, 3);
    }
    if (sign == '.') DrawBar(sheet, x - 4, 4, kTop + kHigh - 4, 4);
    x += 14;
  }
  const Result<image::Image> grey = image::GreyFromRaster(sheet);
  std::vector<CorrectedWord> words(1);
  words[0].word.text = GetParam().read;
  words[0].word.confidence = 0.5;
  words[0].word.box = {54, kTop, static_cast<double>(x), kTop + kHigh};
  MendNumerals(*grey, words);
  EXPECT_EQ(words[0].word.text, GetParam().want);
  EXPECT_EQ(words[0].raw, GetParam().want == GetParam().read ? "" : GetParam().read);
}

INSTANTIATE_TEST_SUITE_P(Words, NumeralsTest,
                         testing::Values(Row{"III.", "II.", "III."}, Row{"III.", "HI.", "III."},
                                         Row{"II", "H", "II"}, Row{"II.", "11.", "II."},
                                         Row{"I.", "1.", "I."}, Row{"11", "II", "11"},
                                         // Nothing to mend.
                                         Row{"II.", "II.", "II."}, Row{"11", "11", "11"},
                                         Row{"1.", "1.", "1."}, Row{"H", "H", "H"},
                                         Row{"T.", "T.", "T."}, Row{"IIII", "III", "III"},
                                         Row{"II", "Và", "Và"}, Row{"I1", "II", "II"}));

TEST(NumeralsTest, LeavesWordsWithoutInk) {
  const Result<image::Image> grey = image::GreyFromRaster(image::WhiteSheet(200, 100));
  std::vector<CorrectedWord> words(1);
  words[0].word.text = "II.";
  words[0].word.box = {20, 20, 60, 46};
  MendNumerals(*grey, words);
  EXPECT_EQ(words[0].word.text, "II.");
}

}  // namespace
}  // namespace vanthu::reading
