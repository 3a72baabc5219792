// The zones of a foot.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/letter_builder.h"

namespace vanthu::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Letter WithFoot(const std::string& foot) {
  return LetterOf(
      "UBND TỈNH HÀ NAM\nSố: 88/UBND-NC\n\nHà Nam, ngày 04 tháng 02 năm 2015\n\nKính gửi: Sở Tài "
      "chính\n\nUBND tỉnh đề nghị phối hợp./.\n\n" +
      foot);
}

TEST(Foot, HasRecipientsTitlesAndNames) {
  const Letter letter = WithFoot(
      "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã "
      "ký)\n\nĐỗ Quang Hưng\n");
  EXPECT_THAT(LinesIn(letter, Zone::kRecipients),
              ElementsAre("Nơi nhận:", "- Như trên;", "- Lưu: VT."));
  EXPECT_THAT(LinesIn(letter, Zone::kSignTitle),
              ElementsAre("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"));
  EXPECT_THAT(LinesIn(letter, Zone::kSignName), ElementsAre("Đỗ Quang Hưng"));
  EXPECT_THAT(LinesIn(letter, Zone::kBody), ElementsAre("UBND tỉnh đề nghị phối hợp./."));
}

TEST(Foot, MayBeginWithTheSignature) {
  const Letter letter =
      WithFoot("GIÁM ĐỐC\nSỞ NGOẠI VỤ\n\nĐỗ Quang Hưng\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n");
  EXPECT_THAT(LinesIn(letter, Zone::kSignTitle), ElementsAre("GIÁM ĐỐC", "SỞ NGOẠI VỤ"));
  EXPECT_THAT(LinesIn(letter, Zone::kRecipients),
              ElementsAre("Nơi nhận:", "- Như trên;", "- Lưu: VT."));
}

TEST(Foot, MayHaveATitleWithoutAKnownName) {
  const Letter letter =
      WithFoot("GIÁM ĐỐC\n\nPhụ lục\nSỐ LIỆU\n(Kèm theo Công văn số 88/UBND-NC)\n\nSố đoàn: 5.\n");
  EXPECT_THAT(LinesIn(letter, Zone::kSignTitle), ElementsAre("GIÁM ĐỐC"));
  EXPECT_EQ(letter.annexes.size(), 1u);
}

TEST(Foot, IsNotSeenInTheBody) {
  for (const char* body :
       {"Giám đốc Sở Tài chính chịu trách nhiệm.",
        "CHỦ TỊCH UBND TỈNH YÊU CẦU:\n\n1. Rà soát hồ sơ.\n\n2. Báo cáo kết quả.",
        "Nơi nhận hàng: kho số 2."}) {
    const Letter letter = LetterOf(std::string("UBND TỈNH HÀ NAM\nSố: 88/UBND-NC\n\nKính gửi: Sở "
                                               "Tài chính\n\nThực hiện nhiệm vụ.\n\n") +
                                   body + "\n");
    EXPECT_THAT(LinesIn(letter, Zone::kSignTitle), IsEmpty()) << body;
    EXPECT_THAT(LinesIn(letter, Zone::kSignName), IsEmpty()) << body;
    EXPECT_THAT(LinesIn(letter, Zone::kRecipients), IsEmpty()) << body;
  }
}

}  // namespace
}  // namespace vanthu::test
