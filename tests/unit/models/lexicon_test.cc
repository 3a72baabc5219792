// Names of agencies, persons and document types.
#include <gtest/gtest.h>

#include "models/lexicon/doc_types.h"
#include "models/lexicon/names.h"

namespace vanthu {
namespace {

TEST(AgencyName, IsFullAndInSentenceCase) {
  const struct { const char* printed; const char* want; } rows[] = {
      {"ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", "Ủy ban nhân dân tỉnh Quảng Ngãi"},
      {"UBND TỈNH PHÚ THỌ", "Ủy ban nhân dân tỉnh Phú Thọ"},
      {"UỶ BAN NHÂN DÂN TP. HỒ CHÍ MINH", "Uỷ ban nhân dân thành phố Hồ Chí Minh"},
      {"SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "Sở Thông tin và Truyền thông"},
      {"SỞ NGOẠI VỤ", "Sở Ngoại vụ"},
      {"SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Sở Lao động - Thương binh và Xã hội"},
      {"TRƯỜNG ĐẠI HỌC ĐỒNG NAI", "Trường Đại học Đồng Nai"},
      {"THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ"},
      {"BAN CHỈ ĐẠO VỀ HỘI NHẬP QUỐC TẾ TỈNH QUẢNG NGÃI",
       "Ban Chỉ đạo về hội nhập quốc tế tỉnh Quảng Ngãi"},
      {"CHI CỤC CHĂN NUÔI VÀ THÚ Y", "Chi cục Chăn nuôi và Thú y"},
      {"TỈNH ỦY QUẢNG NGÃI", "Tỉnh ủy Quảng Ngãi"},
      {"HỘI ĐỒNG NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU", "Hội đồng nhân dân tỉnh Bà Rịa - Vũng Tàu"},
      {"TRƯỜNG CĐ KINH TẾ - KỸ THUẬT", "Trường Cao đẳng Kinh tế - Kỹ thuật"},
      {"BỘ GIÁO DỤC VÀ ĐÀO TẠO", "Bộ Giáo dục và Đào tạo"},
  };
  for (const auto& row : rows) EXPECT_EQ(AgencyName(row.printed), row.want);
}

TEST(OpensAgency, TellsANewBodyFromALineThatGoesOn) {
  for (const char* yes : {"SỞ Y TẾ", "UBND TỈNH PHÚ THỌ", "BAN TUYÊN GIÁO", "TRƯỜNG ĐẠI HỌC ĐỒNG NAI",
                          "ỦY BAN NHÂN DÂN", "TỈNH ỦY QUẢNG NGÃI"}) {
    EXPECT_TRUE(OpensAgency(yes)) << yes;
  }
  for (const char* no : {"TỈNH QUẢNG NGÃI", "VÀ ĐÀO TẠO", "THÀNH PHỐ ĐÀ NẴNG", "HUYỆN BÌNH SƠN", ""}) {
    EXPECT_FALSE(OpensAgency(no)) << no;
  }
}

TEST(PersonName, IsTwoToFiveCapitalisedSyllables) {
  for (const char* yes : {"Nguyễn Viết Vy", "Cao Khoa", "Hà Thị Lê Vân", "Ngôn Nghiệp", "Lê Dũng"}) {
    EXPECT_GE(PersonNameScore(yes), 0.8) << yes;
  }
  for (const char* no : {"GIÁM ĐỐC", "Nơi nhận", "Sở Ngoại vụ", "Nguyễn", "Trần 12", "",
                         "Kính gửi Thường trực"}) {
    EXPECT_LT(PersonNameScore(no), 0.5) << no;
  }
  EXPECT_EQ(WithoutAcademicTitle("TS. Lê Anh Đức"), "Lê Anh Đức");
  EXPECT_EQ(WithoutAcademicTitle("PGS.TS. Lê Anh Đức"), "Lê Anh Đức");
  EXPECT_EQ(WithoutAcademicTitle("Cao Khoa"), "Cao Khoa");
}

TEST(DocTypes, AreFoundByNameAndByCode) {
  EXPECT_EQ(DocTypeAtStart("bao cao").type->code, "BC");
  EXPECT_EQ(DocTypeAtStart("quyet dinh cua uy ban").type->code, "QĐ");
  EXPECT_EQ(DocTypeAtStart("thong tu lien tich so").type->code, "TTLT");
  EXPECT_EQ(DocTypeAtStart("baocao").type, nullptr);
  EXPECT_EQ(DocTypeAtStart("bao caoo").type, nullptr);
  ASSERT_NE(DocTypeByCode("TTR"), nullptr);
  EXPECT_EQ(DocTypeByCode("TTR")->code, "TTr");
  EXPECT_EQ(DocTypeByCode("HD")->name, "Hướng dẫn");
  EXPECT_EQ(DocTypeByCode("HĐ")->name, "Hợp đồng");
  EXPECT_EQ(DocTypeByCode("UBND"), nullptr);
}

}  // namespace
}  // namespace vanthu
