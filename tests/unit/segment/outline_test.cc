// The body as a tree of sections.
#include <gtest/gtest.h>

#include "tests/unit/letter_builder.h"

namespace vanthu::test {
namespace {

std::string Body(const std::string& body) {
  return "UBND TỈNH HÀ NAM\nSố: 88/BC-UBND\n\nHà Nam, ngày 04 tháng 02 năm 2015\n\nBÁO CÁO\nCông "
         "tác đối ngoại\n\n" +
         body + "\n";
}

// "path=heading" a line; text alone stands as "path:text".
std::string Outline(const std::string& body) {
  std::string out;
  for (const Section& section : LetterOf(Body(body)).sections) {
    if (!out.empty()) out += "\n";
    out += section.path + (section.heading.empty() ? ":" + section.text : "=" + section.heading);
  }
  return out;
}

TEST(Outline, HasTheDecreesLevels) {
  EXPECT_EQ(Outline("Phần I\nQUY ĐỊNH CHUNG\n\nChương I\nNHỮNG QUY ĐỊNH CHUNG\n\nMục 1\nPHẠM "
                    "VI\n\nTiểu mục 1\nĐỐI TƯỢNG\n\n"
                    "Điều 1. Phạm vi điều chỉnh\n\n1. Quy chế này quy định:\n\na) Đoàn ra;\n\nb) "
                    "Đoàn vào;\n\nc) Hội nghị;\n\nd) Hội thảo;\n\n"
                    "đ) Ký kết;\n\ne) Chi phí;\n\ng) Báo cáo.\n\n2. Không áp dụng cho đoàn của "
                    "Đảng.\n\nChương II\nTỔ CHỨC THỰC HIỆN\n\nĐiều 2. Hiệu lực\n\nTừ ngày ký."),
            "Phần I=QUY ĐỊNH CHUNG\n"
            "Phần I/Chương I=NHỮNG QUY ĐỊNH CHUNG\n"
            "Phần I/Chương I/Mục 1=PHẠM VI\n"
            "Phần I/Chương I/Mục 1/Tiểu mục 1=ĐỐI TƯỢNG\n"
            "Phần I/Chương I/Mục 1/Tiểu mục 1/Điều 1=Phạm vi điều chỉnh\n"
            "Phần I/Chương I/Mục 1/Tiểu mục 1/Điều 1/1:Quy chế này quy định:\n"
            "Phần I/Chương I/Mục 1/Tiểu mục 1/Điều 1/1/a:Đoàn ra;\n"
            "Phần I/Chương I/Mục 1/Tiểu mục 1/Điều 1/1/b:Đoàn vào;\n"
            "Phần I/Chương I/Mục 1/Tiểu mục 1/Điều 1/1/c:Hội nghị;\n"
            "Phần I/Chương I/Mục 1/Tiểu mục 1/Điều 1/1/d:Hội thảo;\n"
            "Phần I/Chương I/Mục 1/Tiểu mục 1/Điều 1/1/đ:Ký kết;\n"
            "Phần I/Chương I/Mục 1/Tiểu mục 1/Điều 1/1/e:Chi phí;\n"
            "Phần I/Chương I/Mục 1/Tiểu mục 1/Điều 1/1/g:Báo cáo.\n"
            "Phần I/Chương I/Mục 1/Tiểu mục 1/Điều 1/2:Không áp dụng cho đoàn của Đảng.\n"
            "Phần I/Chương II=TỔ CHỨC THỰC HIỆN\n"
            "Phần I/Chương II/Điều 2=Hiệu lực");
}

TEST(Outline, CapitalLetters) {
  EXPECT_EQ(Outline("A. TÌNH HÌNH CHUNG\n\nI. Đoàn ra\n\n1. Có 5 đoàn.\n\nB - KIẾN NGHỊ\n\n1. Gia "
                    "hạn dự án."),
            "A=TÌNH HÌNH CHUNG\nA/I=Đoàn ra\nA/I/1:Có 5 đoàn.\nB=KIẾN NGHỊ\nB/1:Gia hạn dự án.");
  EXPECT_EQ(Outline("I. KẾT QUẢ\n\n^|A. Đoàn ra\n\n1. Có 5 đoàn.\n\n^|B. Đoàn vào\n\nII. KIẾN "
                    "NGHỊ\n\nKhông có."),
            "I=KẾT QUẢ\nI/A=Đoàn ra\nI/A/1:Có 5 đoàn.\nI/B=Đoàn vào\nII=KIẾN NGHỊ");
  // Initials, a series that does not begin, a gap.
  EXPECT_EQ(Outline("1. Có mặt:\n\nA. Giàng Chủ tịch xã.\n\nB. KẾT LUẬN\n\nĐồng ý."), "1=Có mặt");
}

TEST(Outline, ReadsHeadingsWithTheirMarks) {
  const struct {
    const char* body;
    const char* want;
  } rows[] = {
      {"I. TÌNH HÌNH CHUNG\n\nỔn định.", "I=TÌNH HÌNH CHUNG"},
      {"I/ TÌNH HÌNH CHUNG:\n\nỔn định.", "I=TÌNH HÌNH CHUNG"},
      {"1. Đoàn ra\n\nCó 5 đoàn.", "1=Đoàn ra"},
      {"1. Đoàn ra:\n\nCó 5 đoàn.", "1=Đoàn ra"},
      {"1. Đoàn ra.\n\nCó 5 đoàn.", "1=Đoàn ra"},
      {"1) Đoàn ra\n\nCó 5 đoàn.", "1=Đoàn ra"},
      {"1/ Đoàn ra\n\nCó 5 đoàn.", "1=Đoàn ra"},
      {"1.1. Đoàn ra\n\nCó 5 đoàn.", "1.1=Đoàn ra"},
      {"ĐIỀU 2: Hiệu lực\n\nTừ ngày ký.", "Điều 2=Hiệu lực"},
      {"Điều1:- Nay phê duyệt thu hồi đất đai và giao quyền sử dụng đất.",
       "Điều 1:Nay phê duyệt thu hồi đất đai và giao quyền sử dụng đất."},
      {"Phần thứ nhất\nSỰ CẦN THIẾT\n\nI. CĂN CỨ PHÁP LÝ\n\nCác luật.",
       "Phần thứ nhất=SỰ CẦN THIẾT\nPhần thứ nhất/I=CĂN CỨ PHÁP LÝ"},
      // quotes and dashes as printed
      {"1. Công tác “đoàn ra” – “đoàn vào”\n\nCó 5 đoàn.", "1=Công tác “đoàn ra” – “đoàn vào”"},
      // over two lines
      {"1. Công tác tổ chức và quản lý đoàn ra trong điều kiện dịch bệnh còn\nphức tạp trên địa "
       "bàn\n\nCó 5 đoàn.",
       "1=Công tác tổ chức và quản lý đoàn ra trong điều kiện dịch bệnh còn phức tạp trên địa bàn"},
  };
  for (const auto& row : rows) EXPECT_EQ(Outline(row.body), row.want) << row.body;
}

TEST(Outline, TellsItemsOfAListFromHeadings) {
  const struct {
    const char* body;
    const char* want;
  } rows[] = {
      {"1. Kêu gọi tàu thuyền vào bờ.\n\n2. Sơ tán dân.\n\n3. Báo cáo kết quả.",
       "1:Kêu gọi tàu thuyền vào bờ.\n2:Sơ tán dân.\n3:Báo cáo kết quả."},
      {"1. Thời gian: ngày 20/11/2020.\n\n2. Địa điểm: Quảng trường.",
       "1:Thời gian: ngày 20/11/2020.\n2:Địa điểm: Quảng trường."},
      {"1. Giao Sở Tài chính:\n\na) Bố trí kinh phí;\n\nb) Kiểm tra.",
       "1:Giao Sở Tài chính:\n1/a:Bố trí kinh phí;\n1/b:Kiểm tra."},
      {"Điều 2: a) Sở Xây dựng giải phóng mặt bằng.\n\nb) Sở Tài chính cấp kinh phí.",
       "Điều 2:\nĐiều 2/a:Sở Xây dựng giải phóng mặt bằng.\nĐiều 2/b:Sở Tài chính cấp kinh phí."},
      {"1. Nâng cao nhận thức;\n\n2. Bảo đảm thiết thực.",
       "1:Nâng cao nhận thức;\n2:Bảo đảm thiết thực."},
  };
  for (const auto& row : rows) EXPECT_EQ(Outline(row.body), row.want) << row.body;
}

TEST(Outline, LeavesWrappedNumbersAndListsAlone) {
  for (const char* body :
       {"Tổng vốn đăng ký của các dự án trong năm đạt 1.987,64 triệu USD, trong đó vốn thực hiện "
        "là\n1.208 triệu USD.",
        "Thực hiện chương trình năm 2020, UBND tỉnh xây dựng kế hoạch với kinh phí\n2. tỷ đồng, "
        "thời gian từ ngày\n12. tháng 10.",
        "- Đoàn ra;\n- Đoàn vào;\n+ Đoàn khác.", "24/7/1993 là ngày công bố.",
        "12/UBND-NC là số của công văn.", "Các đoàn gồm: a, b và c.",
        "Mục tiêu của chương trình là phát triển.", "Điều này cho thấy kết quả tốt.",
        "Phần lớn các đoàn đến từ Lào.", "Chương trình gồm 3 hoạt động."}) {
    EXPECT_EQ(Outline(body), "") << body;
  }
}

TEST(Outline, DoesWithoutBlankLines) {
  // one printed line a line
  EXPECT_EQ(Outline("Thực hiện công văn của Ủy ban nhân dân tỉnh về báo cáo kết quả công tác, "
                    "Sở\nbáo cáo như sau:\nI. TÌNH HÌNH CHUNG\n"
                    "Trong quý I năm 2018, tình hình an ninh trật tự trên địa bàn tỉnh ổn "
                    "định,\ncông tác đối ngoại đạt nhiều kết quả.\n1. Đoàn ra\n"
                    "Quý I có 05 đoàn với 35 lượt người đi công tác nước ngoài, tăng so với cùng "
                    "kỳ\nnăm trước.\n2. Đoàn vào\nCó 7 đoàn."),
            "I=TÌNH HÌNH CHUNG\nI/1=Đoàn ra\nI/2=Đoàn vào");
  // one paragraph a line, as a word processor saves text
  const std::string long_sentence =
      "Trong quý I năm 2018, tình hình an ninh trật tự trên địa bàn tỉnh ổn định, công tác đối "
      "ngoại đạt được nhiều kết quả quan trọng, "
      "góp phần phát triển kinh tế - xã hội của địa phương và cả vùng.";
  EXPECT_EQ(Outline("I. TÌNH HÌNH\n" + long_sentence + "\n1. Đoàn ra\n" + long_sentence +
                    "\n2. Đoàn vào\n" + long_sentence + "\nII. NHIỆM VỤ\n" + long_sentence + "\n" +
                    long_sentence),
            "I=TÌNH HÌNH\nI/1=Đoàn ra\nI/2=Đoàn vào\nII=NHIỆM VỤ");
}

TEST(Outline, TellsTheBasisFromTheBody) {
  const struct {
    const char* body;
    size_t basis;
  } rows[] = {
      {"Căn cứ Luật Đất đai;\n\nXét đề nghị của Sở Nội vụ,\n\nUBND tỉnh báo cáo.", 2},
      {"Căn cứ Luật Đất đai;\n\nThực hiện Thông báo số 512-TB/TU của Thường trực\nTỉnh ủy về "
       "chương trình,\n\nUBND tỉnh báo cáo.",
       3},
      {"- Căn cứ Luật Đất đai và các văn bản\nhướng dẫn thi hành.\n\nUBND tỉnh báo cáo.", 2},
      // a sentence that goes on in small letters
      {"Thực hiện ý kiến của Bộ Tài chính tại các Công văn số 1/BTC, số 2/BTC;\ntheo đề nghị của "
       "Sở Ngoại vụ, UBND tỉnh báo cáo.",
       0},
      {"Thực hiện Thông báo số 512-TB/TU, UBND tỉnh báo cáo.", 0},
      {"Các căn cứ pháp lý đã đầy đủ.", 0},
  };
  for (const auto& row : rows)
    EXPECT_EQ(LinesIn(LetterOf(Body(row.body)), Zone::kBasis).size(), row.basis) << row.body;
}

// Two sheets of A4, one under the other; the text is set from 80 to `right` points.
TEST(Outline, GoesOnOverTheEndOfAPage) {
  const auto headings = [](double right) {
    std::vector<Page> pages(2);
    const auto add = [](Page& page, const char* text, double x1, double y) {
      Line line;
      line.text = text;
      line.box = Box{80, y, x1, y + 13};
      line.starts_paragraph = true;
      page.lines.push_back(line);
      page.width = 595;
      page.height = 842;
    };
    add(pages[0],
        "Kết quả công tác trong năm của các cơ quan trên địa bàn tỉnh được nêu dưới đây, gồm", 520,
        100);
    add(pages[0], "1. Đề nghị Bộ Ngoại giao sớm trao đổi với phía bạn về việc mở tại Ủy ban và",
        right, 120);
    add(pages[0], "Số 188 đường Trần Phú, thành phố Hà Giang", 400, 780);
    add(pages[0], "Điện thoại: 0219.3866.210", 300, 800);
    pages[1].number = 2;
    add(pages[1], "Sở Ngoại vụ xem xét.", 200, 60);
    const Letter letter = segment::Segment(pages);
    EXPECT_EQ(LinesIn(letter, Zone::kContact).size(), 2u);
    return letter.sections.empty() ? std::string("none") : letter.sections[0].heading;
  };
  EXPECT_EQ(headings(520), "");
  EXPECT_NE(headings(400), "");
}

TEST(Outline, KeepsASectionsOwnText) {
  const Letter letter =
      LetterOf(Body("I. TÌNH HÌNH\n\nCâu một.\n\nCâu hai.\n\n1. Đoàn ra\n\nCó 5 đoàn."));
  ASSERT_EQ(letter.sections.size(), 2u);
  EXPECT_EQ(letter.sections[0].text, "Câu một.\nCâu hai.");
  EXPECT_EQ(letter.sections[1].text, "Có 5 đoàn.");
  EXPECT_EQ(letter.sections[1].level, 2);
  EXPECT_EQ(letter.sections[1].raw, "1. Đoàn ra");
}

}  // namespace
}  // namespace vanthu::test
