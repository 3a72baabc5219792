#include "pipeline/export/rows.h"

#include <gtest/gtest.h>

namespace vanthu::exporting {
namespace {

using nlohmann::ordered_json;

const std::vector<std::string> kColumns = {"id", "subject", "date"};

std::vector<ordered_json> SomeRows() {
  return {{{"id", 1}, {"subject", "V/v đoàn ra, \"Lào\""}, {"date", nullptr}, {"more", 2.5}},
          {{"id", 22}, {"subject", "hai\ndòng"}, {"date", "2021-06"}}};
}

TEST(ParseRowFormat, Names) {
  for (const auto& [name, format] :
       {std::pair("json", RowFormat::kJson), std::pair("jsonl", RowFormat::kJsonl),
        std::pair("csv", RowFormat::kCsv), std::pair("table", RowFormat::kTable),
        std::pair("xlsx", RowFormat::kXlsx)}) {
    ASSERT_TRUE(ParseRowFormat(name).ok());
    EXPECT_EQ(*ParseRowFormat(name), format);
  }
  for (const char* name : {"", "JSON", "xls", "js"}) {
    EXPECT_EQ(ParseRowFormat(name).error().code, ErrorCode::kUsage) << name;
  }
}

TEST(RenderRows, Json) {
  const std::string text = RenderRows(RowFormat::kJson, kColumns, SomeRows());
  const ordered_json list = ordered_json::parse(text);
  EXPECT_EQ(list, ordered_json(SomeRows()));
  EXPECT_EQ(list[0].begin().key(), "id");
  EXPECT_EQ(RenderRows(RowFormat::kJson, kColumns, {}), "[]\n");
}

TEST(RenderRows, JsonLines) {
  EXPECT_EQ(RenderRows(RowFormat::kJsonl, kColumns, SomeRows()),
            "{\"id\":1,\"subject\":\"V/v đoàn ra, \\\"Lào\\\"\",\"date\":null,\"more\":2.5}\n"
            "{\"id\":22,\"subject\":\"hai\\ndòng\",\"date\":\"2021-06\"}\n");
  EXPECT_EQ(RenderRows(RowFormat::kJsonl, kColumns, {}), "");
}

TEST(RenderRows, Csv) {
  EXPECT_EQ(RenderRows(RowFormat::kCsv, kColumns, SomeRows()),
            "id,subject,date\r\n"
            "1,\"V/v đoàn ra, \"\"Lào\"\"\",\r\n"
            "22,\"hai\ndòng\",2021-06\r\n");
  EXPECT_EQ(RenderRows(RowFormat::kCsv, kColumns, {}), "id,subject,date\r\n");
}

TEST(RenderRows, CellsOfEveryKind) {
  const std::vector<ordered_json> rows = {{{"a", {"một", "hai"}}, {"b", true}, {"c", {{"x", 1}}}}};
  EXPECT_EQ(RenderRows(RowFormat::kCsv, {"a", "b", "c", "none"}, rows),
            "a,b,c,none\r\nmột; hai,true,\"{\"\"x\"\":1}\",\r\n");
}

TEST(RenderRows, Table) {
  EXPECT_EQ(RenderRows(RowFormat::kTable, kColumns, SomeRows()),
            "id  subject             date\n"
            "1   V/v đoàn ra, \"Lào\"\n"
            "22  hai dòng            2021-06\n");
  EXPECT_EQ(RenderRows(RowFormat::kTable, kColumns, {}), "");
}

TEST(RenderRows, TableCutToAWidth) {
  const std::vector<ordered_json> rows = {
      {{"id", 1},
       {"subject", "Kết quả thực hiện công tác đối ngoại năm 2013"},
       {"date", "2014-02-27"}}};
  const std::string text = RenderRows(RowFormat::kTable, kColumns, rows, 40);
  EXPECT_EQ(text,
            "id  subject                   date\n"
            "1   Kết quả thực hiện công …  2014-02-27\n");
}

TEST(DisplayWidth, OfLettersMarksAndWideLetters) {
  const struct {
    const char* text;
    int width;
  } rows[] = {
      {"", 0},          {"abc", 3},          {"Quảng Ngãi", 10},
      {"Hoa\u0300", 3}, {"\u4e2d\u6587", 4}, {"\ufeffx", 1},
  };
  for (const auto& row : rows) EXPECT_EQ(DisplayWidth(row.text), row.width) << row.text;
}

std::string Wrapped(const std::string& text, int width, int lines) {
  std::string out;
  RowWriter writer(
      RowFormat::kTable, {"id", "value"}, [&](std::string_view part) { out += part; }, width,
      lines);
  writer.Add({{"id", 1}, {"value", text}});
  writer.Finish();
  return out;
}

TEST(RowWriterTest, WrapsWhereItIsAskedTo) {
  EXPECT_EQ(Wrapped("Đoàn xúc tiến đầu tư", 14, 0),
            "id  value\n1   Đoàn xúc\n    tiến đầu\n    tư\n");
  EXPECT_EQ(Wrapped("Đoàn xúc tiến đầu tư", 14, 2), "id  value\n1   Đoàn xúc\n    tiến đầu …\n");
  EXPECT_EQ(Wrapped("Đoàn xúc tiến đầu tư", 14, 1), "id  value\n1   Đoàn xúc …\n");
  EXPECT_EQ(Wrapped("Đoàn xúc", 0, 0), "id  value\n1   Đoàn xúc\n");
  // A word longer than the column is broken; nothing is lost.
  EXPECT_EQ(Wrapped(std::string(25, 'a'), 14, 0),
            "id  value\n1   aaaaaaaaaa\n    aaaaaaaaaa\n    aaaaa\n");
}

TEST(Rows, CountsLines) {
  struct Case {
    const char* text;
    int width, want;
  };
  const Case cases[] = {
      {"", 5, 1},           {"năm", 5, 1},     {"một hai ba", 7, 2},
      {"một hai ba", 3, 3}, {"abcdefg", 3, 3}, {"a\nb", 5, 2},
  };
  for (const Case& one : cases) EXPECT_EQ(CountLines(one.text, one.width), one.want) << one.text;
}

}  // namespace
}  // namespace vanthu::exporting
