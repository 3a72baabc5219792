// Lines of the incoming stamp, told from a letter's own by standing together.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/letter_builder.h"

namespace vanthu::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Stamp, LinesStandTogether) {
  const char* stamp = "CV ĐẾN\nSố: 2770\nNgày: 04/4/18\nChuyển: P. NC\n\n";
  const char* head = "UBND TỈNH HÀ NAM\nSỞ NGOẠI VỤ\nSố: 45/SNgV-VP\n\n";
  const char* rest = "Kính gửi: Sở Tài chính\n\nSở Ngoại vụ đề nghị phối hợp./.\n";
  for (const std::string& text :
       {std::string(stamp) + head + rest, std::string(head) + stamp + rest,
        std::string("VĂN PHÒNG CHÍNH PHỦ\n") + stamp + head + rest}) {
    const Letter letter = LetterOf(text);
    const auto lines = LinesIn(letter, Zone::kStamp);
    EXPECT_THAT(std::vector<std::string>(lines.end() - 4, lines.end()),
                ElementsAre("CV ĐẾN", "Số: 2770", "Ngày: 04/4/18", "Chuyển: P. NC"))
        << text;
    EXPECT_EQ(lines.size(), text.starts_with("VĂN") ? 5u : 4u) << text;
    EXPECT_THAT(LinesIn(letter, Zone::kNumber), ElementsAre("Số: 45/SNgV-VP")) << text;
    EXPECT_THAT(LinesIn(letter, Zone::kIssuer), ElementsAre("UBND TỈNH HÀ NAM", "SỞ NGOẠI VỤ"))
        << text;
  }
}

TEST(Stamp, IsNotALineAlone) {
  for (const char* text :
       {"Số: 158\n\nUBND TỈNH HÀ NAM\n\nKính gửi: Sở Tài chính\n", "Đến dự: các đại biểu.",
        "Ngày: 04/4/2018", "Chuyển: hồ sơ", "Số: 12\nNgày: 04/4/2018"}) {
    EXPECT_THAT(LinesIn(LetterOf(text), Zone::kStamp), IsEmpty()) << text;
  }
}

}  // namespace
}  // namespace vanthu::test
