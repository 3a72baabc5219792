#include "pipeline/reading/plausible.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>

#include "pipeline/reading/pieces.h"
#include "tests/unit/image/sheet.h"

namespace vanthu::reading {
namespace {

std::vector<ReadWord> Words(const std::string& text, double confidence, int times) {
  std::vector<ReadWord> words;
  for (int i = 0; i < times; ++i) {
    std::istringstream in(text);
    for (std::string word; in >> word;) words.push_back({word, confidence, Box{}, i});
  }
  return words;
}

TEST(Plausible, Rows) {
  const std::string letter = "Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh, Sở Y tế báo cáo như sau:";
  const std::string english =
      "The Department presents its compliments to the Embassy and has honour";
  const std::string noise = "ẬWk j3( ÿ rfl || ễzx mủxq TRẢw kjh —— ưz gfr";
  struct Row {
    const char* what;
    std::vector<ReadWord> words;
    double lines;
    TextKind kind;
  };
  const Row rows[] = {
      {"a letter", Words(letter, 0.93, 10), 9, TextKind::kVietnamese},
      {"a worn letter", Words(letter, 0.5, 10), 9, TextKind::kVietnamese},
      {"upside down and a few right", Words(letter, 0.3, 10), 9, TextKind::kVietnamese},
      {"nothing", {}, 0, TextKind::kVietnamese},
      {"a table of figures", Words("12 1.250 345 2.109 77,5", 0.9, 30), 9, TextKind::kVietnamese},
      {"a short English note", Words("Best regards", 0.9, 1), 5, TextKind::kVietnamese},
      {"half Vietnamese", Words(letter + " " + english, 0.9, 10), 9, TextKind::kVietnamese},
      {"doubtful English", Words(english, 0.65, 20), 9, TextKind::kVietnamese},
      {"English", Words(english, 0.93, 10), 9, TextKind::kOtherLatin},
      {"a photograph", Words(noise, 0.3, 5), 1.5, TextKind::kNoise},
      {"specks", Words("; — | .", 0.2, 5), 1, TextKind::kNoise},
      {"a few signs in lines", Words(noise, 0.3, 1), 9, TextKind::kNoise},
      {"another script", Words(noise, 0.3, 30), 9, TextKind::kForeign},
  };
  for (const Row& row : rows) EXPECT_EQ(Judge(row.words, row.lines), row.kind) << row.what;
}

TEST(Plausible, NoiseIsDroppedAndSaid) {
  Sheet sheet;
  sheet.words = Words("ẬWk rfl ễzx mủxq", 0.3, 5);
  sheet.prepared.line_confidence = 1;
  Page page;
  page.number = 2;
  DropImplausible(sheet, page);
  EXPECT_TRUE(sheet.words.empty());
  ASSERT_EQ(page.diagnostics.size(), 1U);
  EXPECT_EQ(page.diagnostics[0].code, "not_text");
}

// Says where every piece begins: one word as large as the piece.
class PieceEngine : public Engine {
 public:
  Result<std::vector<ReadWord>> Recognize(const image::Image& image, double) override {
    heights.push_back(image.height());
    const double right = image.width(), bottom = image.height();
    return std::vector<ReadWord>{{"a", 0.9, Box{0, 0, right, bottom}, 0}};
  }
  Result<std::vector<ReadWord>> RecognizeBlock(const image::Image& image, double dpi) override {
    return Recognize(image, dpi);
  }
  std::vector<int> heights;
};

TEST(Pieces, StripIsCutBetweenLines) {
  const Raster raster = image::TextSheet(600, 11000, 20);
  const Result<image::Image> strip = image::GreyFromRaster(raster);
  ASSERT_TRUE(strip.ok());
  PieceEngine engine;
  const auto words = RecognizeInPieces(engine, *strip, 200);
  ASSERT_TRUE(words.ok());
  ASSERT_GE(words->size(), 4U);
  double end = 0;
  for (size_t i = 0; i < words->size(); ++i) {
    const ReadWord& word = (*words)[i];
    EXPECT_EQ(word.box.y0, end);
    EXPECT_EQ(word.line, static_cast<int>(i));
    end = word.box.y1;
    if (end == 11000) break;
    // No ink on either side of the cut.
    for (const int y : {static_cast<int>(end) - 1, static_cast<int>(end)}) {
      const auto row = raster.pixels.begin() + static_cast<std::ptrdiff_t>(y) * raster.width;
      EXPECT_EQ(*std::min_element(row, row + raster.width), 250) << y;
    }
  }
  EXPECT_EQ(end, 11000);
}

TEST(Pieces, PageGoesWhole) {
  const Result<image::Image> page = image::GreyFromRaster(image::TextSheet(1700, 2400, 24));
  ASSERT_TRUE(page.ok());
  PieceEngine engine;
  ASSERT_TRUE(RecognizeInPieces(engine, *page, 200).ok());
  EXPECT_EQ(engine.heights, std::vector<int>{2400});
}

}  // namespace
}  // namespace vanthu::reading
