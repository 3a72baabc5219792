// Tables: heads, rows, titles, kinds; one table over several pages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/letter_builder.h"

namespace vanthu::test {
namespace {

using ::testing::ElementsAre;

TEST(Tables, HaveColumnsRowsAndATitle) {
  const Letter letter = LetterOf(
      "Bảng 1. Kế hoạch đoàn ra\n\nSTT\tTên đoàn\tNước đến\tSố ngày\n(1)\t(2)\t(3)\t(4)\n1\tĐoàn "
      "A\tLào\t5\n2\tĐoàn B\tPháp\t7\n");
  ASSERT_EQ(letter.tables.size(), 1u);
  const Table& table = letter.tables[0];
  EXPECT_EQ(table.title, "Kế hoạch đoàn ra");
  EXPECT_EQ(table.kind, TableKind::kOutgoingDelegations);
  EXPECT_THAT(table.columns, ElementsAre("STT", "Tên đoàn", "Nước đến", "Số ngày"));
  EXPECT_THAT(table.rows, ElementsAre(ElementsAre("1", "Đoàn A", "Lào", "5"),
                                      ElementsAre("2", "Đoàn B", "Pháp", "7")));
}

TEST(Tables, AreOfTheKindThatTheirWordsSay) {
  const struct {
    const char* head;
    TableKind kind;
  } rows[] = {
      {"STT\tTên đoàn\tNước đến\tTrưởng đoàn", TableKind::kOutgoingDelegations},
      {"STT\tĐoàn vào\tQuốc tịch\tSố người", TableKind::kIncomingDelegations},
      {"STT\tTên hội nghị, hội thảo\tĐại biểu\tKinh phí", TableKind::kConferences},
      {"STT\tChỉ tiêu\tĐơn vị tính\tNăm 2013", TableKind::kIndicators},
      {"STT\tHọ và tên\tChức vụ\tGhi chú", TableKind::kOther},
      {"STT\tTên hàng\tGiá\tKho", TableKind::kOther},
  };
  for (const auto& row : rows) {
    const Letter letter = LetterOf(std::string(row.head) + "\n1\ta\tb\tc\n2\td\te\tf\n");
    ASSERT_EQ(letter.tables.size(), 1u) << row.head;
    EXPECT_EQ(letter.tables[0].kind, row.kind) << row.head;
  }
}

TEST(Tables, OfNamesAndNumbersAreIndicators) {
  const auto kind = [](const std::string& table) { return LetterOf(table).tables.at(0).kind; };
  EXPECT_EQ(kind("TT\tHợp phần\tViện trợ\tĐối ứng\n1\tTrồng rừng\t210.000\t12.500\n2\tTập "
                 "huấn\t48,5\t-\n"),
            TableKind::kIndicators);
  EXPECT_EQ(
      kind("TT\tLoại đất\tKhu vực\tTối đa\n1\tĐất ở\tĐô thị\t20\n2\tĐất rừng\tNông thôn\t10\n"),
      TableKind::kOther);
}

TEST(Tables, AreOfTheKindThatTheHeadingOverThemSays) {
  const struct {
    const char* heading;
    const char* head;
    TableKind kind;
  } rows[] = {
      {"1. Đoàn vào", "STT\tTên đoàn\tSố người\tThời gian", TableKind::kIncomingDelegations},
      {"1. Đoàn ra", "STT\tTên đoàn\tSố người\tThời gian", TableKind::kOutgoingDelegations},
      {"1. Đoàn ra", "STT\tHọ và tên\tChức vụ\tĐơn vị", TableKind::kOther},
      {"1. Chương trình hội nghị", "STT\tThời gian\tNội dung\tChức vụ", TableKind::kOther},
  };
  for (const auto& row : rows) {
    std::string text = row.heading;
    text += "\n\nCác đoàn gồm có như sau:\n\n";
    text += row.head;
    text += "\n1\ta\tb\tc\n2\td\te\tf\n";
    const Letter letter = LetterOf(text);
    ASSERT_EQ(letter.tables.size(), 1u) << row.head;
    EXPECT_EQ(letter.tables[0].kind, row.kind) << row.heading << " " << row.head;
  }
}

TEST(Tables, PartListsThatATextPrintsOnOneLine) {
  const Letter letter = LetterOf(
      "STT\tTên đoàn\tNội dung\n1\tĐoàn A\t- Hội đàm; - Ký kết\n2\tĐoàn B\tMục đích: - Thăm; - "
      "Làm việc\n3\tĐoàn C\tLào - Thái Lan; ngày 5 - 7\n");
  ASSERT_EQ(letter.tables.size(), 1u);
  const auto& rows = letter.tables[0].rows;
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0][2], "- Hội đàm;\n- Ký kết");
  EXPECT_EQ(rows[1][2], "Mục đích:\n- Thăm;\n- Làm việc");
  EXPECT_EQ(rows[2][2], "Lào - Thái Lan; ngày 5 - 7");
}

TEST(Tables, RepeatAGroupHeadOverItsRow) {
  const Letter letter =
      LetterOf("STT\tTên đoàn\tNước đến\nA. Đoàn thăm, làm việc\t\t\n1\tĐoàn A\tLào\n2\t\t\n");
  ASSERT_EQ(letter.tables.size(), 1u);
  EXPECT_THAT(
      letter.tables[0].rows[0],
      ElementsAre("A. Đoàn thăm, làm việc", "A. Đoàn thăm, làm việc", "A. Đoàn thăm, làm việc"));
  EXPECT_THAT(letter.tables[0].rows[2], ElementsAre("2", "", ""));
}

TEST(Tables, GoOnOverPages) {
  // with and without the head again
  for (const char* second : {"STT\tTên đoàn\tNước đến\n3\tĐoàn C\tĐức\n", "3\tĐoàn C\tĐức\n"}) {
    const Letter letter = LetterOf(
        std::string("STT\tTên đoàn\tNước đến\n1\tĐoàn A\tLào\n2\tĐoàn B\tPháp\n\f") + second);
    ASSERT_EQ(letter.tables.size(), 1u) << second;
    EXPECT_EQ(letter.tables[0].rows.size(), 3u) << second;
    EXPECT_THAT(letter.tables[0].pages, ElementsAre(1, 2)) << second;
  }
}

TEST(Tables, AreTwoWhereTextStandsBetween) {
  const Letter letter = LetterOf(
      "STT\tTên đoàn\n1\tĐoàn A\n\nĐoàn vào gồm các đoàn sau đây.\n\nSTT\tTên đoàn\n1\tĐoàn B\n");
  EXPECT_EQ(letter.tables.size(), 2u);
}

TEST(Tables, MayBeLong) {
  std::string text = "STT\tTên đoàn\tNước đến\n";
  for (int i = 1; i <= 3000; ++i)
    text += std::to_string(i) + "\tĐoàn thứ " + std::to_string(i) + "\tLào\n";
  const Letter letter = LetterOf(text);
  ASSERT_EQ(letter.tables.size(), 1u);
  EXPECT_EQ(letter.tables[0].rows.size(), 3000u);
  EXPECT_EQ(letter.tables[0].rows[2999][1], "Đoàn thứ 3000");
}

}  // namespace
}  // namespace vanthu::test
