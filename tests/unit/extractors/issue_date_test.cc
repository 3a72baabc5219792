// Place and date of issue.
#include <gtest/gtest.h>

#include "tests/unit/extractors/record_of.h"

namespace vanthu::test {
namespace {

constexpr const char* kOffice = "UBND TỈNH HÀ NAM\nSỞ NGOẠI VỤ";

TEST(IssueDate, IsReadTogetherWithThePlace) {
  const struct {
    const char* line;
    const char* place;
    const char* date;
  } rows[] = {
      {"Hà Nam, ngày 05 tháng 3 năm 2015", "Hà Nam", "2015-03-05"},
      {"Hà Nội, ngày 3 tháng 01 năm 2025.", "Hà Nội", "2025-01-03"},
      {"Cao Bằng ngày 22 tháng 2 năm 1999.", "Cao Bằng", "1999-02-22"},
      {"TP. Hồ Chí Minh, ngày 12 tháng 12 năm 2012", "TP. Hồ Chí Minh", "2012-12-12"},
      {"Bà Rịa - Vũng Tàu, ngày 9 tháng 9 năm 2009", "Bà Rịa - Vũng Tàu", "2009-09-09"},
      {"Đà Nẵng, ngày 26tháng 7 năm 2020", "Đà Nẵng", "2020-07-26"},
      {"\u00D0à Nẵng, ngày 26 tháng 7 năm 2020", "\u00D0à Nẵng", "2020-07-26"},
      // a blank for the pen
      {"Quảng Ngãi, ngày    tháng 6 năm 2021", "Quảng Ngãi", "2021-06-?"},
      {"Quảng Ngãi, ngày … tháng 02 năm 2022", "Quảng Ngãi", "2022-02-?"},
      {"Quảng Ngãi, ngày ….. tháng … năm 2022", "Quảng Ngãi", "2022-?-?"},
      // OCR
      {"Hà Nam, ngay 05 thang 3 nam 2015", "Hà Nam", "2015-03-05"},
      {"Hà Nam, ngày 0 5 tháng 3 năm 2 015", "Hà Nam", "2015-03-05"},
      {"ngày 05 tháng 3 năm 2015", "", "2015-03-05"},
      // a day that no month has is read as blank
      {"Hà Nam, ngày 31 tháng 02 năm 2015", "Hà Nam", "2015-02-?"},
      {"Hà Nam, ngày 45 tháng 3 năm 2015", "Hà Nam", "2015-03-?"},
  };
  for (const auto& row : rows) {
    const Record record = RecordOf(WithHead(kOffice, "Số: 88/SNgV-LS", row.line));
    EXPECT_EQ(ValueOf(record.place),
              row.place == std::string("\u00D0à Nẵng") ? "Đà Nẵng" : row.place)
        << row.line;
    EXPECT_EQ(DateText(record.issue_date), row.date) << row.line;
  }
}

TEST(IssueDate, MayStandOnTheNumbersLine) {
  const struct {
    const char* line;
    const char* place;
  } rows[] = {
      {"Số: 12/BC-SNgV Long An, ngày 02 tháng 4 năm 2018", "Long An"},
      {"Số: 12/SNgV-VP Quảng Ngãi, ngày 02 tháng 4 năm 2018", "Quảng Ngãi"},
      {"Số: 12/SNgV-VP, ngày 02 tháng 4 năm 2018", ""},
  };
  for (const auto& row : rows) {
    const Record record = RecordOf(WithHead(kOffice, row.line, ""));
    EXPECT_EQ(DateText(record.issue_date), "2018-04-02") << row.line;
    EXPECT_EQ(ValueOf(record.place), row.place) << row.line;
  }
}

TEST(IssueDate, IsNotADayOfTheBodyOrOfASignatureOrAStamp) {
  for (const std::string& text :
       {WithHead(kOffice, "Số: 88/SNgV-LS", ""),
        WithHead(kOffice, "Số: 88/SNgV-LS",
                 "Ký bởi: Văn phòng\nNgày ký: 05-02-2025 16:31:04 +07:00"),
        WithHead(kOffice, "Số: 88/SNgV-LS", "CV ĐẾN\nSố: 12\nNgày: 04/4/18"),
        WithHead(kOffice, "Số: 88/SNgV-LS", "") + "Hội nghị khai mạc ngày 12 tháng 5 năm 2015.\n",
        std::string("Giá vàng trong nước ngày 12 tháng 5 năm 2023 tăng 200.000 đồng."),
        std::string("Từ ngày 01 tháng 4 năm 2021 đến ngày 31 tháng 3 năm 2022."),
        std::string("Căn cứ Luật tổ chức Chính phủ ngày 19 tháng 6 năm 2015;"), std::string()}) {
    const Record record = RecordOf(text);
    EXPECT_EQ(DateText(record.issue_date), "") << text;
    EXPECT_EQ(ValueOf(record.place), "") << text;
  }
}

}  // namespace
}  // namespace vanthu::test
