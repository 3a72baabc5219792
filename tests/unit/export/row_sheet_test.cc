#include "pipeline/export/row_sheet.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/export/fact_rows.h"
#include "pipeline/export/rows.h"
#include "tests/unit/export/xlsx_reader.h"

namespace vanthu::exporting {
namespace {

using nlohmann::ordered_json;

// The cells of one row under `columns`, which stand in row 4 below a title of two rows.
class OneRow {
 public:
  OneRow(const std::vector<std::string>& columns, const ordered_json& row,
         SheetLanguage language = SheetLanguage::kVietnamese)
      : columns_(columns), book_(Bytes(columns, row, language)) {}

  std::string Cell(const std::string& column) { return At(column, "4"); }
  std::string Name(const std::string& column) { return At(column, "3"); }

 private:
  static std::string Bytes(const std::vector<std::string>& columns, const ordered_json& row,
                           SheetLanguage language) {
    RowSheet sheet("Đoàn ra", columns, language);
    sheet.Add(row);
    const Result<std::string> bytes = sheet.Bytes();
    return bytes.ok() ? *bytes : "";
  }
  std::string At(const std::string& column, const std::string& row) {
    const auto at = std::find(columns_.begin(), columns_.end(), column) - columns_.begin();
    return book_.Cell(1, std::string(1, static_cast<char>('A' + at)) + row);
  }

  std::vector<std::string> columns_;
  XlsxReader book_;
};

TEST(RowSheetTest, CellsAreOfTheirColumnsKind) {
  const std::vector<std::string> columns = {"letter_id", "number", "issue_date", "due",
                                            "value",     "sum",    "year",       "countries",
                                            "pages",     "same_as"};
  OneRow row(columns, {{"letter_id", 12},
                       {"number", "47"},
                       {"issue_date", "2014-02-27"},
                       {"due", "2021-06"},
                       {"value", "1987640000000.5"},
                       {"sum", "12345678901234567890"},
                       {"year", 2021},
                       {"countries", {"JP", "KR"}},
                       {"pages", {3}},
                       {"same_as", nullptr}});
  EXPECT_EQ(row.Cell("letter_id"), "n:12 General");
  EXPECT_EQ(row.Cell("number"), "s:47");
  EXPECT_EQ(row.Cell("issue_date"), "n:41697 dd/mm/yyyy");
  EXPECT_EQ(row.Cell("due"), "s:2021-06");
  EXPECT_EQ(row.Cell("value"), "n:1987640000000.5 #,##0.########");
  EXPECT_EQ(row.Cell("sum"), "s:12345678901234567890");  // a number would lose digits
  EXPECT_EQ(row.Cell("year"), "n:2021 General");
  EXPECT_EQ(row.Cell("countries"), "s:JP; KR");
  EXPECT_EQ(row.Cell("pages"), "n:3 General");
  EXPECT_EQ(row.Cell("same_as"), "");
}

TEST(RowSheetTest, RangesOfOneNumberAreNumbers) {
  const auto cell = [](ordered_json range) {
    OneRow row({"members"}, {{"members", std::move(range)}});
    return row.Cell("members");
  };
  EXPECT_EQ(cell({{"raw", "12 người"}, {"min", 12}, {"max", 12}, {"approx", false}}), "n:12 #,##0");
  EXPECT_EQ(cell({{"raw", "khoảng 12"}, {"min", 12}, {"max", 12}, {"approx", true}}),
            "n:12 \"~\"#,##0");
  EXPECT_EQ(cell({{"raw", "5 - 7"}, {"min", 5}, {"max", 7}, {"approx", false}}), "s:5-7");
  EXPECT_EQ(
      cell({{"raw", "Do Trưởng đoàn"}, {"min", nullptr}, {"max", nullptr}, {"approx", false}}),
      "s:Do Trưởng đoàn");
  EXPECT_EQ(cell(nullptr), "");
}

TEST(RowSheetTest, NamesAndCodesAreInTheReadersLanguage) {
  const std::vector<std::string> columns = {"issue_date", "direction", "own_key"};
  const ordered_json values = {{"direction", "out"}, {"own_key", "x"}};
  OneRow vietnamese(columns, values);
  EXPECT_EQ(vietnamese.Name("issue_date"), "s:Ngày ban hành");
  EXPECT_EQ(vietnamese.Cell("direction"), "s:đoàn ra");
  EXPECT_EQ(vietnamese.Name("own_key"), "s:Own key");
  OneRow english(columns, values, SheetLanguage::kEnglish);
  EXPECT_EQ(english.Name("issue_date"), "s:Issue date");
  EXPECT_EQ(english.Cell("direction"), "s:out");
}

TEST(RowSheetTest, TabsAreCutAndCleaned) {
  const std::string title = "Kết quả [2021]: đoàn ra/đoàn vào của tỉnh An Phú trong năm";
  RowSheet sheet(title, {"number"}, SheetLanguage::kVietnamese);
  const Result<std::string> bytes = sheet.Bytes();
  ASSERT_TRUE(bytes.ok()) << bytes.error().message;
  XlsxReader book(*bytes);
  EXPECT_STREQ(book.Part("xl/workbook.xml").select_node("//sheet").node().attribute("name").value(),
               "Kết quả  2021   đoàn ra đoàn và");
  EXPECT_EQ(book.Cell(1, "A1"), "s:" + title);
}

TEST(RowSheetTest, EveryColumnOfRowsHasAName) {
  for (const FactRows kind :
       {FactRows::kDelegations, FactRows::kConferences, FactRows::kFigures, FactRows::kPartners,
        FactRows::kPartnerLetters, FactRows::kDeadlines, FactRows::kDiagnostics}) {
    for (const std::string& key : FactColumns(kind, RowFormat::kXlsx)) {
      EXPECT_NE(ShapeOf(key, SheetLanguage::kVietnamese).name,
                ShapeOf(key, SheetLanguage::kEnglish).name)
          << key;
    }
  }
}

TEST(RowSheetTest, APeriodHasThreeColumns) {
  const ordered_json row = {
      {"period", {{"start", "2021-04-01"}, {"end", "2021-06-30"}, {"raw", "Quý II"}}}};
  const ordered_json flat = FactRow(FactRows::kDelegations, RowFormat::kXlsx, row);
  EXPECT_EQ(flat["period"], "Quý II");
  EXPECT_EQ(flat["period_start"], "2021-04-01");
  EXPECT_EQ(flat["period_end"], "2021-06-30");
  EXPECT_EQ(FactRow(FactRows::kDelegations, RowFormat::kXlsx, {{"period", nullptr}})["period"],
            nullptr);
}

}  // namespace
}  // namespace vanthu::exporting
