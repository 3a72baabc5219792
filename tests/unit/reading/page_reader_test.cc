// The stages around the engine, with an engine that only looks which way up the image is.
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <memory>
#include <utility>
#include <vector>

#include "pipeline/reading/engine.h"
#include "tests/unit/image/sheet.h"

namespace vanthu::reading {
namespace {

// Sees one word at the black square that MarkedSheet draws; confident where it lies in the upper
// left.
class SquareEngine : public Engine {
 public:
  explicit SquareEngine(int* calls) : calls_(calls) {}

  Result<std::vector<ReadWord>> Recognize(const image::Image& image, double) override {
    ++*calls_;
    const image::Image binary = image::Binarize(image);
    BOXA* boxes = pixConnCompBB(binary.get(), 8);
    std::vector<ReadWord> words;
    for (int i = 0; i < boxaGetCount(boxes); ++i) {
      int x = 0, y = 0, width = 0, height = 0;
      boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
      if (width < 60 || height < 60) continue;
      const bool upright = x < image.width() / 2 && y < image.height() / 2;
      const double right = x + width, bottom = y + height;
      words.push_back({"dấu", upright ? 0.9 : 0.3,
                       Box{static_cast<double>(x), static_cast<double>(y), right, bottom}, 0});
    }
    boxaDestroy(&boxes);
    return words;
  }

  // A cell: one word as large as its ink.
  Result<std::vector<ReadWord>> RecognizeBlock(const image::Image& image, double) override {
    ++*calls_;
    const double right = image.width() - 12, bottom = image.height() - 12;
    return std::vector<ReadWord>{{"ô", 0.9, Box{12, 12, right, bottom}, 0}};
  }

 private:
  int* calls_;
};

// A4 at 100 dpi, text and a square of 60 pixels at (80, 20).
Raster MarkedSheet() {
  Raster raster = image::TextSheet(827, 1169, 12);
  image::Fill(raster, 140, 130, 260, 230,
              255);  // away from the margins, where what is black is dirt
  image::Fill(raster, 170, 150, 230, 210, 0);
  raster.dpi = 100;
  return raster;
}

Raster TurnedSheet(const Raster& from, int turns) {
  Raster out = from;
  for (int i = 0; i < turns; ++i) {
    const Raster was = out;
    std::swap(out.width, out.height);
    for (int y = 0; y < was.height; ++y) {
      for (int x = 0; x < was.width; ++x) {
        out.pixels[static_cast<size_t>(x) * static_cast<size_t>(out.width) +
                   static_cast<size_t>(out.width - 1 - y)] =
            was.pixels[static_cast<size_t>(y) * static_cast<size_t>(was.width) +
                       static_cast<size_t>(x)];
      }
    }
  }
  return out;
}

// MarkedSheet with a ruled table of two rows and two columns, a black mark in each cell.
Raster RuledSheet() {
  Raster raster = image::WhiteSheet(827, 1169);
  image::Fill(raster, 80, 20, 140, 80, 0);
  for (const int y : {400, 450, 500}) image::Fill(raster, 100, y, 702, y + 2, 0);
  for (const int x : {100, 300, 700}) image::Fill(raster, x, 400, x + 2, 502, 0);
  for (const int y : {420, 470}) {
    for (const int x : {150, 400}) image::Fill(raster, x, y, x + 40, y + 15, 0);
  }
  raster.dpi = 100;
  return raster;
}

bool Has(const Page& page, const std::string& code) {
  for (const Diagnostic& diagnostic : page.diagnostics) {
    if (diagnostic.code == code) return true;
  }
  return false;
}

TEST(PageReader, CellsOfARuledTableAreReadOneByOne) {
  int calls = 0;
  const auto reader = MakePageReader(std::make_unique<SquareEngine>(&calls));
  const Result<Page> page = reader->Read(RuledSheet(), Page{});
  ASSERT_TRUE(page.ok());
  EXPECT_EQ(calls, 5);  // the page without its table, and four cells
  ASSERT_EQ(page->words.size(), 5U);
  const double centers[][2] = {{170, 427.5}, {420, 427.5}, {170, 477.5}, {420, 477.5}};
  for (size_t i = 0; i < 4; ++i) {
    const Word& word = page->words[i + 1];
    EXPECT_EQ(word.text, "ô");
    EXPECT_EQ(word.block, static_cast<int>(i) + 1);
    EXPECT_NEAR(word.box.center_x(), centers[i][0] * 0.72, 2);
    EXPECT_NEAR(word.box.center_y(), centers[i][1] * 0.72, 2);
  }
  EXPECT_GE(page->rulings.size(), 6U);  // they come in pieces where they cross
}

TEST(PageReader, WordsInPointsOfThePageAsScanned) {
  // Where the square's centre (200, 180) lies after clockwise turns, in points.
  const double x[] = {144, 841.68 - 129.6, 595.44 - 144, 129.6};
  const double y[] = {129.6, 144, 841.68 - 129.6, 595.44 - 144};
  for (int turns = 0; turns < 4; ++turns) {
    int calls = 0;
    const auto reader = MakePageReader(std::make_unique<SquareEngine>(&calls));
    Page blank;
    blank.number = 3;
    const Result<Page> page = reader->Read(TurnedSheet(MarkedSheet(), turns), blank);
    ASSERT_TRUE(page.ok());
    ASSERT_EQ(page->words.size(), 1U) << turns;
    EXPECT_NEAR(page->words[0].box.center_x(), x[turns], 1) << turns;
    EXPECT_NEAR(page->words[0].box.center_y(), y[turns], 1) << turns;
    EXPECT_NEAR(page->words[0].box.width(), 43.2, 2);
    EXPECT_NEAR(page->width.value(), turns % 2 == 0 ? 595.44 : 841.68, 0.1);
    EXPECT_EQ(page->origin, PageOrigin::kOcr);
    EXPECT_EQ(page->number, 3);
    EXPECT_EQ(Has(*page, "page_turned"), turns != 0);
    EXPECT_EQ(Has(*page, "resolution_estimated"), false);
    // Only the reading tells which of two ways is up.
    EXPECT_LE(calls, turns == 0 ? 1 : 2);
  }
}

TEST(PageReader, BlankPageIsNotRead) {
  int calls = 0;
  const auto reader = MakePageReader(std::make_unique<SquareEngine>(&calls));
  const Result<Page> page = reader->Read(image::WhiteSheet(827, 1169), {});
  ASSERT_TRUE(page.ok());
  EXPECT_EQ(page->origin, PageOrigin::kBlank);
  EXPECT_TRUE(page->words.empty());
  EXPECT_EQ(calls, 0);
}

TEST(PageReader, InkWithoutTextIsNoted) {
  int calls = 0;
  const auto reader = MakePageReader(std::make_unique<SquareEngine>(&calls));
  const Result<Page> page = reader->Read(image::TextSheet(827, 1169, 12), {});
  ASSERT_TRUE(page.ok());
  EXPECT_EQ(page->origin, PageOrigin::kOcr);
  EXPECT_TRUE(Has(*page, "no_text_found"));
}

TEST(PageReader, ErrorsNameThePage) {
  int calls = 0;
  const auto reader = MakePageReader(std::make_unique<SquareEngine>(&calls));
  Page third;
  third.number = 3;
  const Result<Page> page = reader->Read(Raster{}, third);
  ASSERT_FALSE(page.ok());
  EXPECT_EQ(page.error().code, ErrorCode::kDamaged);
  EXPECT_EQ(page.error().page, 3);
}

TEST(Tesseract, MissingModelNamesItsPackage) {
  Settings settings;
  settings.model = "chi_sim_vert_missing";
  const auto reader = MakeTesseractReader(settings);
  ASSERT_FALSE(reader.ok());
  EXPECT_EQ(reader.error().code, ErrorCode::kNotFound);
  EXPECT_NE(reader.error().message.find("tesseract-ocr-chi-sim-vert-missing"), std::string::npos);
  settings.model = "script/Vietnamese";
  settings.tessdata_dir = "/nonexistent";
  EXPECT_NE(MakeTesseractReader(settings).error().message.find("tesseract-ocr-script-viet"),
            std::string::npos);
}

TEST(Settings, KeyTellsSettingsApart) {
  Settings normal, thorough, script;
  thorough.quality = Quality::kThorough;
  script.model = "script/Vietnamese";
  EXPECT_EQ(normal.Key(), Settings().Key());
  EXPECT_NE(normal.Key(), thorough.Key());
  EXPECT_NE(normal.Key(), script.Key());
}

}  // namespace
}  // namespace vanthu::reading
