#include <gtest/gtest.h>

#include "pipeline/export/alto.h"
#include "pipeline/export/hocr.h"
#include "pipeline/export/page_blocks.h"
#include "pipeline/export/page_image.h"
#include "pipeline/export/pdf_parts.h"
#include "pipeline/export/searchable_pdf.h"
#include "pipeline/export/text_frame.h"
#include "pipeline/export/text_layer.h"

namespace vanthu::exporting {
namespace {

Word MakeWord(std::string text, Box box, double confidence = 0.9) {
  Word word;
  word.text = std::move(text);
  word.box = box;
  word.confidence = confidence;
  return word;
}

Line MakeLine(std::vector<Word> words) {
  Line line;
  for (const Word& word : words) {
    line.text += (line.text.empty() ? "" : " ") + word.text;
    line.box = line.box ? Union(*line.box, word.box) : word.box;
  }
  line.words = std::move(words);
  return line;
}

// A4 at 144 pixels an inch: a point is two pixels.
Page MakePage(std::vector<Line> lines) {
  Page page;
  page.origin = PageOrigin::kOcr;
  page.width = 595;
  page.height = 842;
  page.dpi = 144;
  page.lines = std::move(lines);
  return page;
}

// Four words of one line that runs into (dx, dy).
Page RunningPage(double dx, double dy) {
  std::vector<Word> words;
  for (int i = 0; i < 4; ++i) {
    const double x = 300 + 60 * i * dx, y = 400 + 60 * i * dy;
    const bool level = std::abs(dx) > std::abs(dy);
    const double w = level ? 20 : 5, h = level ? 5 : 20;
    words.push_back(MakeWord("nam", {x - w, y - h, x + w, y + h}));
  }
  return MakePage({MakeLine(std::move(words))});
}

TEST(TextFrame, TurnsAndSkew) {
  struct Row {
    double dx, dy;
    int quarters;
  };
  for (const Row& row : {Row{1, 0, 0}, Row{0, 1, 1}, Row{-1, 0, 2}, Row{0, -1, 3},
                         Row{0.9994, 0.0349, 0}, Row{-0.0349, 0.9994, 1}}) {
    const TextFrame frame = FrameOf(RunningPage(row.dx, row.dy));
    EXPECT_EQ(frame.Quarters(), row.quarters);
    EXPECT_NEAR(frame.dx, row.dx, 0.001);
    EXPECT_NEAR(frame.dy, row.dy, 0.001);
    const PlacePoint back = frame.At(frame.Along({10, 20}), frame.Across({10, 20}));
    EXPECT_NEAR(back.x, 10, 1e-9);
    EXPECT_NEAR(back.y, 20, 1e-9);
  }
  // Two words say nothing, nor does a line that climbs like a stair.
  EXPECT_EQ(
      FrameOf(MakePage({MakeLine({MakeWord("a", {0, 0, 5, 5}), MakeWord("b", {0, 9, 5, 14})})}))
          .Quarters(),
      0);
  EXPECT_NEAR(FrameOf(RunningPage(0.9, 0.43)).dy, 0, 1e-9);
}

TEST(TextFrame, TheBaseIsUnderWordsWithoutATail) {
  const Line line =
      MakeLine({MakeWord("Nam", {10, 100, 30, 110}), MakeWord("gặp", {40, 102, 60, 113}),
                MakeWord("nhau", {70, 100, 90, 110})});
  const LineFit fit = FitLine({}, line);
  EXPECT_DOUBLE_EQ(fit.base, 110);
  EXPECT_DOUBLE_EQ(fit.top, 100);
  EXPECT_DOUBLE_EQ(fit.bottom, 113);
  EXPECT_NEAR(FitLine({}, MakeLine({MakeWord("gặp", {0, 100, 9, 110})})).base, 108, 1e-9);
}

TEST(PageBlocks, ColumnsCellsAndParagraphs) {
  Line left = MakeLine({MakeWord("UBND", {0, 0, 9, 9})}), right = left, cell = left, more = left;
  left.column = Column::kLeft;
  right.column = Column::kRight;
  cell.cell = CellRef{0, 0, 0};
  more.cell = CellRef{0, 0, 0};
  more.starts_paragraph = true;
  Line nowhere;
  nowhere.text = "no box";
  const Page page = MakePage({left, right, right, cell, more, nowhere});
  const std::vector<PageBlock> blocks = BlocksOf(page);
  ASSERT_EQ(blocks.size(), 3u);
  EXPECT_EQ(blocks[1].paragraphs.size(), 1u);
  EXPECT_EQ(blocks[1].paragraphs[0].lines.size(), 2u);
  EXPECT_EQ(blocks[2].paragraphs.size(), 2u);
}

TEST(PageBlocks, XmlHoldsNoControls) {
  EXPECT_EQ(XmlText("a<b>&\"c'\x01\x0B\xFF"
                    "ế"),
            "a&lt;b&gt;&amp;&quot;c&#39;\xEF\xBF\xBDế");
}

TEST(Hocr, WordsWithPlacesAndConfidence) {
  const Page page = MakePage({MakeLine(
      {MakeWord("Kính", {10, 100, 30, 110}, 0.95), MakeWord("gửi:", {35, 100, 60, 113}, 0.5)})});
  const std::string hocr = Hocr("thư \"a\".pdf", {page});
  for (const char* part :
       {"title=\"image &quot;thư &#39;a&#39;.pdf&quot;; bbox 0 0 1190 1684; ppageno 0; scan_res "
        "144 144\"",
        "class=\"ocr_line\" id=\"line_1_1\" title=\"bbox 20 200 120 226; baseline 0.000 -6\"",
        "title=\"bbox 20 200 60 220; x_wconf 95\">Kính</span> <span",
        "title=\"bbox 70 200 120 226; x_wconf 50\">gửi:</span></span>"})
    EXPECT_NE(hocr.find(part), std::string::npos) << part << "\n" << hocr;
}

TEST(Alto, TheReadingOfACorrectedWordIsKept) {
  Line line =
      MakeLine({MakeWord("quyền", {10, 100, 30, 110}), MakeWord("hạn", {35, 100, 60, 113})});
  line.words[0].raw = "quyên";
  line.words[1].bold = true;
  const std::string alto = Alto("thư.pdf", {MakePage({line})});
  for (const char* part :
       {"CONTENT=\"quyền\" HPOS=\"20\" VPOS=\"200\" WIDTH=\"40\" HEIGHT=\"20\" WC=\"0.90\">"
        "<ALTERNATIVE PURPOSE=\"as read by the engine\">quyên</ALTERNATIVE></String>",
        "<SP HPOS=\"60\" VPOS=\"200\" WIDTH=\"10\"/>", "STYLE=\"bold\"/>"})
    EXPECT_NE(alto.find(part), std::string::npos) << part << "\n" << alto;
}

TEST(TextLayer, WordsAreStretchedToTheirBoxes) {
  Page written = MakePage({MakeLine({MakeWord("chữ", {0, 0, 9, 9})})});
  written.origin = PageOrigin::kText;
  written.number = 2;
  const TextLayer layer = LayText({MakePage({MakeLine({MakeWord("an", {10, 100, 30, 110}),
                                                       MakeWord("na", {40, 100, 60, 110})})}),
                                   written});
  ASSERT_EQ(layer.pages.size(), 2u);
  EXPECT_EQ(layer.glyphs, U"an ");
  // 2 glyphs of half of 10 points are 10 points, the boxes 20; the blank between is 10.
  EXPECT_EQ(layer.pages[0].content,
            "3 Tr\n/VanthuText 10 Tf 1 0 0 1 10 732 Tm\n200 Tz <00010002> Tj\n200 Tz <0003> Tj\n"
            "30 0 Td 200 Tz <00020001> Tj\n");
  EXPECT_TRUE(layer.pages[1].content.empty());
  EXPECT_EQ(layer.pages[1].index, 1);
}

TEST(TextLayer, NumbersAsPdfWritesThem) {
  EXPECT_EQ(PdfNumber(12), "12");
  EXPECT_EQ(PdfNumber(-0.00001), "0");
  EXPECT_EQ(PdfNumber(1e7 + 0.25), "10000000.25");
}

TEST(PdfParts, FontAndMap) {
  const std::string font = GlyphlessFont(3);
  EXPECT_EQ(font.size() % 4, 0u);
  // The sum of all of a font is fixed once its adjustment is in it.
  uint32_t sum = 0;
  for (size_t i = 0; i < font.size(); ++i)
    sum += static_cast<uint32_t>(static_cast<unsigned char>(font[i])) << (24 - 8 * (i % 4));
  EXPECT_EQ(sum, 0xB1B0AFBA);
  const std::string map = ToUnicodeMap(U"aế\U0001F600");
  for (const char* part : {"3 beginbfchar", "<0001> <0061>", "<0002> <1EBF>", "<0003> <D83DDE00>"})
    EXPECT_NE(map.find(part), std::string::npos) << part;
}

TEST(SearchablePdf, WhatIsNoPdfIsDamaged) {
  const TextLayer layer = LayText({RunningPage(1, 0)});
  const auto nothing = [](std::string_view) -> Status { return Done{}; };
  const Result<LayerOutcome> made = AddTextLayerToBytes("no PDF at all", layer, nothing);
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.error().code, ErrorCode::kDamaged);
}

TEST(SearchablePdf, LaysOverItsOwnPicturesAndStopsWithTheSink) {
  PackedPicture picture;
  picture.packing = PicturePacking::kPngRows;
  picture.width = picture.height = 1;
  picture.bytes = Deflated(std::string_view("\0\xFF", 2));
  const TextLayer layer = LayText({RunningPage(1, 0)});
  std::string pdf;
  const auto keep = [&pdf](std::string_view bytes) -> Status {
    pdf += bytes;
    return Done{};
  };
  PicturePdf pictures({}, keep);
  ASSERT_TRUE(pictures.Add(picture, {0, 595, 842, ""}).ok());
  ASSERT_TRUE(pictures.Finish().ok());
  std::string once, twice;
  for (std::string* out : {&once, &twice}) {
    const Result<LayerOutcome> made =
        AddTextLayerToBytes(pdf, layer, [out](std::string_view bytes) -> Status {
          *out += bytes;
          return Done{};
        });
    ASSERT_TRUE(made.ok()) << made.error().message;
    EXPECT_EQ(*made, LayerOutcome::kWritten);
  }
  EXPECT_EQ(once, twice);
  const Result<LayerOutcome> full = AddTextLayerToBytes(pdf, layer, [](std::string_view) -> Status {
    return Error{ErrorCode::kDisk, "full", "", 0};
  });
  ASSERT_FALSE(full.ok());
  EXPECT_EQ(full.error().code, ErrorCode::kDisk);
  TextLayer none = layer;
  none.pages[0].content.clear();
  EXPECT_EQ(*AddTextLayerToBytes(pdf, none, keep), LayerOutcome::kComplete);
  TextLayer beyond = layer;
  beyond.pages[0].index = 7;
  EXPECT_FALSE(AddTextLayerToBytes(pdf, beyond, keep).ok());
}

TEST(PageMarks, ValuesOfThePageAlone) {
  const nlohmann::ordered_json record = nlohmann::ordered_json::parse(R"({
    "number": {"evidence": [{"page": 1, "box": [1, 2, 3, 4]}, {"page": 1, "box": [5, 6, 7, 8]}]},
    "signer": {"evidence": [{"page": 2, "box": [1, 2, 3, 4]}]}, "stamp": null,
    "figures": [{"evidence": [{"page": 1, "box": null}]}, {"evidence": [{"page": 1, "box": [0, 0, 1, 1]}]}],
    "diagnostics": [{"code": "hand_doubtful", "evidence": [{"page": 1, "box": [9, 9, 10, 10]}]}]})");
  Page page;
  std::vector<std::string> labels;
  for (const PageMark& mark : MarksOf(record, page)) labels.push_back(mark.label);
  EXPECT_EQ(labels, (std::vector<std::string>{"number", "", "figures", "hand_doubtful"}));
}

TEST(PageImage, DrawsAndShrinks) {
  Raster raster;
  raster.width = 1240;
  raster.height = 1754;
  raster.pixels.assign(1240 * 1754, 255);
  const Result<std::string> png =
      DrawMarks(raster, 595, 842, 72, {{{100, 100, 200, 120}, 0xFF0000, 2, "number"}});
  ASSERT_TRUE(png.ok());
  EXPECT_TRUE(png->starts_with("\x89PNG"));
  EXPECT_EQ(png->substr(16, 4), std::string_view("\0\0\x02\x53", 4));  // 595 pixels wide
  raster.pixels.pop_back();
  EXPECT_FALSE(DrawMarks(raster, 595, 842, 72, {}).ok());
}

}  // namespace
}  // namespace vanthu::exporting
