// Titles and names of signers as a seal leaves them.
#include <gtest/gtest.h>

#include "models/lexicon/person_names.h"
#include "models/lexicon/sign_titles.h"

namespace vanthu {
namespace {

std::string TitleOf(const char* text) {
  const auto match = NearestSignTitle(text);
  return match ? match->text : "";
}

TEST(SignTitles, AreToldFromDamagedReadings) {
  const struct {
    const char* read;
    const char* want;
  } rows[] = {
      {"PHÓ GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"},
      {"PHO GIÁM ĐỚC,", "PHÓ GIÁM ĐỐC"},
      {"PRÓ GIẦM ĐỚC", "PHÓ GIÁM ĐỐC"},
      {"Z2 PHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH"},
      {"GHỦ TỊCH", "CHỦ TỊCH"},
      {"Ủ TỊCH", "CHỦ TỊCH"},
      {"HIỆU TRƯ", "HIỆU TRƯỞNG"},
      {"_—M, UỶ BAN NHÂN DÂN", "TM. UỶ BAN NHÂN DÂN"},
      {"KT.HIỆU TRƯỞNG", "KT. HIỆU TRƯỞNG"},
      {"_„.K/T CHỦ TỊCH", "K/T CHỦ TỊCH"},
      {"T/M UBND TỈNE", "T/M UBND TỈNH"},
      {"TL. CHỦ TỊCH", "TL. CHỦ TỊCH"},
      // longer than any line that is known
      {"GIÁM ĐỐC SỞ NGOẠI VỤ", ""},
      {"PHÓ THỦ TƯỚNG CHÍNH PHỦ", ""},
      {"CHỦ TỊCH HỘI NÔNG DÂN", ""},
      {"KT. BỘ TRƯỞNG BỘ NGOẠI GIAO", ""},
      // no titles
      {"Giám đốc", ""},
      {"chủ tịch Ủy ban nhân dân", ""},
      {"NGUYỄN VĂN AN", ""},
      {"SỞ Y TẾ", ""},
      {"TỈNH KIÊN GIANG", ""},
      {"QUYẾT ĐỊNH", ""},
      {"GIÁ", ""},
      {"4 ĐỐC", ""},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(TitleOf(row.read), row.want) << row.read;
}

TEST(SignTitles, AreNotSearchedInLongLines) {
  EXPECT_FALSE(NearestSignTitle(std::string(100'000, 'A')).has_value());
}

TEST(PersonNames, AreMendedWhereOneFamilyIsNear) {
  const struct {
    const char* read;
    const char* want;
  } rows[] = {
      {"Trần Duy Đông", "Trần Duy Đông"},
      {"xrân Duy Đông", "Trần Duy Đông"},
      {"Nguyên Văn Hải", "Nguyễn Văn Hải"},
      {"Đảng Thị Mỹ Hạnh", "Đặng Thị Mỹ Hạnh"},
      {"vàng Phị Thu Lan", "Vàng Thị Thu Lan"},
      {"Vàng Phị Thu Lan", "Vàng Thị Thu Lan"},
      {"Nguyễn Nhị Hà", "Nguyễn Nhị Hà"},
      // several families are as near
      {"nh Tấn Đạt", ""},
      {"yên Trọng Bảo", ""},
      {"sang Thị Thu Hiền", ""},
      // the first syllable may be the middle of a name
      {"Thị Kim Oanh", ""},
      {"Tấn Đạt", ""},
      {"foàng Lợi", ""},
      {"ông Tuấn", ""},
      // no names
      {"ức Phớc", ""},
      {"Nơi nhận", ""},
      {"xrân duy đông", ""},
      {"3", ""},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(MendedName(row.read).value_or(""), row.want) << row.read;
}

}  // namespace
}  // namespace vanthu
