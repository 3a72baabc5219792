#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/intake/fixtures.h"

namespace vanthu::intake {
namespace {

using ::testing::ElementsAre;

Page Docx(const DocxParts& parts) {
  const TempFolder folder;
  return ReadTextPage(folder.Write("a.docx", MakeDocx(parts)));
}
std::vector<std::string> Lines(const std::string& body) { return Show(Docx({.body = body})); }

// A paragraph of one run; `properties` inside w:pPr.
std::string P(const std::string& text, const std::string& properties = "",
              const std::string& run = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:rPr>" + run + "</w:rPr><w:t>" + text +
         "</w:t></w:r></w:p>";
}
std::string Tc(const std::string& content, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
}
std::string Numbered(const std::string& text, int list, int level) {
  return P(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
                     std::to_string(list) + "\"/></w:numPr>");
}

TEST(Docx, GivesParagraphsAsLinesWithTheirStyle) {
  EXPECT_THAT(
      Lines(P("ỦY BAN", "<w:jc w:val=\"center\"/>", "<w:b/>") +
            P("ngày 5", "", "<w:i/><w:b w:val=\"0\"/>") +
            "<w:p><w:r><w:t>một</w:t><w:br/><w:t xml:space=\"preserve\">hai </w:t></w:r>"
            "<w:r><w:rPr><w:b/></w:rPr><w:t>ba</w:t></w:r></w:p><w:p/>" +
            P("Phần I", "<w:outlineLvl w:val=\"0\"/>")),
      ElementsAre("P B C |ỦY BAN|", "P I |ngày 5|", "P |một|", "|hai ba|", "P h1 |Phần I|"));
}

TEST(Docx, FollowsStylesAndWhatTheyAreBasedOn) {
  DocxParts parts;
  parts.styles =
      "<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
      "<w:rPr><w:b/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:basedOn w:val=\"Base\"/>"
      "<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr><w:rPr><w:i "
      "w:val=\"false\"/><w:caps/></w:rPr></w:style>"
      "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:rPr><w:b/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Loop\"><w:basedOn w:val=\"Loop\"/></w:style>";
  parts.body = P("báo cáo", "<w:pStyle w:val=\"Title\"/>") +
               P("a", "", "<w:rStyle w:val=\"Strong\"/>") + P("b", "<w:pStyle w:val=\"Loop\"/>") +
               P("c", "<w:pStyle w:val=\"Missing\"/>");
  EXPECT_THAT(Show(Docx(parts)),
              ElementsAre("P B C h2 |BÁO CÁO|", "P B I |a|", "P I |b|", "P I |c|"));
}

TEST(Docx, SkipsWhatIsDeletedOrHiddenAndKeepsWhatIsInserted) {
  EXPECT_THAT(Lines("<w:p><w:del><w:r><w:delText>xóa</w:delText></w:r></w:del>"
                    "<w:ins><w:r><w:t>thêm </w:t></w:r></w:ins>"
                    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
                    "<w:hyperlink><w:r><w:t>nối</w:t></w:r></w:hyperlink>"
                    "<w:moveFrom><w:r><w:t>dời</w:t></w:r></w:moveFrom></w:p>"
                    "<w:del><w:p><w:r><w:t>cả đoạn</w:t></w:r></w:p></w:del>"),
              ElementsAre("P |thêm nối|"));
}

TEST(Docx, KeepsTheResultOfFieldsAndContentControls) {
  EXPECT_THAT(Lines("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                    "<w:r><w:instrText>DATE \\@ x</w:instrText></w:r>"
                    "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>05/3</w:t></w:r>"
                    "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
                    "<w:fldSimple w:instr=\"x\"><w:r><w:t>/2020</w:t></w:r></w:fldSimple></w:p>"
                    "<w:sdt><w:sdtContent>" +
                    P("trong khung") + "</w:sdtContent></w:sdt>"),
              ElementsAre("P |05/3/2020|", "P |trong khung|"));
}

TEST(Docx, ReadsTextBoxesOnce) {
  const std::string box = "<w:txbxContent>" + P("TP-CC-36") + "</w:txbxContent>";
  EXPECT_THAT(
      Lines("<w:p><w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" + box +
            "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>thân</w:t></w:r></w:p>"),
      ElementsAre("P |TP-CC-36|", "P |thân|"));
}

TEST(Docx, TabsAfterLabelsAreBlanks) {
  const auto tabbed = [](const std::string& before, const std::string& after) {
    return Lines("<w:p><w:r><w:t>" + before + "</w:t><w:tab/><w:tab/><w:t>" + after +
                 "</w:t></w:r></w:p>");
  };
  EXPECT_THAT(tabbed("a)", "Đoàn ra"), ElementsAre("P |a) Đoàn ra|"));
  EXPECT_THAT(tabbed("", "Kính gửi"), ElementsAre("P |Kính gửi|"));
  EXPECT_THAT(tabbed("ỦY BAN NHÂN DÂN", "CỘNG HÒA"), ElementsAre("P |ỦY BAN NHÂN DÂN\tCỘNG HÒA|"));
}

TEST(Docx, PrintsTheLabelsOfLists) {
  DocxParts parts;
  parts.numbering =
      "<w:abstractNum w:abstractNumId=\"7\">"
      "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText "
      "w:val=\"%1.\"/></w:lvl>"
      "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:isLgl/>"
      "<w:lvlText w:val=\"%1.%2.\"/></w:lvl>"
      "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:suff "
      "w:val=\"nothing\"/>"
      "<w:lvlText w:val=\"%3)\"/></w:lvl>"
      "<w:lvl w:ilvl=\"3\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\xEF\x82\xB7\"/></w:lvl>"
      "<w:lvl w:ilvl=\"4\"><w:numFmt w:val=\"bullet\"/><w:lvlText "
      "w:val=\"+\"/></w:lvl></w:abstractNum>"
      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
      "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\">"
      "<w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>";
  parts.body = Numbered("một", 1, 0) + Numbered("hai", 1, 1) + Numbered("ba", 1, 1) +
               Numbered("bốn", 1, 2) + Numbered("năm", 1, 3) + Numbered("sáu", 1, 4) +
               Numbered("bảy", 1, 0) + Numbered("tám", 1, 1) + Numbered("chín", 2, 0) +
               Numbered("mười", 2, 0) + Numbered("không có", 9, 0) + Numbered("ngoài", 0, 0);
  EXPECT_THAT(Show(Docx(parts)),
              ElementsAre("P |I. một|", "P |1.1. hai|", "P |1.2. ba|", "P |a)bốn|", "P |- năm|",
                          "P |+ sáu|", "P |II. bảy|", "P |2.1. tám|", "P |V. chín|", "P |VI. mười|",
                          "P |không có|", "P |ngoài|"));
}

TEST(Docx, NotesComeAtTheEndWithTheirMarks) {
  DocxParts parts;
  parts.footnotes =
      "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p/></w:footnote>"
      "<w:footnote w:id=\"8\">" +
      P("ghi chú tám") + P("tiếp") +
      "</w:footnote>"
      "<w:footnote w:id=\"4\">" +
      P("ghi chú bốn") + "</w:footnote>";
  parts.body =
      "<w:p><w:r><w:t>WTO</w:t></w:r><w:r><w:footnoteReference w:id=\"8\"/></w:r>"
      "<w:r><w:t> và</w:t></w:r><w:r><w:footnoteReference w:id=\"4\"/></w:r>"
      "<w:r><w:footnoteReference w:id=\"77\"/></w:r></w:p>";
  EXPECT_THAT(Show(Docx(parts)), ElementsAre("P |WTO[1] và[2]|", "P |[1] ghi chú tám|", "P |tiếp|",
                                             "P |[2] ghi chú bốn|"));
}

TEST(Docx, TablesBecomeGridsWithMergedCells) {
  const Page page = Docx(
      {.body = "<w:tbl><w:tblPr><w:tblBorders><w:top w:val=\"single\"/></w:tblBorders></w:tblPr>"
               "<w:tr><w:trPr><w:tblHeader/></w:trPr>" +
               Tc(P("STT"), "<w:vMerge w:val=\"restart\"/>") +
               Tc(P("Vốn"), "<w:gridSpan w:val=\"2\"/>") +
               "</w:tr>"
               "<w:tr>" +
               Tc("<w:p/>", "<w:vMerge/>") + Tc(P("VND")) + Tc(P("USD")) +
               "</w:tr>"
               "<w:tr><w:trPr><w:del/></w:trPr>" +
               Tc(P("xóa")) +
               "</w:tr>"
               "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" +
               Tc(P("2") + P("3")) +
               Tc("<w:tbl><w:tr>" + Tc(P("a")) + Tc(P("b")) + "</w:tr></w:tbl>") +
               "</w:tr></w:tbl>"});
  EXPECT_THAT(Show(page), ElementsAre("P {0:0,0} |STT|", "P {0:0,1} |Vốn|", "P {0:1,1} |VND|",
                                      "P {0:1,2} |USD|", "P {0:2,1} |2|", "P {0:2,1} |3|",
                                      "P {0:2,2} |a|", "P {0:2,2} |b|"));
  ASSERT_EQ(page.grids.size(), 1U);
  const Grid& grid = page.grids[0];
  EXPECT_TRUE(grid.ruled);
  EXPECT_EQ(grid.rows, 3);
  EXPECT_EQ(grid.columns, 3);
  ASSERT_EQ(grid.cells.size(), 6U);
  EXPECT_EQ(grid.cells[0].row_span, 2);
  EXPECT_TRUE(grid.cells[0].header);
  EXPECT_EQ(grid.cells[1].column_span, 2);
  EXPECT_FALSE(grid.cells[2].header);
  EXPECT_EQ(grid.cells[4].text, "2\n3");
}

TEST(Docx, TablesAreRuledWhereTheirLinesShow) {
  const auto ruled = [](const std::string& table, const std::string& cell) {
    DocxParts parts;
    parts.styles =
        "<w:style w:type=\"table\" w:styleId=\"Grid\"><w:tblPr><w:tblBorders>"
        "<w:top w:val=\"single\"/></w:tblBorders></w:tblPr></w:style>"
        "<w:style w:type=\"table\" w:styleId=\"Sub\"><w:basedOn w:val=\"Grid\"/></w:style>";
    parts.body = "<w:tbl><w:tblPr>" + table + "</w:tblPr><w:tr>" + Tc(P("a"), cell) +
                 Tc(P("b"), cell) + "</w:tr></w:tbl>";
    return Docx(parts).grids.at(0).ruled;
  };
  const std::string lines = "<w:top w:val=\"single\"/>",
                    none = "<w:top w:val=\"nil\"/><w:left w:val=\"none\"/>";
  EXPECT_FALSE(ruled("", ""));
  EXPECT_TRUE(ruled("<w:tblBorders>" + lines + "</w:tblBorders>", ""));
  EXPECT_FALSE(ruled("<w:tblBorders>" + none + "</w:tblBorders>", ""));
  EXPECT_TRUE(ruled("<w:tblStyle w:val=\"Sub\"/>", ""));
  EXPECT_FALSE(ruled("<w:tblStyle w:val=\"Sub\"/><w:tblBorders>" + none + "</w:tblBorders>", ""));
  EXPECT_TRUE(ruled("", "<w:tcBorders>" + lines + "</w:tcBorders>"));
  EXPECT_FALSE(ruled("<w:tblStyle w:val=\"Grid\"/>", "<w:tcBorders>" + none + "</w:tcBorders>"));
}

TEST(Docx, AFrameOfOneCellIsNoTable) {
  const Page page = Docx({.body = "<w:tbl><w:tr>" + Tc(P("Thư mời")) + "</w:tr></w:tbl>"});
  EXPECT_TRUE(page.grids.empty());
  EXPECT_THAT(Show(page), ElementsAre("P |Thư mời|"));
}

TEST(Docx, ThePrefixOfNamesDoesNotMatter) {
  const TempFolder folder;
  const std::string xml =
      "<n:document xmlns:n=\"x\"><n:body><n:p><n:r><n:t>Số: "
      "1</n:t></n:r></n:p></n:body></n:document>";
  EXPECT_THAT(Show(ReadTextPage(folder.Write("a.docx", MakeZip({{"word/document.xml", xml}})))),
              ElementsAre("P |Số: 1|"));
}

TEST(Docx, RefusesWhatIsBroken) {
  const TempFolder folder;
  const std::string good = MakeDocx({.body = P("Kính gửi")});
  EXPECT_EQ(ReadPages(folder.Write("a", MakeZip({{"word/document.xml", "no xml"}}))).error().code,
            ErrorCode::kDamaged);
  EXPECT_EQ(ReadPages(folder.Write("b", good.substr(0, good.size() / 4))).error().code,
            ErrorCode::kUsage);  // a cut ZIP is still a ZIP, which has no pages
  EXPECT_EQ(OpenSource(folder.Write("c", good.substr(0, good.size() / 4)), MediaType::kDocx, {})
                .error()
                .code,
            ErrorCode::kDamaged);
  Limits limits;
  limits.max_member_bytes = 100;
  EXPECT_EQ(ReadPages(folder.Write("d", good), limits).error().code, ErrorCode::kLimit);
}

TEST(Docx, SurvivesHostileXml) {
  const TempFolder folder;
  std::string bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">";
  for (char c = 'b'; c <= 'z'; ++c) {
    const std::string before = std::string("&") + static_cast<char>(c - 1) + ";";
    bomb += std::string("<!ENTITY ") + c + " \"" + before + before + before + before + "\">";
  }
  bomb += "]><w:document><w:body><w:p><w:r><w:t>&z;</w:t></w:r></w:p></w:body></w:document>";
  EXPECT_THAT(Show(ReadTextPage(folder.Write("a.docx", MakeZip({{"word/document.xml", bomb}})))),
              ElementsAre("P |&z;|"));
  std::string deep = "<w:document><w:body>";
  for (int i = 0; i < 200'000; ++i) deep += "<w:ins>";
  deep += "<w:p/>";
  for (int i = 0; i < 200'000; ++i) deep += "</w:ins>";
  deep += "</w:body></w:document>";
  EXPECT_TRUE(
      ReadTextPage(folder.Write("b.docx", MakeZip({{"word/document.xml", deep}}))).lines.empty());
}

TEST(Docx, ReadsARealForm) {
  if (Shared("").empty()) GTEST_SKIP() << "there is no ../shared";
  const Page page = ReadTextPage(Shared("docs/30-uni-tp-cc-36.docx"));
  ASSERT_GT(page.lines.size(), 12U);
  EXPECT_EQ(Show(page.lines[0]), "P C |TP-CC-36|");
  EXPECT_EQ(Show(page.lines[2]), "P B C h1 |CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|");
  ASSERT_EQ(page.grids.size(), 2U);
  EXPECT_EQ(page.grids[0].columns, 12);
  EXPECT_TRUE(page.grids[0].ruled);
  EXPECT_EQ(Show(page.lines[12]), "P B C {0:0,1} |Họ tên|");
}

}  // namespace
}  // namespace vanthu::intake
