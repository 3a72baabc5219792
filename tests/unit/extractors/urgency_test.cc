// Degrees of urgency and of secrecy: stamps of one line.
#include <gtest/gtest.h>

#include "tests/unit/extractors/record_of.h"

namespace vanthu::test {
namespace {

Record WithMark(const std::string& mark) {
  return RecordOf("UBND TỈNH HÀ NAM\nSố: 88/UBND-NC\nV/v phối hợp\n\n" + mark +
                  "\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
                  "Hà Nam, ngày 05 tháng 3 năm 2015\n\nKính gửi: Sở Tài chính\n\nUBND tỉnh đề nghị "
                  "phối hợp./.\n");
}

TEST(Urgency, IsAStampOfTheHead) {
  const struct {
    const char* printed;
    const char* want;
  } rows[] = {
      {"KHẨN", "Khẩn"},
      {"THƯỢNG KHẨN", "Thượng khẩn"},
      {"HỎA TỐC", "Hỏa tốc"},
      {"HOẢ TỐC", "Hỏa tốc"},
      {"HỎA TỐC HẸN GIỜ", "Hỏa tốc hẹn giờ"},
      {"Khẩn", "Khẩn"},
      {"- KHẨN -", "Khẩn"},
      {"khẩn trương", ""},
      {"KHẨN TRƯƠNG", ""},
      {"MẬT", ""},
      {"", ""},
  };
  for (const auto& row : rows)
    EXPECT_EQ(ValueOf(WithMark(row.printed).urgency), row.want) << row.printed;
}

TEST(Secrecy, IsAStampOfTheHead) {
  const struct {
    const char* printed;
    const char* want;
  } rows[] = {
      {"MẬT", "Mật"},
      {"TỐI MẬT", "Tối mật"},
      {"TUYỆT MẬT", "Tuyệt mật"},
      {"Độ mật: Mật", "Mật"},
      {"Mật độ dân số", ""},
      {"MẶT TRẬN", ""},
      {"KHẨN", ""},
      {"mắt", ""},
      {"", ""},
  };
  for (const auto& row : rows)
    EXPECT_EQ(ValueOf(WithMark(row.printed).secrecy), row.want) << row.printed;
}

TEST(Urgency, MayStandInATelegramsTitle) {
  const struct {
    const char* title;
    const char* want;
  } rows[] = {
      {"CÔNG ĐIỆN KHẨN", "Khẩn"},
      {"CÔNG ĐIỆN HỎA TỐC", "Hỏa tốc"},
      {"CÔNG ĐIỆN", ""},
      {"BÁO CÁO TÌNH HÌNH KHẨN CẤP", ""},
  };
  for (const auto& row : rows) {
    const Record record = RecordOf(std::string("UBND TỈNH HÀ NAM\nSố: 5/UBND\n\n") + row.title +
                                   "\nVề việc ứng phó bão\n\nBão đang mạnh lên.\n");
    EXPECT_EQ(ValueOf(record.urgency), row.want) << row.title;
    if (record.doc_type->code == "CĐ") {
      EXPECT_EQ(ValueOf(record.subject), "ứng phó bão") << row.title;
    }
  }
}

TEST(Urgency, IsNotReadFromTheBody) {
  const Record record = RecordOf(WithBody("I. TÌNH HÌNH\n\nCông việc khẩn.\n\nKHẨN\n\nMẬT\n"));
  EXPECT_FALSE(record.urgency);
  EXPECT_FALSE(record.secrecy);
}

}  // namespace
}  // namespace vanthu::test
