// Nơi nhận: one a printed entry.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/extractors/record_of.h"

namespace vanthu::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Cc(const std::string& foot) {
  return ValuesOf(RecordOf(WithFoot(foot)).recipients);
}

TEST(Recipients, AreReadFromTheirList) {
  EXPECT_THAT(Cc("Nơi nhận:\n- Như trên;\n- Lưu: VT, LS.\n\nGIÁM ĐỐC\n\nĐỗ Quang Hưng"),
              ElementsAre("Như trên", "Lưu: VT, LS"));
  EXPECT_THAT(Cc("Nơi nhận:\n-Như trên;\n-Lưu VT"), ElementsAre("Như trên", "Lưu VT"));
  EXPECT_THAT(Cc("Nơi nhận\n- Như trên\n- Lưu VT-NĐ"), ElementsAre("Như trên", "Lưu VT-NĐ"));
  EXPECT_THAT(Cc("NƠI NHẬN:\n- Như điều 3 \"Để thi hành\";\n- Lưu."),
              ElementsAre("Như điều 3 \"Để thi hành\"", "Lưu"));
  EXPECT_THAT(Cc("Noi nhan:\n- Nhu tren;\n- Luu: VT."), ElementsAre("Nhu tren", "Luu: VT"));
  EXPECT_THAT(Cc("Nơi gửi:\n- Như trên;\n- Lưu: VT."), ElementsAre("Như trên", "Lưu: VT"));
  // remarks stay
  EXPECT_THAT(
      Cc("Nơi nhận:\n- UBND tỉnh (b/c);\n- VPUB: C, PCVP(ĐN), TH;\n- Lưu: VT, P.ĐNMN dqv83"),
      ElementsAre("UBND tỉnh (b/c)", "VPUB: C, PCVP(ĐN), TH", "Lưu: VT, P.ĐNMN dqv83"));
  // an entry over two lines
  EXPECT_THAT(Cc("Nơi nhận:\n- Văn phòng Đoàn ĐBQH và\nHĐND tỉnh;\n- Lưu: VT."),
              ElementsAre("Văn phòng Đoàn ĐBQH và HĐND tỉnh", "Lưu: VT"));
}

TEST(Recipients, MayStandOnOneLine) {
  EXPECT_THAT(Cc("Nơi nhận: - Như trên; - TT. Tỉnh ủy (b/c); - Lưu VT."),
              ElementsAre("Như trên", "TT. Tỉnh ủy (b/c)", "Lưu VT"));
  EXPECT_THAT(Cc("Nơi nhận: Như trên; Lưu: VT."), ElementsAre("Như trên", "Lưu: VT"));
  EXPECT_THAT(Cc("Nơi nhận: Như trên"), ElementsAre("Như trên"));
  // a semicolon behind a colon or in brackets parts no entries
  EXPECT_THAT(Cc("Nơi nhận:\n- Như trên;\n- Lưu: VT; TH."), ElementsAre("Như trên", "Lưu: VT; TH"));
  EXPECT_THAT(Cc("Nơi nhận:\n- Như trên;\n- Các sở (Tài chính; Y tế);\n- Lưu: VT."),
              ElementsAre("Như trên", "Các sở (Tài chính; Y tế)", "Lưu: VT"));
}

TEST(Recipients, StandBesideOrBelowTheSignature) {
  EXPECT_THAT(Cc("GIÁM ĐỐC\n\nĐỗ Quang Hưng\n\nNơi nhận:\n- Như trên;\n- Lưu: VT."),
              ElementsAre("Như trên", "Lưu: VT"));
  EXPECT_THAT(Cc("<|Nơi nhận:\n<|- Như trên;\n<|- Lưu: VT.\n>|GIÁM ĐỐC\n>|Đỗ Quang Hưng"),
              ElementsAre("Như trên", "Lưu: VT"));
}

TEST(Recipients, EndAtTheAnnex) {
  EXPECT_THAT(Cc("Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nĐỗ Quang Hưng\n\nPhụ lục\nDANH "
                 "SÁCH ĐOÀN\n"
                 "(Kèm theo Báo cáo số 88/BC-SNgV ngày 05/3/2015)\n\n- Đoàn một;\n- Đoàn hai."),
              ElementsAre("Như trên", "Lưu: VT"));
}

TEST(Recipients, AreNotInvented) {
  EXPECT_THAT(Cc("GIÁM ĐỐC\n\nĐỗ Quang Hưng"), IsEmpty());
  for (const char* text :
       {"Nơi nhận hàng là kho số 2.", "Người nhận: bà Lan", "- Như trên;\n- Lưu: VT.", ""}) {
    EXPECT_THAT(ValuesOf(RecordOf(text).recipients), IsEmpty()) << text;
  }
}

}  // namespace
}  // namespace vanthu::test
