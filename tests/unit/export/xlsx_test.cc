#include "pipeline/export/xlsx.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/unit/export/xlsx_reader.h"

namespace vanthu::exporting {
namespace {

Sheet MakeSheet(std::vector<std::vector<SheetCell>> rows) {
  return {"Đoàn ra",
          {"DANH SÁCH ĐOÀN RA", "Năm 2024"},
          {{"Số, ký hiệu", 20}, {"Ngày", 12}, {"Số người", 10}, {"Năm", 8, NumberStyle::kPlain}},
          std::move(rows)};
}

// Of one sheet; empty where it cannot be made.
std::string Bytes(const Sheet& sheet) {
  const Result<std::string> bytes = Workbook(std::span(&sheet, 1));
  return bytes.ok() ? *bytes : "";
}

ErrorCode CodeOf(const std::vector<Sheet>& sheets) {
  const Result<std::string> bytes = Workbook(sheets);
  EXPECT_FALSE(bytes.ok());
  return bytes.ok() ? ErrorCode::kInternal : bytes.error().code;
}

TEST(Xlsx, CellsKeepTheirTypes) {
  XlsxReader book(Bytes(MakeSheet({{"47/KH-UBND", CalendarDate{2014, 2, 27}, 12.0, 2024.0},
                                   {"=1+1", SheetCell(), 1234567.25, 2025.0},
                                   {"0012 <&>", CalendarDate{1899, 12, 31}, std::nan(""), -3.0},
                                   {"", SheetCell(), AboutNumber{12}}})));
  // Two lines of title, an empty one, the header.
  EXPECT_EQ(book.Cell(1, "A5"), "s:47/KH-UBND");
  EXPECT_EQ(book.Cell(1, "B5"), "n:41697 dd/mm/yyyy");
  EXPECT_EQ(book.Cell(1, "C5"), "n:12 #,##0");
  EXPECT_EQ(book.Cell(1, "D5"), "n:2024 General");
  EXPECT_EQ(book.Cell(1, "A6"), "s:=1+1");
  EXPECT_EQ(book.Cell(1, "B6"), "");
  EXPECT_EQ(book.Cell(1, "C6"), "n:1234567.25 #,##0.########");
  EXPECT_EQ(book.Cell(1, "A7"), "s:0012 <&>");
  EXPECT_EQ(book.Cell(1, "B7"), "s:1899-12-31");
  EXPECT_EQ(book.Cell(1, "C7"), "");
  EXPECT_EQ(book.Cell(1, "D7"), "n:-3 General");
  EXPECT_EQ(book.Cell(1, "A8"), "");
  EXPECT_EQ(book.Cell(1, "C8"), "n:12 \"~\"#,##0");
  EXPECT_EQ(book.Cell(1, "D8"), "");
}

TEST(Xlsx, TitleStandsOverTheHeader) {
  XlsxReader book(Bytes(MakeSheet({{"1"}})));
  EXPECT_EQ(book.Cell(1, "A1"), "s:DANH SÁCH ĐOÀN RA");
  EXPECT_EQ(book.Cell(1, "A2"), "s:Năm 2024");
  EXPECT_EQ(book.Cell(1, "A4"), "s:Số, ký hiệu");
  EXPECT_EQ(book.Cell(1, "D4"), "s:Năm");
  EXPECT_TRUE(book.SheetPart(1).select_node("//mergeCell[@ref='A1:D1']"));
  EXPECT_TRUE(book.SheetPart(1).select_node("//mergeCell[@ref='A2:D2']"));
}

TEST(Xlsx, WithoutTitleTheHeaderIsFirst) {
  Sheet sheet = MakeSheet({});
  sheet.title.clear();
  XlsxReader book(Bytes(sheet));
  EXPECT_EQ(book.Cell(1, "A1"), "s:Số, ký hiệu");
}

TEST(Xlsx, OneColumnUnderATitle) {
  XlsxReader book(Bytes({"A", {"Title"}, {{"Column"}}, {{1.0}}}));
  EXPECT_EQ(book.Cell(1, "A1"), "s:Title");
  EXPECT_EQ(book.Cell(1, "A4"), "n:1 #,##0");
}

TEST(Xlsx, PrintsOnA4WithHeaderAndPageNumbers) {
  Sheet upright = MakeSheet({{"1"}});
  upright.name = "Đứng";
  upright.turn = PageTurn::kPortrait;
  const Result<std::string> bytes = Workbook(std::vector<Sheet>{MakeSheet({{"1"}}), upright});
  ASSERT_TRUE(bytes.ok());
  XlsxReader book(*bytes);
  const pugi::xml_document& sheet = book.SheetPart(1);
  const pugi::xml_node setup = sheet.select_node("//pageSetup").node();
  EXPECT_EQ(setup.attribute("paperSize").as_int(), 9);
  EXPECT_STREQ(setup.attribute("orientation").value(), "landscape");
  EXPECT_EQ(setup.attribute("fitToHeight").as_int(-1), 0);
  EXPECT_STREQ(sheet.select_node("//oddFooter").node().child_value(), "&C&P/&N");
  EXPECT_STREQ(sheet.select_node("//pane").node().attribute("topLeftCell").value(), "A5");
  EXPECT_STREQ(sheet.select_node("//autoFilter").node().attribute("ref").value(), "A4:D5");
  EXPECT_NEAR(sheet.select_node("//col[@min='1']").node().attribute("width").as_double(), 20, 1);
  const pugi::xml_document& names = book.Part("xl/workbook.xml");
  EXPECT_STREQ(names.select_node("//definedName[@name='_xlnm.Print_Titles']").node().child_value(),
               "'Đoàn ra'!$4:$4");
  EXPECT_STREQ(book.SheetPart(2).select_node("//pageSetup").node().attribute("orientation").value(),
               "portrait");
  EXPECT_TRUE(book.Part("xl/styles.xml").select_node("//name[@val='Times New Roman']"));
  EXPECT_TRUE(book.Part("xl/styles.xml").select_node("//alignment[@wrapText='1']"));
}

TEST(Xlsx, RowsAreAsHighAsTheirTexts) {
  XlsxReader book(Bytes(MakeSheet({{"ngắn"},
                                   {"một văn bản dài hơn hẳn hai mươi chữ của cột"},
                                   {"một\nhai\nba"},
                                   {std::string(32000, 'x')}})));
  const auto height = [&](const char* row) {
    return book.SheetPart(1)
        .select_node((std::string("//row[@r='") + row + "']").c_str())
        .node()
        .attribute("ht")
        .as_double();
  };
  EXPECT_EQ(height("5"), 0);  // as it comes
  EXPECT_EQ(height("6"), 3 * 16);
  EXPECT_EQ(height("7"), 3 * 16);
  EXPECT_EQ(height("8"), 409);
}

TEST(Xlsx, WideSheetsGoOnOnPagesBeside) {
  Sheet sheet = MakeSheet({{"1"}});
  for (SheetColumn& column : sheet.columns) column.width = 80;
  XlsxReader book(Bytes(sheet));
  EXPECT_EQ(book.SheetPart(1).select_node("//pageSetup").node().attribute("fitToWidth").as_int(1),
            2);
  // The title is that of the first page.
  EXPECT_TRUE(book.SheetPart(1).select_node("//mergeCell[@ref='A1:B1']"));
}

TEST(Xlsx, TextLongerThanACellIsCut) {
  std::string text;
  for (int i = 0; i < 40000; ++i) text += "ệ";
  XlsxReader book(Bytes(MakeSheet({{text}, {text.substr(0, 3 * 32767)}})));
  EXPECT_EQ(book.Cell(1, "A5"), "s:" + text.substr(0, 3 * 32766) + "…");
  EXPECT_EQ(book.Cell(1, "A6"), "s:" + text.substr(0, 3 * 32767));
}

TEST(Xlsx, WrongSheetsAreRefused) {
  const Sheet good = MakeSheet({});
  Sheet unnamed = good, slash = good, bare = good, twin = good;
  unnamed.name = "";
  slash.name = "a/b";
  bare.columns.clear();
  EXPECT_EQ(CodeOf({}), ErrorCode::kUsage);
  EXPECT_EQ(CodeOf({unnamed}), ErrorCode::kUsage);
  EXPECT_EQ(CodeOf({slash}), ErrorCode::kUsage);
  EXPECT_EQ(CodeOf({bare}), ErrorCode::kUsage);
  EXPECT_EQ(CodeOf({good, twin}), ErrorCode::kUsage);
}

TEST(Xlsx, MoreRowsThanASheetHasAreRefused) {
  Sheet sheet = MakeSheet({});
  sheet.rows.resize(1048576);
  EXPECT_EQ(CodeOf({sheet}), ErrorCode::kLimit);
}

}  // namespace
}  // namespace vanthu::exporting
