// Fields of a head filled in by hand: words as the engine would give them, digits drawn with a pen.
#include "pipeline/reading/handwriting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/reading/digit_net.h"
#include "tests/unit/image/pen.h"
#include "tests/unit/image/sheet.h"

namespace vanthu::reading {
namespace {

constexpr int kTop = 100, kHigh = 26;  // of the line of print, pixels

// A word at x whose signs are 16 pixels wide; they need not be drawn.
ReadWord WordAt(const std::vector<std::string>& signs, double x, double confidence, int line) {
  ReadWord word;
  word.confidence = confidence;
  word.line = line;
  for (const std::string& sign : signs) {
    const double top = sign == "n" || sign == "a" || sign == "m" ? kTop + 8 : kTop;
    word.text += sign;
    word.symbols.push_back({sign, {x, top, x + 16, kTop + kHigh}});
    x += 17;
  }
  word.box = {word.symbols.front().box.x0, kTop, word.symbols.back().box.x1, kTop + kHigh};
  return word;
}

std::vector<std::string> Signs(std::string_view text) {
  std::vector<std::string> signs;
  for (const char c : text) {
    const bool inside = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    if (inside) {
      signs.back() += c;
    } else {
      signs.emplace_back(1, c);
    }
  }
  return signs;
}

// "Số:" at 100, a field from 160 to 260, "/UBND-TH" at 260, as one line of an A4 page.
struct NumberLine {
  Raster sheet = image::WhiteSheet(1200, 1600);
  std::vector<ReadWord> words = {WordAt(Signs("Số:"), 100, 0.9, 0),
                                 WordAt(Signs("/UBND-TH"), 264, 0.9, 0)};

  void EngineReads(std::string_view text, double confidence) {
    words.insert(words.begin() + 1, WordAt(Signs(text), 165, confidence, 0));
  }
  std::vector<HandField> Read() {
    const Result<image::Image> grey = image::GreyFromRaster(sheet);
    return ReadHandwriting(*grey, words);
  }
  std::string Text() const {
    std::string text;
    for (const ReadWord& word : words) text += (text.empty() ? "" : " ") + word.text;
    return text;
  }
};

TEST(DigitNet, IsInstalled) { ASSERT_TRUE(DigitNet::Shared().loaded()); }

TEST(DigitNet, KnowsDrawnDigits) {
  int right = 0, all = 0;
  for (const double lean : {0.0, 0.2, 0.4}) {
    for (const double pen : {1.2, 2.0, 3.0}) {
      for (char digit = '0'; digit <= '9'; ++digit) {
        Raster sheet = image::WhiteSheet(120, 80);
        image::WriteByHand(sheet, std::string_view(&digit, 1), 30, 20, 40, lean, 1, pen);
        const Result<image::Image> grey = image::GreyFromRaster(sheet);
        const image::InkPatch patch = image::InkOf(*grey, {0, 0, 120, 80});
        const std::vector<image::Piece> pieces = image::PiecesOf(patch);
        const DigitChances chances =
            DigitNet::Shared().Classify(image::PictureOf(patch, pieces, 0, pieces.size()));
        const auto most = std::max_element(chances.begin(), chances.end()) - chances.begin();
        right += most == digit - '0' ? 1 : 0;
        ++all;
      }
    }
  }
  EXPECT_GE(right, all * 95 / 100) << "of " << all;
}

TEST(DigitNet, RefusesWhatIsNoDigit) {
  Raster sheet = image::WhiteSheet(300, 80);
  image::WriteByHand(sheet, "38", 30, 20, 40, 0, 0.7);
  const Result<image::Image> grey = image::GreyFromRaster(sheet);
  const image::InkPatch patch = image::InkOf(*grey, {0, 0, 300, 80});
  const std::vector<image::Piece> pieces = image::PiecesOf(patch);
  EXPECT_GT(
      DigitNet::Shared().Classify(image::PictureOf(patch, pieces, 0, pieces.size()))[kNoDigit],
      0.5F);
}

TEST(ReadHandwriting, PutsTheDigitsInPlaceOfTheEnginesWord) {
  for (const char* digits : {"575", "47", "1906", "238", "06"}) {
    NumberLine line;
    image::WriteByHand(line.sheet, digits, 164, kTop - 4, 30, 0.2, 0.8, 1.4);
    line.EngineReads("#?", 0.3);
    const std::vector<HandField> fields = line.Read();
    ASSERT_EQ(fields.size(), 1U) << digits;
    EXPECT_FALSE(fields[0].print);
    EXPECT_EQ(line.Text(), std::string("Số: ") + digits + " /UBND-TH");
    EXPECT_GE(fields[0].reading.score, kBelievedHand);
    EXPECT_EQ(line.words[1].confidence, fields[0].reading.score);
    EXPECT_EQ(line.words[1].box, fields[0].box);
    EXPECT_EQ(line.words[1].line, 0);
  }
}

TEST(ReadHandwriting, ReadsWhatTheEngineDidNotSee) {
  NumberLine line;
  image::WriteByHand(line.sheet, "23", 170, kTop - 4, 34, 0.2, 0.9, 1.8);
  line.Read();
  EXPECT_EQ(line.Text(), "Số: 23 /UBND-TH");
}

TEST(ReadHandwriting, PartsWordsThatHoldTheField) {
  NumberLine line;
  image::WriteByHand(line.sheet, "23", 170, kTop - 4, 34, 0.2, 0.9, 1.8);
  ReadWord merged = WordAt(Signs("Số:?£"), 100, 0.4, 0);
  merged.symbols[3].box = {165, kTop, 200, kTop + kHigh};
  merged.symbols[4].box = {200, kTop, 250, kTop + kHigh};
  line.words[0] = merged;
  line.Read();
  EXPECT_EQ(line.Text(), "Số: 23 /UBND-TH");
}

TEST(ReadHandwriting, PutsTheWordsBesideASerialRight) {
  const struct {
    const char* lead;
    const char* symbol;
    const char* want;
  } rows[] = {
      {"Só:", "/UBND-TH", "Số: 23 /UBND-TH"}, {"sé.", "/UBND-TH", "Số: 23 /UBND-TH"},
      {"Sở", "-BC/TU", "Số 23 -BC/TU"},       {"Số:", "¡sYT-NVY", "Số: 23 /SYT-NVY"},
      {"Số:", "-KL/TU", "Số: 23 -KL/TU"},
  };
  for (const auto& row : rows) {
    NumberLine line;
    line.words = {WordAt(Signs(row.lead), 100, 0.3, 0), WordAt(Signs(row.symbol), 264, 0.3, 0)};
    image::WriteByHand(line.sheet, "23", 170, kTop - 4, 34, 0.2, 0.9, 1.8);
    line.Read();
    EXPECT_EQ(line.Text(), row.want);
    EXPECT_GE(line.words.front().confidence, 0.7);
  }
}

TEST(ReadHandwriting, LeavesPrintAlone) {
  NumberLine line;
  image::WriteByHand(line.sheet, "575", 170, kTop, kHigh, 0.0, 0.9, 1.5);
  line.EngineReads("515", 0.8);  // the engine's word stands, right or wrong
  const std::vector<HandField> fields = line.Read();
  ASSERT_EQ(fields.size(), 1U);
  EXPECT_TRUE(fields[0].print);
  EXPECT_EQ(line.Text(), "Số: 515 /UBND-TH");
  EXPECT_EQ(line.words[1].confidence, 0.8);
}

TEST(ReadHandwriting, LeavesABlankFieldBlank) {
  NumberLine line;
  EXPECT_TRUE(line.Read().empty());
  EXPECT_EQ(line.Text(), "Số: /UBND-TH");
  for (int x = 170; x < 250; x += 9) {  // a dotted base line
    image::Fill(line.sheet, x, kTop + kHigh - 3, x + 3, kTop + kHigh, 0);
  }
  line.EngineReads("....", 0.6);
  EXPECT_TRUE(line.Read().empty());
  EXPECT_EQ(line.Text(), "Số: .... /UBND-TH");
}

TEST(ReadHandwriting, InventsNothing) {
  NumberLine line;
  for (int i = 0; i < 9; ++i) {  // a scrawl
    image::Fill(line.sheet, 165 + i * 9, kTop - 5 + i * i % 17, 172 + i * 9, kTop + 8 + i * 7 % 25,
                20);
    image::Fill(line.sheet, 165, kTop + 2 + i, 250, kTop + 4 + i, 20);
  }
  line.EngineReads("74", 0.3);
  const std::vector<HandField> fields = line.Read();
  ASSERT_EQ(fields.size(), 1U);
  EXPECT_LT(fields[0].reading.score, kBelievedHand);
  EXPECT_EQ(line.Text(), "Số: ? /UBND-TH");
  Page page;
  page.number = 3;
  NoteHandwriting(fields, {}, page);
  ASSERT_EQ(page.diagnostics.size(), 1U);
  EXPECT_EQ(page.diagnostics[0].code, "handwriting_unread");
  EXPECT_EQ(page.diagnostics[0].page, 3);
  EXPECT_TRUE(page.diagnostics[0].evidence.at(0).box.has_value());
}

TEST(ReadHandwriting, ReadsDayAndMonthOfOneLine) {
  Raster sheet = image::WhiteSheet(1200, 1600);
  image::WriteByHand(sheet, "28", 585, kTop - 4, 34, 0.2, 0.75, 1.8);
  image::WriteByHand(sheet, "5", 770, kTop - 4, 34, 0.2, 0.75, 1.8);
  std::vector<ReadWord> words = {
      WordAt(Signs("Nội,"), 400, 0.9, 4), WordAt(Signs("ngày"), 510, 0.9, 4),
      WordAt(Signs("z8"), 590, 0.4, 4),   WordAt(Signs("tháng"), 670, 0.9, 4),
      WordAt(Signs("năm"), 830, 0.9, 4),  WordAt(Signs("2014"), 900, 0.9, 4)};
  const Result<image::Image> grey = image::GreyFromRaster(sheet);
  EXPECT_EQ(ReadHandwriting(*grey, words).size(), 2U);
  std::string text;
  for (const ReadWord& word : words) text += word.text + " ";
  EXPECT_EQ(text, "Nội, ngày 28 tháng 5 năm 2014 ");
}

TEST(ReadHandwriting, LooksAtHeadsOnly) {
  Raster sheet = image::WhiteSheet(1200, 220);  // the line is in the lower half
  image::WriteByHand(sheet, "23", 170, kTop - 4, 34, 0.2, 0.9, 1.8);
  std::vector<ReadWord> words = {WordAt(Signs("Số:"), 100, 0.9, 0),
                                 WordAt(Signs("/UBND-TH"), 264, 0.9, 0)};
  const Result<image::Image> grey = image::GreyFromRaster(sheet);
  EXPECT_TRUE(ReadHandwriting(*grey, words).empty());
}

TEST(ReadHandwriting, TakesNoOtherLines) {
  for (const char* text : {"Căn", "Sở/UBND", "số12", "Số:12"}) {
    Raster sheet = image::WhiteSheet(1200, 1600);
    image::WriteByHand(sheet, "23", 400, kTop - 4, 34, 0.2, 0.9, 1.8);
    std::vector<ReadWord> words = {WordAt(Signs(text), 100, 0.9, 0),
                                   WordAt(Signs("xe"), 700, 0.9, 0)};
    const Result<image::Image> grey = image::GreyFromRaster(sheet);
    EXPECT_TRUE(ReadHandwriting(*grey, words).empty()) << text;
    EXPECT_EQ(words[0].text, text);
  }
  std::vector<ReadWord> bare = {{"Số: /UBND-TH", 0.9, {100, 100, 300, 126}, 0}};
  const Result<image::Image> grey = image::GreyFromRaster(image::WhiteSheet(1200, 1600));
  EXPECT_TRUE(ReadHandwriting(*grey, bare).empty());
}

}  // namespace
}  // namespace vanthu::reading
