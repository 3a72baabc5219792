#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "pipeline/intake/pdf_salvage.h"
#include "tests/unit/intake/fixtures.h"
#include "tests/unit/intake/pdf_fixture.h"

namespace vanthu::intake {
namespace {

Result<std::vector<SourcePage>> Pdf(const std::string& bytes, const Limits& limits = {}) {
  const TempFolder folder;
  return ReadPages(folder.Write("a.pdf", bytes), limits);
}

std::string Text(const Page& page) {
  std::string text;
  for (const Word& word : page.words) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

const Word* Find(const Page& page, const std::string& text) {
  for (const Word& word : page.words) {
    if (word.text == text) return &word;
  }
  return nullptr;
}

TEST(Pdf, TakesASoundTextLayer) {
  PdfFixture fixture("TimesNewRoman-BoldItalic");
  const std::string content = fixture.TextAt(72, 742, "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI");
  const auto pages = Pdf(fixture.Build({{.content = content}}));
  ASSERT_TRUE(pages.ok()) << pages.error().message;
  const SourcePage& source = pages->front();
  EXPECT_EQ(source.page.origin, PageOrigin::kText);
  EXPECT_EQ(source.page.reason, "a text layer of 25 letters");
  EXPECT_FALSE(source.raster.has_value());
  EXPECT_EQ(Text(source.page), "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI");
  EXPECT_EQ(source.page.width, 595);
  EXPECT_EQ(source.page.height, 842);
  const Word& first = source.page.words[0];
  EXPECT_TRUE(first.bold);
  EXPECT_TRUE(first.italic);
  EXPECT_NEAR(first.box.x0, 72, 1);
  EXPECT_NEAR(first.box.y1, 100, 5);  // the baseline is 842 - 742 from the top
  EXPECT_EQ(first.block, source.page.words[6].block);
}

TEST(Pdf, BoxesAreThoseOfThePageAsItIsShown) {
  PdfFixture fixture;
  const std::string content = PageOfText(fixture) + fixture.TextAt(72, 800, "Mốc");
  const auto pages = Pdf(fixture.Build({{.content = content, .extra = "/CropBox [50 0 595 842]"},
                                        {.content = content, .media_box = "-10 -20 585 822"}}));
  ASSERT_TRUE(pages.ok()) << pages.error().message;
  EXPECT_EQ((*pages)[0].page.width, 545);
  ASSERT_NE(Find((*pages)[0].page, "Mốc"), nullptr);
  EXPECT_NEAR(Find((*pages)[0].page, "Mốc")->box.x0, 22, 1);
  ASSERT_NE(Find((*pages)[1].page, "Mốc"), nullptr);
  EXPECT_NEAR(Find((*pages)[1].page, "Mốc")->box.x0, 82, 1);
  EXPECT_NEAR(Find((*pages)[1].page, "Mốc")->box.y1, 22, 5);
}

TEST(Pdf, ATurnedPageIsShownUpright) {
  PdfFixture fixture;
  std::string content;
  for (int x = 100; x < 500; x += 20) {  // written upward: upright once the page is turned
    std::string line = fixture.TextAt(0, 0, "Thực hiện ý kiến chỉ đạo của Thường trực Tỉnh ủy");
    content += line.replace(line.find("1 0 0 1 0 0"), 11, "0 1 -1 0 " + std::to_string(x) + " 72");
  }
  const auto upright = Pdf(fixture.Build({{.content = content, .extra = "/Rotate 90"}}));
  ASSERT_TRUE(upright.ok()) << upright.error().message;
  EXPECT_EQ(upright->front().page.origin, PageOrigin::kText);
  EXPECT_EQ(upright->front().page.width, 842);
  EXPECT_EQ(upright->front().page.height, 595);
  EXPECT_NEAR(upright->front().page.words[0].box.x0, 72, 1);
  const auto turned = Pdf(fixture.Build({{.content = content}}));
  ASSERT_TRUE(turned.ok());
  EXPECT_EQ(turned->front().page.reason, "most of the text layer is turned");
  EXPECT_TRUE(turned->front().raster.has_value());
}

TEST(Pdf, ReadsPicturesWhereTheTextCannotBeTrusted) {
  PdfFixture fixture;
  const std::string scan = PdfFixture::Picture(0, 0, 595, 842);
  const std::string marks = fixture.TextAt(400, 800, "Ký bởi: Ủy ban nhân dân tỉnh");
  const std::string hidden = PageOfText(fixture, 3), shown = PageOfText(fixture);
  const std::string apart =
      fixture.TextAt(72, 700, "C Ộ N G H Ò A X Ã H Ộ I C H Ủ N G H Ĩ A V I Ệ T");
  const struct {
    const char* name;
    std::string content;
    int image;  // width of the picture
    const char* want;
    double dpi;
  } rows[] = {
      {"scan", scan, 1240, "a scan without a text layer", 149.99},
      {"marks", scan + marks, 1240, "a scan; its text layer of 21 letters only lies over it",
       149.99},
      {"OCR", scan + hidden, 1240, "a scan with the text of an earlier OCR, which is not relied on",
       149.99},
      {"text under the scan", shown + scan, 1240,
       "a scan with the text of an earlier OCR, which is not relied on", 149.99},
      {"coarse scan", scan, 300, "a scan without a text layer", 100},
      {"fine scan", scan, 6000, "a scan without a text layer", 400},
      {"half a page", PdfFixture::Picture(0, 421, 595, 421), 1240, "a scan without a text layer",
       149.99},
      {"apart", apart, 0, "the text layer has its letters apart", 300},
      {"a picture and a stray letter",
       PdfFixture::Picture(0, 0, 300, 300) + fixture.TextAt(9, 9, "a"), 625,
       "a picture with a text layer of 1 letters", 149.88},
      {"drawn", "0 0 200 200 re f", 0, "a page without a text layer", 300},
  };
  for (const auto& row : rows) {
    const auto pages = Pdf(fixture.Build({{.content = row.content,
                                           .image_width = row.image,
                                           .image_height = row.image > 0 ? 10 : 0}}));
    ASSERT_TRUE(pages.ok()) << row.name << ": " << pages.error().message;
    const SourcePage& source = pages->front();
    EXPECT_EQ(source.page.reason, row.want) << row.name;
    EXPECT_EQ(source.page.origin, PageOrigin::kOcr) << row.name;
    EXPECT_TRUE(source.page.words.empty()) << row.name;
    ASSERT_TRUE(source.raster.has_value()) << row.name;
    EXPECT_NEAR(source.raster->dpi, row.dpi, 0.1) << row.name;
    EXPECT_NEAR(source.raster->width, 595 * row.dpi / 72, 1.5) << row.name;
  }
}

TEST(Pdf, ReadsLayersFromBeforeUnicode) {
  PdfFixture legacy("ABCDEF+VnTimeHBold");
  const auto pages = Pdf(
      legacy.Build({{.content = legacy.TextAt(
                         72, 700, "QuyÕt ®Þnh cña Thñ t−íng ChÝnh phñ vÒ b¶o l∙nh tÝn dông")}}));
  ASSERT_TRUE(pages.ok());
  const Page& page = pages->front().page;
  EXPECT_EQ(page.origin, PageOrigin::kText) << page.reason;
  EXPECT_EQ(Text(page), "QUYẾT ĐỊNH CỦA THỦ TƯỚNG CHÍNH PHỦ VỀ BẢO LÃNH TÍN DỤNG");
  ASSERT_FALSE(page.words.empty());
  EXPECT_EQ(page.words[0].raw, "QuyÕt");
  // A glyph that no table has: the layer is read from its picture.
  PdfFixture broken("ABCDEF+VnTime");
  const auto read = Pdf(broken.Build(
      {{.content = broken.TextAt(
            72, 700, "Quyzt dznh czz Thz tzng Chznh phz vz vizc szz dzz bz sung Quy chz")}}));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->front().page.origin, PageOrigin::kOcr) << read->front().page.reason;
}

TEST(Pdf, KeepsTheTextOfAPageOverABackground) {
  PdfFixture fixture;
  const auto pages =
      Pdf(fixture.Build({{.content = PdfFixture::Picture(0, 0, 595, 842) + PageOfText(fixture),
                          .image_width = 100,
                          .image_height = 100}}));
  ASSERT_TRUE(pages.ok());
  EXPECT_EQ(pages->front().page.origin, PageOrigin::kText);
}

TEST(Pdf, ShowsTheLinesOfATextPageThatMayHaveATable) {
  const struct {
    const char* what;
    const char* drawn;
    bool shown;
  } rows[] = {
      {"strokes",
       "100 400 m 400 400 l S 100 300 m 400 300 l S 100 300 m 100 400 l S 250 300 m 250 400 l S ",
       true},
      {"thin rectangles",
       "100 400 300 0.5 re f 100 300 300 0.5 re f 100 300 0.5 100 re f 400 300 0.5 100 re f ",
       true},
      {"frames of cells", "100 300 100 50 re S 200 300 100 50 re S ", true},
      {"turned", "q 0 1 -1 0 500 0 cm 100 300 100 50 re S 200 300 100 50 re S Q ", true},
      {"the rule under the motto", "350 700 m 450 700 l S 100 690 m 200 690 l S ", false},
      {"a mere clip", "100 300 100 50 re W n 200 300 100 50 re W n ", false},
      {"short strokes", "100 300 5 5 re S 200 300 5 5 re S ", false},
      {"nothing", "", false},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.what);
    PdfFixture fixture;
    PdfPageSpec page;
    page.content = row.drawn + PageOfText(fixture);
    const auto pages = Pdf(fixture.Build({page}));
    ASSERT_TRUE(pages.ok());
    EXPECT_EQ(pages->front().page.origin, PageOrigin::kText);
    EXPECT_EQ(pages->front().raster.has_value(), row.shown);
  }
}

TEST(Pdf, DecidesPageByPage) {
  PdfFixture fixture;
  const std::string text = PageOfText(fixture);
  const auto pages = Pdf(fixture.Build(
      {{.content = text},
       {.content = ""},
       {.content = PdfFixture::Picture(0, 0, 595, 842), .image_width = 900, .image_height = 9}}));
  ASSERT_TRUE(pages.ok());
  ASSERT_EQ(pages->size(), 3U);
  EXPECT_EQ((*pages)[0].page.origin, PageOrigin::kText);
  EXPECT_EQ((*pages)[1].page.origin, PageOrigin::kBlank);
  EXPECT_EQ((*pages)[2].page.origin, PageOrigin::kOcr);
  EXPECT_EQ((*pages)[2].page.number, 3);
}

TEST(Pdf, RastersAreGreyUnlessThereIsColour) {
  PdfFixture fixture;
  const auto pages = Pdf(
      fixture.Build({{.content = "0 g 0 0 99 99 re f"}, {.content = "1 0 0 rg 0 0 99 99 re f"}}));
  ASSERT_TRUE(pages.ok());
  EXPECT_EQ((*pages)[0].raster->channels, 1);
  ASSERT_EQ((*pages)[1].raster->channels, 3);
  const Raster& raster = *(*pages)[1].raster;
  const size_t last_row =
      static_cast<size_t>(raster.height - 1) * static_cast<size_t>(raster.width) * 3;
  EXPECT_EQ(raster.pixels[last_row], 255);  // red at the bottom left
  EXPECT_EQ(raster.pixels[last_row + 1], 0);
  EXPECT_EQ(raster.pixels[0] + raster.pixels[1] + raster.pixels[2], 3 * 255);
}

TEST(Pdf, AWordGoesOnWhereTheFontChanges) {
  PdfFixture fixture;
  const std::string content = PageOfText(fixture) + fixture.TextAt(72, 30, "h") +
                              fixture.TextAt(78, 30, "ọ") + fixture.TextAt(84, 30, "c") +
                              fixture.TextAt(96, 30, "tập");
  const auto pages = Pdf(fixture.Build({{.content = content}}));
  ASSERT_TRUE(pages.ok());
  EXPECT_NE(Find(pages->front().page, "học"), nullptr) << Text(pages->front().page);
  EXPECT_NE(Find(pages->front().page, "tập"), nullptr);
}

TEST(Pdf, KnowsPasswords) {
  PdfFixture fixture;
  const std::string plain =
      fixture.Build({{.content = fixture.TextAt(72, 700, "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI")}});
  const auto locked = Pdf(EncryptPdf(plain, "mật khẩu", "chủ"));
  ASSERT_FALSE(locked.ok());
  EXPECT_EQ(locked.error().code, ErrorCode::kEncrypted);
  const auto open = Pdf(EncryptPdf(plain, "", "chủ"));
  ASSERT_TRUE(open.ok()) << open.error().message;
  EXPECT_EQ(Text(open->front().page), "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI");
}

TEST(Pdf, ReadsPastJunkBeforeTheHeader) {
  PdfFixture fixture;
  const std::string pdf = fixture.Build({{.content = PageOfText(fixture)}});
  const auto pages = Pdf(std::string(700, '\n') + pdf);
  ASSERT_TRUE(pages.ok()) << pages.error().message;
  EXPECT_EQ(pages->front().page.origin, PageOrigin::kText);
}

TEST(Pdf, SavesThePagesOfACutFile) {
  PdfFixture fixture;
  const std::string pdf =
      fixture.Build({{.content = PageOfText(fixture)}, {.content = PageOfText(fixture)}});
  const auto no_trailer = Pdf(pdf.substr(0, pdf.find("\nxref")));
  ASSERT_TRUE(no_trailer.ok()) << no_trailer.error().message;
  ASSERT_EQ(no_trailer->size(), 2U);
  ASSERT_EQ(no_trailer->front().page.diagnostics.size(), 1U);
  EXPECT_EQ(no_trailer->front().page.diagnostics[0].code, "pdf_cut");
  EXPECT_EQ(no_trailer->front().page.origin, PageOrigin::kText);
  const auto one_page = Pdf(pdf.substr(0, pdf.rfind("8 0 obj")));
  ASSERT_TRUE(one_page.ok()) << one_page.error().message;
  EXPECT_EQ(one_page->size(), 1U);
}

TEST(Pdf, RefusesWhatHasNoPages) {
  PdfFixture fixture;
  const std::string pdf = fixture.Build({{.content = PageOfText(fixture)}});
  for (const std::string& bytes :
       {pdf.substr(0, 9), pdf.substr(0, 300), std::string("%PDF-1.7\n") + std::string(5000, 'x'),
        PdfFixture().Build({})}) {
    const auto pages = Pdf(bytes);
    ASSERT_FALSE(pages.ok()) << bytes.size();
    EXPECT_EQ(pages.error().code, ErrorCode::kDamaged) << pages.error().message;
  }
  EXPECT_FALSE(SalvagePdf("1 0 obj <</Filter/Standard/V 2>> endobj 2 0 obj <</Type/Page>> endobj"));
  EXPECT_FALSE(SalvagePdf("1 0 obj <</Type/Pages>> endobj 2 0 obj <</Type/PageLabel>> endobj"));
  EXPECT_FALSE(SalvagePdf(" obj 0 obj 99999999999 0 obj <</Type/Page>> endobj"));
}

TEST(Pdf, KeepsWithinLimits) {
  PdfFixture fixture;
  const std::string square = "0 0 99 99 re f";
  Limits limits;
  limits.max_pages = 1;
  EXPECT_EQ(Pdf(fixture.Build({{.content = square}, {.content = square}}), limits).error().code,
            ErrorCode::kLimit);
  limits.max_pages = 2;
  limits.max_pixels = 1'000'000;
  const auto lowered = Pdf(fixture.Build({{.content = square}}), limits);
  ASSERT_TRUE(lowered.ok());
  const Raster& raster = *lowered->front().raster;
  EXPECT_LE(raster.width * raster.height, 1'000'000);
  EXPECT_NEAR(raster.dpi, raster.width * 72 / 595.0, 0.2);
  const auto poster =
      Pdf(fixture.Build({{.content = square, .media_box = "0 0 14400 14400"}}), limits);
  ASSERT_FALSE(poster.ok());
  EXPECT_EQ(poster.error().code, ErrorCode::kLimit);
  EXPECT_EQ(poster.error().page, 1);
}

TEST(Pdf, SurvivesContentsThatDoNotEnd) {
  PdfFixture fixture;
  std::string many = fixture.TextAt(72, 700, "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI");
  many += std::string(200'000, 'q') + " ";
  for (int i = 0; i < 100'000; ++i) many += "q Q\n";
  const auto pages = Pdf(fixture.Build({{.content = many}}));
  ASSERT_TRUE(pages.ok()) << pages.error().message;
}

TEST(Pdf, DecidesOnTheRealFiles) {
  if (Shared("").empty()) GTEST_SKIP() << "there is no ../shared";
  const auto born = ReadPages(Shared("scans/51-born-angiang-102-kh-ubnd.pdf"));
  ASSERT_TRUE(born.ok());
  ASSERT_EQ(born->size(), 5U);
  for (const SourcePage& source : *born)
    EXPECT_EQ(source.page.origin, PageOrigin::kText) << source.page.reason;
  EXPECT_TRUE(
      Text(born->front().page).starts_with("ỦY BAN NHÂN DÂN TỈNH AN GIANG CỘNG HÒA XÃ HỘI"));
  const auto tcvn3 = ReadPages(Shared("docs/09-tcvn3-ttg-qd115-2004.pdf"));
  ASSERT_TRUE(tcvn3.ok());
  for (const SourcePage& source : *tcvn3) {
    EXPECT_EQ(source.page.origin, PageOrigin::kText) << source.page.reason;
  }
  EXPECT_TRUE(Text(tcvn3->front().page).starts_with("QUYẾT ĐỊNH CỦA THỦ TƯỚNG CHÍNH PHỦ"));
  const auto scan = ReadPages(Shared("scans/34-camau-ct-ubnd-2013.pdf"));
  ASSERT_TRUE(scan.ok());
  EXPECT_EQ(scan->front().raster->width, 1654);
  EXPECT_EQ(scan->front().raster->height, 2338);  // all that the scanner stored
  // Black and white go in, black and white come out.
  const auto& pixels = scan->front().raster->pixels;
  EXPECT_TRUE(std::all_of(pixels.begin(), pixels.end(), [](int p) { return p == 0 || p == 255; }));
}

}  // namespace
}  // namespace vanthu::intake
