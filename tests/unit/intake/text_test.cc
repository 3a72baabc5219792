#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/intake/fixtures.h"

namespace vanthu::intake {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> ReadAs(MediaType type, const std::string& text) {
  const TempFolder folder;
  const auto source = OpenSource(folder.Write("a.txt", text), type, {});
  if (!source) return {"error: " + source.error().message};
  const auto page = (*source)->ReadPage(0);
  return page ? Show(page->page) : std::vector<std::string>{"error: " + page.error().message};
}

std::vector<std::string> Text(const std::string& text) { return ReadAs(MediaType::kText, text); }
std::vector<std::string> Markdown(const std::string& text) {
  return ReadAs(MediaType::kMarkdown, text);
}

TEST(PlainText, GivesPrintedLinesAndParagraphs) {
  EXPECT_THAT(Text("  Số:  1 \r\nV/v kết quả\r\n\r\n\r\nKính gửi\xC2\xA0: Bộ  "),
              ElementsAre("P |Số: 1|", "|V/v kết quả|", "P |Kính gửi : Bộ|"));
}

TEST(PlainText, IsReadInEveryUnicodeEncoding) {
  const std::string letter = "Kính gửi: Tỉnh ủy\nđường 3/2\n";
  for (const bool little : {true, false}) {
    for (const bool mark : {true, false}) {
      EXPECT_THAT(Text(Utf16(letter, little, mark)),
                  ElementsAre("P |Kính gửi: Tỉnh ủy|", "|đường 3/2|"));
    }
  }
  EXPECT_THAT(Text("\xEF\xBB\xBFKính gửi"), ElementsAre("P |Kính gửi|"));
  EXPECT_THAT(Text("Ki\xCC\x81nh gu\xCC\x9B\xCC\x89i"), ElementsAre("P |Kính gửi|"));  // NFD
}

TEST(PlainText, KeepsTabsThatDivideAndDropsTabsThatIndent) {
  EXPECT_THAT(Text("\tKính gửi: Bộ\n\nSTT\t Tên  gọi\tNăm\n1\tLào\t2014\n"),
              ElementsAre("P |Kính gửi: Bộ|", "P |STT\tTên gọi\tNăm|", "|1\tLào\t2014|"));
}

TEST(PlainText, TakesWideBlanksForColumnsButNotRoomForTheHand) {
  EXPECT_THAT(Text("   TỈNH THANH SƠN        Độc lập - Tự do  \r\n"
                   "Số:      /UBND-NV     Thanh Sơn, ngày     tháng    năm 2021\n"
                   "\nmột  hai\n"),
              ElementsAre("P |TỈNH THANH SƠN\tĐộc lập - Tự do|",
                          "|Số: /UBND-NV\tThanh Sơn, ngày tháng năm 2021|", "P |một hai|"));
}

TEST(PlainText, TakesNothingForMarkdown) {
  EXPECT_THAT(Text("# 1\n*a*\n---\n"), ElementsAre("P |# 1|", "|*a*|", "|---|"));
}

TEST(PlainText, ReadsBytesFromBeforeUnicode) {
  const struct {
    const char* bytes;
    const char* want;
  } rows[] = {
      {"Quy\xD5t \xAE\xDEnh c\xF1"
       "a Th\xF1 t\xAD\xEDng Ch\xDDnh ph\xF1\n",
       "P |Quyết định của Thủ tướng Chính phủ|"},
      {"C\x97NG H\x92"
       "A X\x82 H\x97I CH\x9E NGH\x8F"
       "A\n",
       "P |CỘNG HÒA XÃ HỘI CHỦ NGHĨA|"},
      {"\xD1o\xE4"
       "c la\xE4p - T\xF6\xEF do - Ha\xEFnh phu\xF9"
       "c\n",
       "P |Độc lập - Tự do - Hạnh phúc|"},
      {"C\xB5ng h\xF2"
       "a x\xE3 h\xB5i ch\xFC ngh\xEE"
       "a\n",
       "P |Cộng hòa xã hội chủ nghĩa|"},
      {"Quy\xEA\xECt \xF0i\xF2nh cu\xD2"
       "a Thu\xD2 t\xFD\xF5\xECng\n",
       "P |Quyết định của Thủ tướng|"},
      {"B\xE0n giao caf\xE9\n", "P |Bàn giao café|"},  // Windows-1252
  };
  for (const auto& row : rows) EXPECT_THAT(Text(row.bytes), ElementsAre(row.want));
}

TEST(PlainText, TellsBlankFiles) {
  const TempFolder folder;
  const auto source = OpenSource(folder.Write("a.txt", " \n "), MediaType::kText, {});
  ASSERT_TRUE(source.ok());
  EXPECT_EQ((*source)->ReadPage(0)->page.origin, PageOrigin::kBlank);
}

TEST(PlainText, WarnsOfLettersThatOnlyLookLikeUnicode) {
  const TempFolder folder;
  const Page page = ReadTextPage(folder.Write(
      "a.txt",
      "Quy#t ##nh c#a Th# t##ng Ch#nh ph# v# vi#c s#a ##i, b# sung Quy ch# th#nh l#p, t# ch#c v# "
      "ho#t ##ng c#a Qu# b#o l#nh t#n d#ng"));
  ASSERT_EQ(page.diagnostics.size(), 1U);
  EXPECT_EQ(page.diagnostics[0].code, "text_doubtful");
  EXPECT_TRUE(ReadTextPage(folder.Write("b.txt",
                                        "Quyết định của Thủ tướng Chính phủ về việc sửa "
                                        "đổi, bổ sung Quy chế thành lập, tổ chức và hoạt "
                                        "động của Quỹ bảo lãnh tín dụng"))
                  .diagnostics.empty());
}

TEST(Markdown, MarksHeadingsAndDropsRules) {
  EXPECT_THAT(
      Markdown("### **1. Về kết quả**\n\n## 2. Kế hoạch ##\ntext\n\n---\n\n#hashtag\n"),
      ElementsAre("P B h3 |1. Về kết quả|", "P h2 |2. Kế hoạch|", "P |text|", "P |#hashtag|"));
}

TEST(Markdown, ABoldSpanOverLinesMakesEachLineBold) {
  EXPECT_THAT(
      Markdown("**ỦY BAN NHÂN DÂN  \nTỈNH QUẢNG NGÃI**\n\n**BÁO CÁO**  \n*Công tác*\n"),
      ElementsAre("P B |ỦY BAN NHÂN DÂN|", "B |TỈNH QUẢNG NGÃI|", "P B |BÁO CÁO|", "I |Công tác|"));
}

TEST(Markdown, ALineIsBoldOnlyAsAWhole) {
  EXPECT_THAT(Markdown("**Kính gửi:** Bộ Ngoại giao\n"),
              ElementsAre("P |Kính gửi: Bộ Ngoại giao|"));
  EXPECT_THAT(Markdown("**Kính gửi**:\n"), ElementsAre("P B |Kính gửi:|"));
  EXPECT_THAT(Markdown("***Nơi nhận:***\n"), ElementsAre("P B I |Nơi nhận:|"));
}

TEST(Markdown, KeepsStarsThatAreNoEmphasis) {
  const struct {
    const char* source;
    const char* want;
  } rows[] = {
      {"tính chất * Nước đến\n", "P |tính chất * Nước đến|"},
      {"kích thước 20*30*40 cm\n", "P |kích thước 20*30*40 cm|"},
      {"* Như trên;\n", "P |* Như trên;|"},
      {"(*) Ghi chú\n", "P |(*) Ghi chú|"},
      {"**\\* Cảnh báo**\n", "P B |* Cảnh báo|"},
      {"mở **mà không đóng\n", "P |mở **mà không đóng|"},
      {"đóng** mà không mở\n", "P |đóng** mà không mở|"},
      {"*****\n\nsau\n", "P |sau|"},
      {"a\\_b \\# \\\\ c\\d\n", "P |a_b # \\ c\\d|"},
      {"____ngày____tháng\n", "P |____ngày____tháng|"},
  };
  for (const auto& row : rows)
    EXPECT_THAT(Markdown(row.source), ElementsAre(row.want)) << row.source;
}

TEST(Markdown, TurnsSuperscriptsIntoMarksAndMeasures) {
  const struct {
    const char* source;
    const char* want;
  } rows[] = {
      {"WTO<sup>1</sup> đến\n", "P |WTO[1] đến|"},
      {"<sup>12</sup> Đăng tải hơn 200 tin\n", "P |[12] Đăng tải hơn 200 tin|"},
      {"<sup>(3)</sup> Ghi chú\n", "P |[3] Ghi chú|"},
      {"2.280m<sup>2</sup>, sản lượng\n", "P |2.280m2, sản lượng|"},
      {"15 km<sup>2</sup>\n", "P |15 km2|"},
      {"thêm<sup>2</sup>\n", "P |thêm[2]|"},  // ends in m, is no measure
      {"lần 3<sup>th</sup>\n", "P |lần 3th|"},
  };
  for (const auto& row : rows)
    EXPECT_THAT(Markdown(row.source), ElementsAre(row.want)) << row.source;
}

TEST(Markdown, StripsDressingAndKeepsPlaceholders) {
  EXPECT_THAT(
      Markdown("<u>Nơi nhận</u>: <span style=\"x\">A</span>&nbsp;&amp; B &ocirc; &khong;\n"),
      ElementsAre("P |Nơi nhận: A & B ô &khong;|"));
  EXPECT_THAT(Markdown("Kính gửi: <Tên cơ quan> < 5 và <b>đậm</b><!-- bỏ -->\n"),
              ElementsAre("P |Kính gửi: <Tên cơ quan> < 5 và đậm|"));
  EXPECT_THAT(Markdown("một<br>hai<br/>ba\n"), ElementsAre("P |một|", "|hai|", "|ba|"));
  EXPECT_THAT(Markdown("[Cổng](http://a.vn) ![](x.png) [1] và [a](kèm theo)\n"),
              ElementsAre("P |Cổng [1] và [a](kèm theo)|"));
  EXPECT_THAT(Markdown("<b>Cả dòng</b>\n"), ElementsAre("P B |Cả dòng|"));
}

TEST(Markdown, LeavesRowsOfTextTablesToLayout) {
  EXPECT_THAT(
      Markdown("TRUNG TÂM\t\nCV\tSố: **1**\n\n| a | **b** |\n|---|---|\n"),
      ElementsAre("P |TRUNG TÂM\t|", "|CV\tSố: **1**|", "P || a | **b** ||", "||---|---||"));
  EXPECT_THAT(Markdown("6\t<ul> <li>- Xúc tiến</li> </ul>\n"),
              ElementsAre("P |6\t<ul> <li>- Xúc tiến</li> </ul>|"));
}

TEST(Markdown, ReadsHtmlTablesAsGrids) {
  const TempFolder folder;
  const Page page = ReadTextPage(
      folder.Write("a.md",
                   "# Phụ lục\n\n<table border=\"1\">\n<tr><td>STT</td><td>Tên</td></tr>\n"
                   "<tr><td>1</td><td>Lào</td></tr>\n</table>\n\nsau\n"));
  EXPECT_THAT(Show(page), ElementsAre("P h1 |Phụ lục|", "P {0:0,0} |STT|", "P {0:0,1} |Tên|",
                                      "P {0:1,0} |1|", "P {0:1,1} |Lào|", "P |sau|"));
  ASSERT_EQ(page.grids.size(), 1U);
  EXPECT_TRUE(page.grids[0].ruled);
}

TEST(Markdown, SurvivesHostileText) {
  EXPECT_EQ(Markdown(std::string(200'000, '*') + "a\n").size(), 1U);
  std::string many;
  for (int i = 0; i < 50'000; ++i) many += "*a **b ";
  EXPECT_EQ(Markdown(many + "\n").size(), 1U);
  EXPECT_EQ(Markdown(std::string(50'000, '[') + "\n").size(), 1U);
  EXPECT_EQ(Markdown("<table>" + std::string(1000, '\n') + "<tr><td>một ô").size(), 1U);
}

TEST(Markdown, ReadsTheSeedLetters) {
  if (Shared("").empty()) GTEST_SKIP() << "there is no ../shared";
  const Page page = ReadTextPage(Shared("seeds/003_ad54b47c537cdd84.txt"));
  ASSERT_GT(page.lines.size(), 100U);
  EXPECT_EQ(Show(page.lines[0]), "P |Số: /BC-BCĐ|");
  EXPECT_EQ(Show(page.lines[2]), "P B h2 |BÁO CÁO|");
  EXPECT_TRUE(page.diagnostics.empty());
  const std::string text = page.Text();
  EXPECT_NE(text.find("thành viên WTO[1] đến"), std::string::npos);
  EXPECT_NE(text.find("\n[6] Tổng số đợt kiểm tra là 4 đợt"), std::string::npos);
  EXPECT_NE(text.find("diện tích 2.280m2, sản lượng"), std::string::npos);
  EXPECT_EQ(text.find("**"), std::string::npos);
  EXPECT_EQ(text.find("<sup>"), std::string::npos);
}

}  // namespace
}  // namespace vanthu::intake
