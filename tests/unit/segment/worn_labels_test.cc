#include "pipeline/segment/worn_labels.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "models/text/fold.h"

namespace vanthu::segment {
namespace {

LetterLine LineOf(std::string_view text) {
  LetterLine line;
  line.text = text;
  line.folded = Fold(text);
  return line;
}

struct Row {
  std::vector<Label> open;
  std::string_view text;
  std::string_view want;  // empty: as LabelOf has it
};

class WornLabelsTest : public testing::TestWithParam<Row> {};

TEST_P(WornLabelsTest, FollowsTheOrder) {
  const auto label = WornLabelOf(LineOf(GetParam().text), GetParam().open);
  EXPECT_EQ(label ? label->label : "", GetParam().want) << GetParam().text;
}

const Label kOne{Kind::kRoman, "I", 0}, kFour{Kind::kNumber, "4", 0}, kC{Kind::kLetter, "c", 0},
    kD{Kind::kLetter, "d", 0}, kFirst{Kind::kNumber, "1", 0};

INSTANTIATE_TEST_SUITE_P(
    Lines, WornLabelsTest,
    testing::Values(Row{{kOne}, "II KẾT QUẢ THU HÚT ĐẦU TƯ", "II"},
                    Row{{}, "I TÌNH HÌNH CHUNG", "I"}, Row{{kOne, kFirst}, "2, Kinh phí", "2"},
                    Row{{kFour}, "s- Giao Văn phòng Tỉnh uỷ", "5"},
                    Row{{kFour}, "o. Giao Văn phòng Tỉnh uỷ", "5"},
                    Row{{kC}, "đ) Phối hợp với các sở", "d"}, Row{{kD}, "d) Phối hợp", "đ"},
                    // Not the next one, running text, or right as it is.
                    Row{{kOne}, "III KẾT QUẢ THU HÚT", ""}, Row{{kOne}, "II. KẾT QUẢ", ""},
                    Row{{kOne}, "II năm 2019", ""}, Row{{}, "s- Giao Văn phòng", ""},
                    Row{{kFirst}, "5, Kinh phí", ""}, Row{{kC}, "d) Phối hợp", ""},
                    Row{{kD}, "đ) Phối hợp", ""}, Row{{kFour}, "Giao Văn phòng", ""},
                    Row{{kFour}, "5. Giao Văn phòng", ""}));

}  // namespace
}  // namespace vanthu::segment
