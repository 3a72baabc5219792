// The receiving office's stamp.
#include <gtest/gtest.h>

#include "tests/unit/extractors/record_of.h"

namespace vanthu::test {
namespace {

Record WithStamp(const std::string& stamp) {
  return RecordOf(
      "UBND TỈNH HÀ NAM\nSỞ NGOẠI VỤ\nSố: 45/SNgV-VP\nV/v phối hợp\n\nHà Nam, ngày 02 tháng 4 năm "
      "2018\n\n" +
      stamp + "\n\nKính gửi: Sở Tài chính\n\nSở Ngoại vụ đề nghị phối hợp./.\n");
}

TEST(Stamp, IsReadWhereverItLies) {
  const struct {
    const char* printed;
    const char* office;
    const char* number;
    const char* date;
    const char* to;
  } rows[] = {
      {"CV ĐẾN\nSố: 2770\nNgày: 04/4/18\nChuyển: P. NC", "", "2770", "2018-04-04", "P. NC"},
      {"CÔNG VĂN ĐẾN\nSố: 0012\nNgày: 04/4/2018", "", "0012", "2018-04-04", ""},
      {"VĂN PHÒNG CHÍNH PHỦ\nĐẾN\nSố: ...2770...\nNgày: 04-4-2018\nChuyển:", "VĂN PHÒNG CHÍNH PHỦ",
       "2770", "2018-04-04", ""},
      {"VĂN PHÒNG CHÍNH PHỦ\nĐẾN Số: 2770 Ngày: 04/4/2018\nChuyển: V. III", "VĂN PHÒNG CHÍNH PHỦ",
       "2770", "2018-04-04", "V. III"},
      {"SỞ NGOẠI VỤ KHÁNH HÒA\nĐẾN\nSố: 3306\nNgày: 16/11/2023", "SỞ NGOẠI VỤ KHÁNH HÒA", "3306",
       "2023-11-16", ""},
      {"ĐẠI HỌC HUẾ\nĐẾN\nSố: 3306\nNgày: 16/11/2023", "ĐẠI HỌC HUẾ", "3306", "2023-11-16", ""},
      // OCR of a worn stamp
      {"CV DỄN\nSố: 2770\nNgày: 04/4/18", "", "2770", "2018-04-04", ""},
      // in a table
      {"CV\tSố:.....1046.....\nĐẾN\tNgày: 28/01/14", "", "1046", "2014-01-28", ""},
  };
  for (const auto& row : rows) {
    const Record record = WithStamp(row.printed);
    ASSERT_TRUE(record.stamp) << row.printed;
    EXPECT_EQ(record.stamp->office.value_or(""), row.office) << row.printed;
    EXPECT_EQ(record.stamp->number.value_or(""), row.number) << row.printed;
    EXPECT_EQ(DateText(record.stamp->date), row.date) << row.printed;
    EXPECT_EQ(record.stamp->forwarded_to.value_or(""), row.to) << row.printed;
    // What the stamp says is nothing of the letter's own.
    ASSERT_TRUE(record.number) << row.printed;
    EXPECT_EQ(record.number->normalized, "45/SNgV-VP") << row.printed;
    EXPECT_EQ(DateText(record.issue_date), "2018-04-02") << row.printed;
    ASSERT_TRUE(record.issuer) << row.printed;
    EXPECT_EQ(record.issuer->name, "Sở Ngoại vụ tỉnh Hà Nam") << row.printed;
    EXPECT_EQ(ValueOf(record.subject), "phối hợp") << row.printed;
    EXPECT_TRUE(record.tables.empty()) << row.printed;
  }
}

TEST(Stamp, IsNotInvented) {
  for (const char* printed :
       {"", "KHẨN", "Đến dự: đại diện các sở", "Thời gian: 8 giờ ngày 04/4/2018",
        "Ngày ký: 05-02-2025 16:31:04 +07:00", "XEM XONG TRẢ LẠI"}) {
    EXPECT_FALSE(WithStamp(printed).stamp) << printed;
  }
  EXPECT_FALSE(RecordOf(WithBody("Chuyển: hồ sơ.\n\nĐến ngày 04/4/2018 đã có 12 đoàn.")).stamp);
}

}  // namespace
}  // namespace vanthu::test
