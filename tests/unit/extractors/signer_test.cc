// Authority, title and name of the signers.
#include <gtest/gtest.h>

#include "tests/unit/extractors/record_of.h"

namespace vanthu::test {
namespace {

std::string Text(const std::optional<std::string>& value) { return value.value_or("-"); }

// "authority | title | name", cosigners behind " + ".
std::string SignerOf(const std::string& text) {
  const Record record = RecordOf(text);
  if (!record.signer) return {};
  std::string out = Text(record.signer->authority) + " | " + Text(record.signer->title) + " | " +
                    Text(record.signer->name);
  for (const Signature& c : record.signer->cosigners) {
    out += " + " + Text(c.authority) + " | " + Text(c.title) + " | " + Text(c.name);
  }
  return out;
}

TEST(Signer, IsReadFromTheFoot) {
  const struct {
    const char* foot;
    const char* want;
  } rows[] = {
      {"GIÁM ĐỐC\n\nĐỗ Quang Hưng", "- | GIÁM ĐỐC | Đỗ Quang Hưng"},
      {"KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nĐỗ Quang Hưng",
       "KT. GIÁM ĐỐC | PHÓ GIÁM ĐỐC | Đỗ Quang Hưng"},
      {"KT.GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nĐỗ Quang Hưng", "KT. GIÁM ĐỐC | PHÓ GIÁM ĐỐC | Đỗ Quang Hưng"},
      {"TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\n\nHà Thị Vân",
       "TL. CHỦ TỊCH / KT. CHÁNH VĂN PHÒNG | PHÓ CHÁNH VĂN PHÒNG | Hà Thị Vân"},
      {"TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nThạch Sô Phi",
       "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH | PHÓ CHỦ TỊCH | Thạch Sô Phi"},
      {"T/M BAN TUYÊN GIÁO\nK/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\n\nMa Thế Bình",
       "T/M BAN TUYÊN GIÁO / K/T TRƯỞNG BAN | PHÓ TRƯỞNG BAN | Ma Thế Bình"},
      {"TUQ. GIÁM ĐỐC\nTRƯỞNG PHÒNG HÀNH CHÍNH\n\nĐỗ Quang Hưng",
       "TUQ. GIÁM ĐỐC | TRƯỞNG PHÒNG HÀNH CHÍNH | Đỗ Quang Hưng"},
      {"Q. GIÁM ĐỐC\n\nĐỗ Quang Hưng", "Q. GIÁM ĐỐC | - | Đỗ Quang Hưng"},
      // academic titles and ranks go
      {"HIỆU TRƯỞNG\n\nTS. Lê Anh Tú", "- | HIỆU TRƯỞNG | Lê Anh Tú"},
      {"GIÁM ĐỐC\n\nĐại tá Lê Hồng Phú", "- | GIÁM ĐỐC | Lê Hồng Phú"},
      // under the seal
      {"GIÁM ĐỐC\n(Đã ký)\nĐỗ Quang Hưng", "- | GIÁM ĐỐC | Đỗ Quang Hưng"},
      {"GIÁM ĐỐC\nKý bởi: Văn phòng\nNgày ký: 05-02-2025 16:31:04 +07:00\nĐỗ Quang Hưng",
       "- | GIÁM ĐỐC | Đỗ Quang Hưng"},
      // beside and below Nơi nhận
      {"Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nĐỗ Quang Hưng",
       "- | GIÁM ĐỐC | Đỗ Quang Hưng"},
      {"GIÁM ĐỐC\n\nĐỗ Quang Hưng\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.",
       "- | GIÁM ĐỐC | Đỗ Quang Hưng"},
      {"<|Nơi nhận:\n<|- Như trên;\n<|- Lưu: VT.\n>|GIÁM ĐỐC\n>|Đỗ Quang Hưng",
       "- | GIÁM ĐỐC | Đỗ Quang Hưng"},
      // a name in capitals stays as printed
      {"TRƯỞNG PHÒNG\nLÒ VĂN PẢN\nNơi nhận:\n- Như trên;\n- Lưu: VT.",
       "- | TRƯỞNG PHÒNG | LÒ VĂN PẢN"},
      // names of other peoples
      {"GIÁM ĐỐC\n\nY Krông Niê", "- | GIÁM ĐỐC | Y Krông Niê"},
      {"GIÁM ĐỐC\n\nRơ Châm H'Phik\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.",
       "- | GIÁM ĐỐC | Rơ Châm H'Phik"},
      {"CHỦ TỊCH\n\nVàng Seo Páo", "- | CHỦ TỊCH | Vàng Seo Páo"},
      // an office over two lines
      {"KT. BỘ TRƯỞNG\nBỘ NGOẠI GIAO\nTHỨ TRƯỞNG\n\nLý Văn Bằng",
       "KT. BỘ TRƯỞNG BỘ NGOẠI GIAO | THỨ TRƯỞNG | Lý Văn Bằng"},
  };
  for (const auto& row : rows) EXPECT_EQ(SignerOf(WithFoot(row.foot)), row.want) << row.foot;
}

TEST(Signer, MayHaveCosigners) {
  const struct {
    const char* foot;
    const char* want;
  } rows[] = {
      {"KT. BỘ TRƯỞNG\nBỘ NGOẠI GIAO\nTHỨ TRƯỞNG\n\nLý Văn Bằng\n\nKT. BỘ TRƯỞNG\nBỘ TÀI "
       "CHÍNH\nTHỨ TRƯỞNG\n\nTạ Thị Ngân",
       "KT. BỘ TRƯỞNG BỘ NGOẠI GIAO | THỨ TRƯỞNG | Lý Văn Bằng + KT. BỘ TRƯỞNG BỘ TÀI CHÍNH | THỨ "
       "TRƯỞNG | Tạ Thị Ngân"},
      {"THƯ KÝ\n\nHà Minh Tú\n\nCHỦ TỌA\n\nPhùng Thị Lan",
       "- | THƯ KÝ | Hà Minh Tú + - | CHỦ TỌA | Phùng Thị Lan"},
      {"CÔNG AN TỈNH\nGIÁM ĐỐC\n\nĐại tá Lê Hồng Phú\n\nSỞ NGOẠI VỤ\nGIÁM ĐỐC\n\nĐỗ Quang "
       "Hưng\n\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT.",
       "CÔNG AN TỈNH | GIÁM ĐỐC | Lê Hồng Phú + SỞ NGOẠI VỤ | GIÁM ĐỐC | Đỗ Quang Hưng"},
      {"Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nGIÁM ĐỐC SỞ TÀI CHÍNH\n\nLê Đức Toàn\n\nGIÁM ĐỐC SỞ "
       "NGOẠI VỤ\n\nĐỗ Quang Hưng",
       "- | GIÁM ĐỐC SỞ TÀI CHÍNH | Lê Đức Toàn + - | GIÁM ĐỐC SỞ NGOẠI VỤ | Đỗ Quang Hưng"},
  };
  for (const auto& row : rows) EXPECT_EQ(SignerOf(WithFoot(row.foot)), row.want) << row.foot;
}

TEST(Signer, IsNotInvented) {
  for (const std::string& text :
       {WithFoot(""), WithFoot("Nơi nhận:\n- Như trên;\n- Lưu: VT."),
        WithBody("Giám đốc Sở là ông Đỗ Quang Hưng.\n\nChủ tịch UBND tỉnh đã ký."),
        WithFoot("Ký bởi: Văn phòng Ủy ban nhân dân\nNgày ký: 05-02-2025 16:31:04 +07:00"),
        std::string("Phát biểu tại lễ khai mạc, ông Nguyễn Văn An vui mừng.\nThu Hương"),
        std::string("FOR THE BUYER\nCHAIRMAN\n\nJohn Smith"),
        std::string("GIÁ VÀNG TĂNG MẠNH\n\nVàng tăng."), std::string()}) {
    EXPECT_EQ(SignerOf(text), "") << text;
  }
}

}  // namespace
}  // namespace vanthu::test
