#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/intake/fixtures.h"

namespace vanthu::intake {
namespace {

using testing::ElementsAre;

constexpr const char* kNames =
    R"( xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:fo="f" xmlns:svg="v")";
constexpr const char* kStyles = R"(
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'.VnTimeH'"/></office:font-face-decls>
<office:automatic-styles>
<style:style style:name="box" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid"/></style:style>
<style:style style:name="middle" style:family="table-cell"><style:paragraph-properties fo:text-align="center"/></style:style>
<style:style style:name="old" style:family="table-cell" style:parent-style-name="box"><style:text-properties style:font-name="F"/></style:style>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>)";

std::string MakeOds(const std::string& tables) {
  const std::string content = "<office:document-content" + std::string(kNames) + ">" + kStyles +
                              "<office:body><office:spreadsheet>" + tables +
                              "</office:spreadsheet></office:body></office:document-content>";
  return MakeZip(
      {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", content}});
}

std::string C(const std::string& text, const std::string& attributes = "") {
  return "<table:table-cell " + attributes + "><text:p>" + text + "</text:p></table:table-cell>";
}
std::string Box(const std::string& text, const std::string& attributes = "") {
  return C(text, "table:style-name='box' " + attributes);
}
std::string R(const std::string& cells, const std::string& attributes = "") {
  return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}
std::string T(const std::string& rows, const std::string& attributes = "") {
  return "<table:table " + attributes + ">" + rows + "</table:table>";
}
const std::string kEmpty = "<table:table-cell table:number-columns-repeated='16384'/>";

Result<std::vector<SourcePage>> Pages(const std::string& tables) {
  const TempFolder folder;
  return ReadPages(folder.Write("a", MakeOds(tables)));
}

Page FirstPage(const std::string& tables) {
  auto pages = Pages(tables);
  Page page;
  if (pages.ok()) {
    page = pages->front().page;
  } else {
    page.reason = pages.error().message;
  }
  return page;
}

TEST(Ods, ReadsHeadTableAndFoot) {
  const Page page = FirstPage(
      T(R(C("UBND TỈNH") + "<table:table-cell/>" + C("CỘNG HÒA")) +
        R(C("BIỂU 1<text:s/>TỔNG HỢP", "table:style-name='middle'") + kEmpty) +
        "<table:table-header-rows>" + R(Box("STT") + Box("Tên") + Box("Số tiền")) +
        "</table:table-header-rows>" +
        R(Box("1") + Box("Đoàn <text:span text:style-name='B'>ra</text:span>") + Box("5.900.000")) +
        R(Box("2") + Box("Đoàn vào") + Box("")) + R(kEmpty, "table:number-rows-repeated='3'") +
        R(kEmpty + C("NGƯỜI LẬP")) + R(kEmpty, "table:number-rows-repeated='1048000'")));
  EXPECT_THAT(
      Show(page),
      ElementsAre("P |UBND TỈNH\tCỘNG HÒA|", "P C |BIỂU 1 TỔNG HỢP|", "P {0:0,0} |STT|",
                  "P {0:0,1} |Tên|", "P {0:0,2} |Số tiền|", "P {0:1,0} |1|", "P {0:1,1} |Đoàn ra|",
                  "P {0:1,2} |5.900.000|", "P {0:2,0} |2|", "P {0:2,1} |Đoàn vào|"));
  ASSERT_EQ(page.grids.size(), 1U);
  EXPECT_EQ(page.grids[0].rows, 3);
  EXPECT_EQ(page.grids[0].columns, 3);
  EXPECT_TRUE(page.grids[0].cells[0].header);
}

TEST(Ods, KeepsMergedCellsAndLeavesOutHiddenOnes) {
  const Page page = FirstPage(
      T("<table:table-column/><table:table-column "
        "table:visibility='collapse'/><table:table-column/>" +
        R(Box("Năm", "table:number-rows-spanned='2'") + Box("ẩn") +
          Box("Số đoàn", "table:number-columns-spanned='2'") + "<table:covered-table-cell/>") +
        R("<table:covered-table-cell/>" + Box("ẩn") + Box("ra") + Box("vào")) +
        R(Box("x"), "table:visibility='collapse'") +
        R(Box("2020") + Box("ẩn") + Box("3") + Box("4"))));
  EXPECT_THAT(Show(page),
              ElementsAre("P {0:0,0} |Năm|", "P {0:0,1} |Số đoàn|", "P {0:1,1} |ra|",
                          "P {0:1,2} |vào|", "P {0:2,0} |2020|", "P {0:2,1} |3|", "P {0:2,2} |4|"));
  EXPECT_EQ(page.grids[0].cells[0].row_span, 2);
  EXPECT_EQ(page.grids[0].cells[1].column_span, 2);
}

TEST(Ods, ATableWithoutLinesBeginsWhereTheColumnsDo) {
  const Page page = FirstPage(
      T(R(C("Danh sách")) + R(C("Họ tên") + C("Năm sinh")) + R(C("Nguyễn Văn A") + C("1970"))));
  EXPECT_THAT(Show(page), ElementsAre("P |Danh sách|", "P {0:0,0} |Họ tên|", "P {0:0,1} |Năm sinh|",
                                      "P {0:1,0} |Nguyễn Văn A|", "P {0:1,1} |1970|"));
}

TEST(Ods, ASheetIsAPageAndHiddenOrEmptyOnesAreNone) {
  const auto pages = Pages(T(R(C("một"))) + T(R(C("ẩn")), "table:style-name='off'") + T(R(kEmpty)) +
                           T(R(C("hai"))));
  ASSERT_TRUE(pages.ok());
  ASSERT_EQ(pages->size(), 2U);
  EXPECT_EQ((*pages)[1].page.number, 2);
  EXPECT_THAT(Show((*pages)[1].page), ElementsAre("P |hai|"));
}

TEST(Ods, ReadsCellsByTheFontTheyAreSetIn) {
  EXPECT_THAT(Show(FirstPage(T(R(C("Tªn dù ¸n", "table:style-name='old'") + Box("USD"))))),
              ElementsAre("P {0:0,0} |TÊN DỰ ÁN|", "P {0:0,1} |USD|"));
}

TEST(Ods, RefusesWhatHoldsNoSpreadsheet) {
  const TempFolder folder;
  const std::string mimetype = "application/vnd.oasis.opendocument.spreadsheet";
  const auto broken = folder.Write("a", MakeZip({{"mimetype", mimetype}, {"content.xml", "<a"}}));
  EXPECT_EQ(OpenSource(broken, MediaType::kOds, {}).error().code, ErrorCode::kDamaged);
  const auto locked = folder.Write(
      "b",
      MakeZip({{"mimetype", mimetype},
               {"content.xml", "\x01\x02"},
               {"META-INF/manifest.xml",
                "<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"}}));
  EXPECT_EQ(OpenSource(locked, MediaType::kOds, {}).error().code, ErrorCode::kEncrypted);
}

}  // namespace
}  // namespace vanthu::intake
