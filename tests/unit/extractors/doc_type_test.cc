// The type of a letter: its title line, else its symbol, else a dispatch.
#include <gtest/gtest.h>

#include "tests/unit/extractors/record_of.h"

namespace vanthu::test {
namespace {

std::string Titled(const std::string& number, const std::string& title) {
  return "TỈNH ỦY HÀ NAM\n*\n" + number + "\n\nHà Nam, ngày 05 tháng 3 năm 2015\n\n" + title +
         "\nvề công tác đối ngoại\n\nNội dung công tác như sau.\n";
}

TEST(DocType, IsTheTitleLines) {
  const struct {
    const char* title;
    const char* number;
    const char* code;
    const char* name;
  } rows[] = {
      {"BÁO CÁO", "Số: 41/BC-UBND", "BC", "Báo cáo"},
      {"TỜ TRÌNH", "Số: 41/TTr-UBND", "TTr", "Tờ trình"},
      {"KẾ HOẠCH", "Số: 41/KH-UBND", "KH", "Kế hoạch"},
      {"GIẤY MỜI", "Số: 41/GM-UBND", "GM", "Giấy mời"},
      {"THÔNG TƯ LIÊN TỊCH", "Số: 15/2013/TTLT-BTC-BNG", "TTLT", "Thông tư liên tịch"},
      {"QUYẾT ĐỊNH CỦA UỶ BAN NHÂN DÂN TỈNH", "Số: 157/QĐ-UB", "QĐ", "Quyết định"},
      {"Q U Y Ế T Đ Ị N H", "Số: 157/QĐ-UB", "QĐ", "Quyết định"},
      {"ĐỀ ÁN", "Số: 4/ĐA-UBND", "ĐA", "Đề án"},
      // QĐ of the Party is a decision or a regulation: the title decides
      {"QUY ĐỊNH", "Số 41-QĐ/TU", "QyĐ", "Quy định"},
      {"QUYẾT ĐỊNH", "Số 41-QĐ/TU", "QĐ", "Quyết định"},
      // the title wins over the symbol
      {"HƯỚNG DẪN", "Số: 41/UBND-NC", "HD", "Hướng dẫn"},
      // OCR lost the marks
      {"BAO CAO", "Số: 41/UBND", "BC", "Báo cáo"},
      {"QUY\u1EBET \u00D0\u1ECANH", "Số: 41/UBND", "QĐ", "Quyết định"},
  };
  for (const auto& row : rows) {
    const Record record = RecordOf(Titled(row.number, row.title));
    ASSERT_TRUE(record.doc_type) << row.title;
    EXPECT_EQ(record.doc_type->code, row.code) << row.title;
    EXPECT_EQ(record.doc_type->name, row.name) << row.title;
  }
}

TEST(DocType, IsTheSymbolsWhereNoTitleIsRead) {
  const struct {
    const char* number;
    const char* code;
  } rows[] = {
      {"Số: 41/BC-SNgV", "BC"}, {"Số 41-TB/TU", "TB"}, {"Số: 41/SNgV-BC", "BC"},
      {"Số: 41/SNgV-LS", "CV"}, {"Số 41-CV/TU", "CV"}, {"Số: 158", "CV"},
  };
  for (const auto& row : rows) {
    const Record record = RecordOf(WithHead("UBND TỈNH HÀ NAM\nSỞ NGOẠI VỤ", row.number));
    ASSERT_TRUE(record.doc_type) << row.number;
    EXPECT_EQ(record.doc_type->code, row.code) << row.number;
  }
}

TEST(DocType, IsADispatchWhereTheSubjectSaysVv) {
  const Record record = RecordOf(
      "UBND TỈNH HÀ NAM\nSố: 41/BC-UBND\nV/v báo cáo\n\nKính gửi: Bộ Ngoại giao\n\nUBND tỉnh đề "
      "nghị./.\n");
  ASSERT_TRUE(record.doc_type);
  EXPECT_EQ(record.doc_type->code, "CV");
}

TEST(DocType, IsNotGuessedFromRunningText) {
  for (const char* text :
       {"Báo cáo của các sở cho thấy tình hình ổn định.\nKế hoạch năm sau không đổi.",
        "Quyết định này có hiệu lực kể từ ngày ký.", "GIÁ VÀNG TĂNG MẠNH\nGiá vàng tăng.",
        "SALES CONTRACT\nNo: 15/2019\nArticle 1. Goods", "1. Đoàn ra\n2. Đoàn vào\n", "báo cáo",
        ""}) {
    EXPECT_FALSE(RecordOf(text).doc_type) << text;
  }
}

}  // namespace
}  // namespace vanthu::test
