#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/intake/fixtures.h"

namespace vanthu::intake {
namespace {

using ::testing::ElementsAre;

Page Html(const std::string& html) {
  const TempFolder folder;
  const auto source = OpenSource(folder.Write("a.doc", html), MediaType::kHtml, {});
  Page failed;
  if (!source) failed.reason = source.error().message;
  return source ? (*source)->ReadPage(0)->page : failed;
}

TEST(Html, GivesBlocksAsLinesWithTheirStyle) {
  EXPECT_THAT(Show(Html("<html><head><title>x</title><style>p{}</style></head><body>"
                        "<p align=center><b>ỦY BAN</b><br><b>TỈNH</b></p><h2>Phần\n một</h2>"
                        "<div style='text-align: center'><i>ngày <b>5</b></i></div>đuôi"
                        "<script>var a;</script><p style='display:none'>ẩn</p></body></html>")),
              ElementsAre("P B C |ỦY BAN|", "B C |TỈNH|", "P B h2 |Phần một|", "P I C |ngày 5|",
                          "P |đuôi|"));
}

TEST(Html, ListsGetDashesOnce) {
  EXPECT_THAT(Show(Html("<ul><li>một<li><p>hai</p><li>- ba</ul><ol start=4><li>bốn</ol>"
                        "<ul style='list-style-type: none'><li>năm</ul>")),
              ElementsAre("P |- một|", "P |- hai|", "P |- ba|", "P |4. bốn|", "P |năm|"));
}

TEST(Html, TablesBecomeGridsWithSpans) {
  const Page page = Html(
      "<table border=1><tr><th rowspan=2>STT<th colspan=2>Vốn</tr>"
      "<tr><td>VND<td>USD</tr><tr><td>1<td>2<td><p>ba<p>bốn</tr></table>");
  EXPECT_THAT(Show(page), ElementsAre("P B {0:0,0} |STT|", "P B {0:0,1} |Vốn|", "P {0:1,1} |VND|",
                                      "P {0:1,2} |USD|", "P {0:2,0} |1|", "P {0:2,1} |2|",
                                      "P {0:2,2} |ba|", "P {0:2,2} |bốn|"));
  ASSERT_EQ(page.grids.size(), 1U);
  const Grid& grid = page.grids[0];
  EXPECT_EQ(grid.rows, 3);
  EXPECT_EQ(grid.columns, 3);
  EXPECT_TRUE(grid.ruled);
  ASSERT_EQ(grid.cells.size(), 7U);
  EXPECT_EQ(grid.cells[0].row_span, 2);
  EXPECT_EQ(grid.cells[1].column_span, 2);
  EXPECT_TRUE(grid.cells[1].header);
  EXPECT_EQ(grid.cells[6].text, "ba\nbốn");
}

TEST(Html, RulesAreSeenInEveryWayOfWritingThem) {
  const std::string rows = "<tr><td>a<td>b</tr></table>";
  EXPECT_FALSE(Html("<table>" + rows).grids[0].ruled);
  EXPECT_FALSE(Html("<table border=0>" + rows).grids[0].ruled);
  EXPECT_FALSE(Html("<table style='border:none;border-collapse:collapse'>" + rows).grids[0].ruled);
  EXPECT_TRUE(Html("<table border=1>" + rows).grids[0].ruled);
  EXPECT_TRUE(Html("<table style='border: solid windowtext 1.0pt'>" + rows).grids[0].ruled);
  EXPECT_TRUE(
      Html("<table><tr><td style='border:solid 1pt'>a<td style='border-top:solid 1pt'>b</table>")
          .grids[0]
          .ruled);
}

TEST(Html, FramesAreDissolvedAndInnerTablesAreText) {
  const Page framed =
      Html("<table><tr><td><p>Thư</p><table border=1><tr><td>a<td>b</table></table>");
  EXPECT_THAT(Show(framed), ElementsAre("P |Thư|", "P {0:0,0} |a|", "P {0:0,1} |b|"));
  const Page nested =
      Html("<table border=1><tr><td>x<td><table border=1><tr><td>a<td>b</table></table>");
  ASSERT_EQ(nested.grids.size(), 1U);
  EXPECT_EQ(nested.grids[0].cells[1].text, "a\nb");
}

TEST(Html, ReadsWhatTheMetaElementDeclares) {
  EXPECT_THAT(
      Show(Html("<html><meta charset=windows-1252><body>caf\xE9 c\xE0 ph\xEA</body></html>")),
      ElementsAre("P |café cà phê|"));
  // Windows-1258 writes tones as combining marks: ê + sắc.
  EXPECT_THAT(
      Show(Html("<html><meta http-equiv=Content-Type content=\"text/html; charset=windows-1258\">"
                "<body>quy\xEA\xECt</body></html>")),
      ElementsAre("P |quyết|"));
  EXPECT_THAT(Show(Html(Utf16("<html><body>Kính gửi</body></html>", true, true))),
              ElementsAre("P |Kính gửi|"));
  EXPECT_THAT(Show(Html("<html><meta charset=windows-1252><body>Kính gửi</body></html>")),
              ElementsAre("P |Kính gửi|"));  // says one thing, is UTF-8
  EXPECT_THAT(Show(Html("<html><body>caf\xE9 c\xE0 ph\xEA</body></html>")),
              ElementsAre("P |café cà phê|"));  // says nothing
}

TEST(Html, ReadsRunsByTheFontTheyAreSetIn) {
  const Page page = Html(
      "<html><meta charset=windows-1252><body>"
      "<p style='font-family:\".VnTimeH\",serif'>quy\xD5t \xAE\xDEnh</p>"
      "<p><font face=\"VNI-Times\">\xD1o\xE4"
      "c la\xE4p</font>, "
      "<span style='FONT-FAMILY: .VnTime'>t&shy;&ecirc;ng d\xF9 \xB8n</span> caf\xE9</p>");
  EXPECT_THAT(Show(page), ElementsAre("P |QUYẾT ĐỊNH|", "P |Độc lập, tường dự án café|"));
  EXPECT_EQ(page.lines[0].raw, "quyÕt ®Þnh");
  const Page sheet = Html(
      "<html><style><!-- /* Font Definitions */ @font-face {font-family:\".VnTime\";}\n"
      "p.MsoNormal, li.MsoNormal {margin:0; mso-fareast-font-family:Arial; "
      "font-family:\".VnTime\",serif;}\n"
      "h1 {font-family:.VnTimeH;}\n--></style><meta charset=windows-1252><body><h1>k\xD5 ho\xB9"
      "ch</h1>"
      "<p class=MsoNormal>n\xA8m <span style='font-family:Arial'>caf\xE9</span>");
  EXPECT_THAT(Show(sheet), ElementsAre("P B h1 |KẾ HOẠCH|", "P |năm café|"));
}

TEST(Html, DecodesEntitiesAndSuperscripts) {
  EXPECT_THAT(Show(Html("<p>K&iacute;nh g&#7917;i<sup>1</sup>: 5 m<sup>2</sup> &amp; h&#x1ECD;c")),
              ElementsAre("P |Kính gửi[1]: 5 m2 & học|"));
}

TEST(Html, KeepsLinesOfPreformattedText) {
  EXPECT_THAT(Show(Html("<pre>một\nhai  ba</pre>")), ElementsAre("P |một|", "|hai ba|"));
}

TEST(Html, SurvivesHostileMarkup) {
  std::string deep;
  for (int i = 0; i < 4'000; ++i) deep += "<div><b>";
  EXPECT_LE(Html(deep + "đáy").lines.size(), 1U);
  EXPECT_EQ(
      Html("<table border=1><tr><td colspan=999999 rowspan=999999>a<td>b</table>").grids[0].rows,
      1);
  std::string wide = "<table border=1><tr>";
  for (int i = 0; i < 5'000; ++i) wide += "<td colspan=1000>x";
  EXPECT_LE(Html(wide + "</table>").grids[0].columns, 11'000);
}

TEST(Html, ReadsAPageThatWordSavedAsDoc) {
  if (Shared("").empty()) GTEST_SKIP() << "there is no ../shared";
  const Page page = ReadTextPage(Shared("docs/27-html-renamed-doc.doc"));
  ASSERT_FALSE(page.lines.empty());
  EXPECT_EQ(Show(page.lines[0]), "P B C |LỊCH LÀM VIỆC CÁ NHÂN|");
  ASSERT_EQ(page.grids.size(), 1U);
  EXPECT_EQ(page.grids[0].rows, 14);
  EXPECT_EQ(page.grids[0].cells[0].row_span, 2);
}

}  // namespace
}  // namespace vanthu::intake
