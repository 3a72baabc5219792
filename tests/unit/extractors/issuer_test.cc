// Who issued a letter, and the body above it.
#include <gtest/gtest.h>

#include "tests/unit/extractors/record_of.h"

namespace vanthu::test {
namespace {

// "issuer < parent"
std::string IssuerOf(const std::string& text) {
  const Record record = RecordOf(text);
  if (!record.issuer) return {};
  return record.issuer->name + (record.issuer->parent ? " < " + *record.issuer->parent : "");
}

TEST(Issuer, IsTheLastBodyOfTheHead) {
  const struct {
    const char* head;
    const char* want;
  } rows[] = {
      {"ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM", "Ủy ban nhân dân tỉnh Hà Nam"},
      {"UBND TỈNH HÀ NAM", "Ủy ban nhân dân tỉnh Hà Nam"},
      {"UBND TỈNH HÀ NAM\nSỞ NGOẠI VỤ", "Sở Ngoại vụ tỉnh Hà Nam < Ủy ban nhân dân tỉnh Hà Nam"},
      {"UBND HUYỆN MAI SƠN\nPHÒNG NỘI VỤ",
       "Phòng Nội vụ huyện Mai Sơn < Ủy ban nhân dân huyện Mai Sơn"},
      // over several lines
      {"BỘ NÔNG NGHIỆP\nVÀ PHÁT TRIỂN NÔNG THÔN", "Bộ Nông nghiệp và Phát triển nông thôn"},
      {"BỘ NÔNG NGHIỆP\nVÀ PHÁT TRIỂN NÔNG THÔN\nTỔNG CỤC THỦY LỢI\nCHI CỤC QUẢN LÝ ĐÊ ĐIỀU",
       "Chi cục Quản lý đê điều < Tổng cục Thủy lợi"},
      {"UBND TỈNH HÀ NAM\nSỞ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI",
       "Sở Lao động - Thương binh và Xã hội tỉnh Hà Nam < Ủy ban nhân dân tỉnh Hà Nam"},
      // the tone stays where it is printed
      {"UỶ BAN NHÂN DÂN\nTỈNH HÀ NAM", "Uỷ ban nhân dân tỉnh Hà Nam"},
      // the Party's
      {"TỈNH ỦY BẮC KẠN\n*", "Tỉnh ủy Bắc Kạn"},
      {"TỈNH ỦY BẮC KẠN\nBAN TUYÊN GIÁO\n*", "Ban Tuyên giáo Tỉnh ủy Bắc Kạn < Tỉnh ủy Bắc Kạn"},
      // several issuers
      {"BỘ TÀI CHÍNH - BỘ NGOẠI GIAO", "Bộ Tài chính - Bộ Ngoại giao"},
      {"BỘ TÀI CHÍNH -\nBỘ NGOẠI GIAO", "Bộ Tài chính - Bộ Ngoại giao"},
      {"BỘ TÀI CHÍNH\nBỘ NGOẠI GIAO", "Bộ Tài chính - Bộ Ngoại giao"},
      // names of their own take no province
      {"UBND TỈNH HÀ NAM\nTRƯỜNG ĐẠI HỌC HÀ HOA TIÊN",
       "Trường Đại học Hà Hoa Tiên < Ủy ban nhân dân tỉnh Hà Nam"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(IssuerOf(WithHead(row.head, "Số: 88/ABC-LS")), row.want) << row.head;
}

TEST(Issuer, IsNoneOfTheOtherMarksOfAHead) {
  const char* want = "Ủy ban nhân dân tỉnh Hà Nam";
  // an electronic signature's block, a stamp, a circulation mark over the head
  for (const char* above : {"Ký bởi: Văn phòng Ủy ban nhân dân\nCơ quan: Tỉnh Hà Nam\nNgày ký: "
                            "05-02-2025 16:31:04 +07:00\n\n",
                            "CÔNG VĂN ĐẾN\nSố: 2770\nNgày: 04/4/18\nChuyển: P. NC\n\n",
                            "VĂN PHÒNG CHÍNH PHỦ\nCÔNG VĂN ĐẾN\nSố: 2770\nNgày: 04/4/18\n\n"}) {
    EXPECT_EQ(IssuerOf(above + WithHead("ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM", "Số: 88/UBND-NC")), want)
        << above;
  }
}

TEST(Issuer, IsInTheCaseOfItsOwnText) {
  const auto issuer = [](const std::string& body) {
    return IssuerOf(
        "<|UBND TỈNH HÀ TĨNH\n<|BAN CHỈ ĐẠO HỘI NHẬP QUỐC TẾ\n<|Số: 5/BC-BCĐ\n>|CỘNG HÒA XÃ HỘI "
        "CHỦ NGHĨA "
        "VIỆT NAM\n>|Độc lập - Tự do - Hạnh phúc\n>|Hà Tĩnh, ngày 5 tháng 3 năm 2015\n\n^|BÁO "
        "CÁO\n^|Công tác "
        "hội nhập\n\n" +
        body + "\n\n<|Nơi nhận:\n<|- Lưu: VT.\n>|TRƯỞNG BAN\n\n>|Đỗ Quang Hưng\n");
  };
  const std::string parent = " < Ủy ban nhân dân tỉnh Hà Tĩnh";
  EXPECT_EQ(issuer("Ban Chỉ đạo Hội nhập quốc tế tỉnh báo cáo như sau."),
            "Ban Chỉ đạo Hội nhập quốc tế tỉnh Hà Tĩnh" + parent);
  EXPECT_EQ(issuer("Ban Chỉ đạo hội nhập quốc tế tỉnh báo cáo như sau."),
            "Ban Chỉ đạo hội nhập quốc tế tỉnh Hà Tĩnh" + parent);
  // a name that the line's end cuts
  EXPECT_EQ(issuer("Ban Chỉ đạo Hội nhập\nquốc tế tỉnh báo cáo như sau."),
            "Ban Chỉ đạo Hội nhập quốc tế tỉnh Hà Tĩnh" + parent);
  // capitals say nothing
  const std::string usual = issuer("Trân trọng báo cáo.");
  EXPECT_EQ(issuer("BAN CHỈ ĐẠO HỘI NHẬP QUỐC TẾ báo cáo như sau."), usual);
  EXPECT_EQ(issuer("Ban Chỉ đạo Hội nhập quốc tế về kinh tế báo cáo như sau.").size(),
            usual.size());
}

TEST(Issuer, IsTheSpeakerWhereTheHeadWasLost) {
  const struct {
    const char* text;
    const char* want;
  } rows[] = {
      {"BÁO CÁO\nCông tác đối ngoại tháng 8\n\nThực hiện chế độ báo cáo, Sở Ngoại vụ báo cáo kết "
       "quả như sau:",
       "Sở Ngoại vụ"},
      {"BÁO CÁO\nCông tác đối ngoại\n\nThực hiện chế độ báo cáo, Sở Ngoại vụ tỉnh Hà Nam báo cáo "
       "kết quả như sau:",
       "Sở Ngoại vụ tỉnh Hà Nam"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(IssuerOf(row.text), row.want);
    EXPECT_LT(RecordOf(row.text).issuer->score, 0.7);
  }
}

TEST(Issuer, IsNotInvented) {
  for (const char* text :
       {"GIÁ VÀNG TĂNG MẠNH\nGiá vàng trong nước tăng.", "SALES CONTRACT\nBETWEEN: ALPHA CO., LTD",
        "TP-CC-36\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc", "1/2\n3/4",
        "Sở thích của tôi là đọc sách.", ""}) {
    EXPECT_EQ(IssuerOf(text), "") << text;
  }
}

}  // namespace
}  // namespace vanthu::test
