// Annexes: label, title, caption; what belongs to them.
#include <gtest/gtest.h>

#include "tests/unit/letter_builder.h"

namespace vanthu::test {
namespace {

constexpr const char* kLetter =
    "UBND TỈNH HÀ NAM\nSố: 88/BC-UBND\n\nHà Nam, ngày 04 tháng 02 năm 2015\n\nBÁO CÁO\nCông tác "
    "đối ngoại\n\nKết quả tốt./.\n\n";
constexpr const char* kFoot = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nĐỗ Quang Hưng\n\n";

// "label=title" an annex
std::string Annexes(const std::string& text) {
  std::string out;
  for (const Annex& annex : LetterOf(text).annexes) {
    if (!out.empty()) out += "\n";
    out += annex.label.value_or("-") + "=" + annex.title.value_or("-");
  }
  return out;
}

TEST(Annex, HasLabelAndTitle) {
  const struct {
    const char* annex;
    const char* want;
  } rows[] = {
      {"PHỤ LỤC\nDANH SÁCH ĐOÀN RA\n(Kèm theo Báo cáo số 88/BC-UBND ngày 04/02/2015)\n\nMột đoàn.",
       "Phụ lục=DANH SÁCH ĐOÀN RA"},
      {"Phụ lục II\nDANH SÁCH ĐOÀN RA\nNĂM 2014\n\nMột đoàn.",
       "Phụ lục II=DANH SÁCH ĐOÀN RA NĂM 2014"},
      {"PHỤ LỤC 1: DANH SÁCH ĐOÀN RA\n\nMột đoàn.", "Phụ lục 1=DANH SÁCH ĐOÀN RA"},
      {"PHỤ LỤC SỐ 2\nDANH SÁCH ĐOÀN RA\n\nMột đoàn.", "Phụ lục số 2=DANH SÁCH ĐOÀN RA"},
      // a title over a caption, without a label; its blanks may stay unfilled
      {"KẾ HOẠCH ĐOÀN RA NĂM 2015\n(Kèm theo Báo cáo số      /BC-UBND ngày    tháng    năm "
       "2015)\n\nMột đoàn.",
       "-=KẾ HOẠCH ĐOÀN RA NĂM 2015"},
      // the caption lost its opening: the letter's own number tells it
      {"KẾ HOẠCH ĐOÀN RA NĂM 2015\nBáo cáo số 88 /BC-UBND ngày 04/02/2015 của UBND tỉnh Hà "
       "Nam)\n\nMột đoàn.",
       "-=KẾ HOẠCH ĐOÀN RA NĂM 2015"},
      {"QUY CHẾ\nQuản lý đoàn ra\n(Ban hành kèm theo Quyết định số 88/QĐ-UBND ngày "
       "04/02/2015)\n\nĐiều 1. Phạm vi\n\nQuy chế này.",
       "-=QUY CHẾ Quản lý đoàn ra"},
      {"PHỤ LỤC I\nĐOÀN RA\n\nMột đoàn.\n\nPHỤ LỤC II\nĐOÀN VÀO\n\nHai đoàn.",
       "Phụ lục I=ĐOÀN RA\nPhụ lục II=ĐOÀN VÀO"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(Annexes(std::string(kLetter) + kFoot + row.annex + "\n"), row.want) << row.annex;
}

TEST(Annex, NeedsNoFootWhereItHasACaption) {
  EXPECT_EQ(Annexes(std::string(kLetter) + "Phụ lục\nSỐ LIỆU ĐOÀN RA\n(Kèm theo Báo cáo số "
                                           "88/BC-UBND ngày 04/02/2015)\n\nMột đoàn.\n"),
            "Phụ lục=SỐ LIỆU ĐOÀN RA");
}

TEST(Annex, OpensASectionOfItsOwn) {
  const Letter letter = LetterOf(std::string(kLetter) + kFoot +
                                 "PHỤ LỤC I\nĐOÀN RA\n\n1. Đoàn đi Lào\n\nGồm 5 người.\n\nPHỤ LỤC "
                                 "II\nĐOÀN VÀO\n\n1. Đoàn từ Lào\n\nGồm 6 người.\n");
  ASSERT_EQ(letter.sections.size(), 4u);
  EXPECT_EQ(letter.sections[0].path, "Phụ lục I");
  EXPECT_EQ(letter.sections[1].path, "Phụ lục I/1");
  EXPECT_EQ(letter.sections[3].path, "Phụ lục II/1");
}

TEST(Annex, IsNotSeenInTheBody) {
  for (const char* body :
       {"Số liệu chi tiết theo Phụ lục II kèm theo.",
        "Phụ lục II nêu chi tiết số liệu của các đoàn đi công tác nước ngoài.",
        "(Kèm theo danh sách)", "Hồ sơ kèm theo Tờ trình số 5/TTr-SNgV gồm 3 bộ."}) {
    EXPECT_EQ(Annexes(std::string(kLetter) + body + "\n\n" + kFoot), "") << body;
  }
}

}  // namespace
}  // namespace vanthu::test
