// Figures: found in a sentence, with value, unit, hedge, change, baseline, label and section.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/extractors/record_of.h"

namespace vanthu::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kApprox[] = {"", " ~", " over", " under", " nearly"};
constexpr const char* kChange[] = {"", " up", " down"};

// "1987640000 USD", "30..40 % down", "60/60 cột mốc", "70 % over down [cùng kỳ]", "92000 EUR =0".
std::string Line(const Figure& figure) {
  std::string out = figure.value.value_or("?");
  if (figure.value_max) out += ".." + *figure.value_max;
  if (figure.of) out += "/" + *figure.of;
  out.append(" ").append(figure.unit.value_or("?"));
  out += kApprox[static_cast<int>(figure.approx)];
  out += kChange[static_cast<int>(figure.change)];
  if (figure.baseline) out += " [" + *figure.baseline + "]";
  if (figure.same_as) out += " =" + std::to_string(*figure.same_as);
  return out;
}

// `body` after an opening, so that it is no second line of the trích yếu.
std::vector<Figure> FiguresOf(std::string_view body) {
  std::string text = "Thực hiện nhiệm vụ được giao, Sở Ngoại vụ báo cáo kết quả như sau:\n\n";
  text += body;
  return RecordOf(WithBody(text)).figures;
}

std::vector<std::string> Lines(std::string_view body) {
  std::vector<std::string> out;
  for (const Figure& figure : FiguresOf(body)) out.push_back(Line(figure));
  return out;
}

struct Row {
  const char *text, *want;
};

void ExpectEach(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_THAT(Lines(row.text), ElementsAre(row.want)) << row.text;
}

TEST(Figures, AreSumsOfMoney) {
  ExpectEach({
      {"với tổng kinh phí 923.197.604 đồng.", "923197604 VND"},
      {"tổng vốn đăng ký là 127,58 triệu USD.", "127580000 USD"},
      {"tổng vốn đầu tư 1.987,64 triệu USD.", "1987640000 USD"},
      {"tổng vốn đầu tư khoảng 24,41 triệu USD.", "24410000 USD ~"},
      {"tổng vốn đầu tư 294.434 tỉ đồng", "294434000000000 VND"},
      {"(khoảng 14,395 tỷ USD)", "14395000000 USD ~"},
      {"giá trị viện trợ trên 09 tỷ đồng.", "9000000000 VND over"},
      {"kim ngạch ước đạt 1.208 triệu USD", "1208000000 USD ~"},
      {"hỗ trợ kinh phí 01 tỷ đồng", "1000000000 VND"},
      {"cam kết 92 ngàn EURO", "92000 EUR"},
      {"viện trợ là 50.000 USD cho tỉnh", "50000 USD"},
      {"viện trợ là600.000 USD", "600000 USD"},
      {"kế hoạch năm (KH:1.400 triệu USD)", "1400000000 USD"},
      {"trị giá 79.33 tỷ yên nhật", "79330000000 JPY"},
      {"giải ngân 339,477 triệu đồng", "339477000 VND"},
      {"giải ngân 7.269,10 triệu đông", "7269100000 VND"},
      {"kinh phí 1 tỷ 250 triệu đồng", "1250000000 VND"},
      {"số vốn 1.850.000.000đ", "1850000000 VND"},
      {"số vốn 25,000 đồng", "25000 VND"},
      {"mức 1.850.000 (một triệu tám trăm năm mươi nghìn) đồng", "1850000 VND"},
      {"từ 5 đến 7 triệu đồng", "5000000..7000000 VND"},
      {"từ 500 triệu đồng đến 1 tỷ đồng", "500000000..1000000000 VND"},
      {"vận động từ 25 - 30 triệu USD", "25000000..30000000 USD"},
      {"bố trí 150 tỷ để trả nợ", "150000000000 VND"},
      {"không quá 14 tỷ 600 triệu đồng", "14600000000 VND under"},
      {"lương 9.007.199.254.740.993 đồng", "9007199254740993 VND"},  // beyond a double
  });
}

TEST(Figures, AreCounts) {
  ExpectEach({
      {"xây dựng kế hoạch tổ chức 15 đoàn đi công tác nước ngoài", "15 đoàn"},
      {"trong đó 06 đoàn có lãnh đạo tỉnh tham gia", "6 đoàn"},
      {"do Bộ Ngoại giao tổ chức (06 đoàn)", "6 đoàn"},
      {"tham gia đi xúc tiến đầu tư, gồm 35 người", "35 người"},
      {"cấp mới 10 dự án FDI", "10 dự án"},
      {"đón tiếp 43 lượt đoàn khách quốc tế", "43 lượt đoàn"},
      {"với 54 lượt người nước ngoài", "54 lượt người"},
      {"cấp 26 lượt hộ chiếu công vụ", "26 lượt hộ chiếu"},
      {"Toàn tỉnh có 02 tàu cá", "2 tàu cá"},
      {"còn 42 ngư dân đang bị bắt giữ", "42 ngư dân"},
      {"một trong 12 định hướng phát triển", "12 định hướng"},
      {"Đăng tải hơn 200 tin, bài, ảnh trên báo", "200 tin, bài, ảnh over"},
      {"phát sóng 02 phóng sự giới thiệu", "2 phóng sự"},
      {"phát sóng 26 tin bài, phóng sự trên", "26 tin bài, phóng sự"},
      {"triển khai 03 văn bản luật", "3 văn bản luật"},
      {"tổ chức 01 lớp tập huấn, bồi dưỡng", "1 lớp tập huấn"},
      {"phát hành 01 tập sách hỏi đáp", "1 tập sách"},
      {"cấp phát cho 300 doanh nghiệp", "300 doanh nghiệp"},
      {"công bố 03 TTHC mới ban hành", "3 TTHC"},
      {"cung cấp 29 dịch vụ công trực tuyến mức độ 3, mức độ 4", "29 dịch vụ công"},
      {"với 24 chương trình, dự án", "24 chương trình, dự án"},
      {"quy mô nhỏ ở 04 nước Campuchia", "4 nước"},
      {"của 16 tổ chức phi chính phủ", "16 tổ chức"},
      {"xếp hạng đối với 04 di tích", "4 di tích"},
      {"chấp thuận cho 30 lượt doanh nghiệp", "30 lượt doanh nghiệp"},
      {"Hiện có 01 Dự án đầu tư", "1 dự án"},
      {"Số PAKN đã xử lý: 21", "21 PAKN"},
      {"Tổng số lao động là 1.250.", "1250 lao động"},
      {"kiểm tra song phương 60/60 cột mốc", "60/60 cột mốc"},
      {"mới có 15/22 đơn vị gửi báo cáo", "15/22 đơn vị"},
      {"tại 18/21 sở, ban, ngành", "18/21 sở, ban, ngành"},
      {"ở 18 xã, thị trấn biên giới", "18 xã"},
      {"06/19 thoả thuận hợp tác", "6/19 thoả thuận"},
      {"đón 2,5 triệu lượt khách", "2500000 lượt khách"},
      {"dự kiến từ 12 - 15 người.", "12..15 người"},
      {"tiếp nhận từ 40 đến 60 lao động", "40..60 lao động"},
      {"trồng 45 khóm vạn tuế trong sân", "45 khóm"},
      {"danh mục 14 dự án ưu tiên", "14 dự án"},
      {"thu hồi 12 dự án chậm tiến độ", "12 dự án"},
      {"nhân rộng mô hình 12 hộ nuôi tôm", "12 hộ"},
      {"có 15/20 số xã đạt chuẩn", "15/20 xã"},
      {"(trong đó: 15 Tổ công nghệ số)", "15 tổ"},
      {"dân tộc thiểu số 12 đồng chí", "12 đồng chí"},
      {"Gửi kèm 02 (hai) bản chính", "2 bản"},
      {"Có 05 phiên dịch hỗ trợ", "5 phiên dịch"},
      {"mua 07 quạt trần cho lớp", "7 quạt trần"},  // a noun that no table knows
  });
}

TEST(Figures, GoInPairs) {
  EXPECT_THAT(Lines("17 đoàn/35 lượt khách các cơ quan"), ElementsAre("17 đoàn", "35 lượt khách"));
  EXPECT_THAT(Lines("đón 27 lượt đoàn/156 lượt người của 16 tổ chức"),
              ElementsAre("27 lượt đoàn", "156 lượt người", "16 tổ chức"));
  EXPECT_THAT(Lines("công bố 24 TTHC/3 lĩnh vực"), ElementsAre("24 TTHC", "3 lĩnh vực"));
  EXPECT_THAT(Lines("28 lần tuần tra song phương/412 lượt cán bộ, chiến sĩ"),
              ElementsAre("28 lần", "412 lượt cán bộ, chiến sĩ"));
  EXPECT_THAT(Lines("Thái Lan 07 dự án/41,2 triệu USD"), ElementsAre("7 dự án", "41200000 USD"));
}

TEST(Figures, AreMeasuresAndRates) {
  ExpectEach({
      {"Cây Lúa: 10ha diện tích lúa", "10 ha"},
      {"với tổng diện tích 2.280m<sup>2</sup>", "2280 m2"},
      {"diện tích 1.840 m²", "1840 m2"},
      {"sản lượng 70 tấn/năm", "70 tấn/năm"},
      {"thu giữ 956.325 kg hàng", "956325 kg"},
      {"sản lượng 1.783,935 tấn", "1783.935 tấn"},
      {"dài 187,864 km tiếp giáp", "187.864 km"},
      {"công suất 1.200 - 1.500 MW", "1200..1500 MW"},
      {"ít nhất 25 triệu m³", "25000000 m3 over"},
      {"viện trợ thông thường 10 triệu Yên/dự án", "10000000 JPY/dự án"},
      {"mức 800.000 kíp/người/tháng", "800000 LAK/người/tháng"},
      {"chi 10 - 20 tỷ đồng/năm", "10000000000..20000000000 VND/năm"},
      {"hỗ trợ 500.000đ/01 người", "500000 VND/người"},
      {"Dự trữ tối thiểu 12 kg gạo/khẩu", "12 kg/khẩu over"},
      {"tối đa 15 hộ/điểm du lịch", "15 hộ/điểm du lịch under"},
      {"lãi suất 6,5%/năm", "6.5 %/năm"},
      {"mức 28,5 giường bệnh/vạn dân", "28.5 giường bệnh/vạn dân"},
      {"thời gian ½ ngày", "0.5 ngày"},
      {"trong 10 ngày làm việc kể từ ngày nhận", "10 ngày làm việc"},
      {"thời hạn 05 năm", "5 năm"},
      {"định kỳ 06 tháng", "6 tháng"},
      {"trong vòng 48h phải báo cáo", "48 giờ"},
      {"cứ 03 giờ cung cấp bản tin", "3 giờ"},
  });
}

TEST(Figures, SayChangesAndBaselines) {
  ExpectEach({
      {"giảm từ 30-40% kinh phí đoàn ra trong năm 2014", "30..40 % down"},
      {"tăng 6,8% so với cùng kỳ năm trước.", "6.8 % up [cùng kỳ năm trước]"},
      {"tăng 21% so cùng kỳ năm trước với sản phẩm", "21 % up [cùng kỳ năm trước]"},
      {"doanh thu giảm hơn 70% so với cùng kỳ.", "70 % over down [cùng kỳ]"},
      {"đạt 62,6% kế hoạch năm", "62.6 %"},
      {"So với năm 2017, số đoàn ra giảm 12,5%.", "12.5 % down [năm 2017]"},
      {"tăng hơn 1,5 lần so với năm 2015.", "1.5 lần over up [năm 2015]"},
      {"giảm 02 ca so với tuần trước", "2 ca down [tuần trước]"},
      {"số vụ giảm (-16,7%)", "16.7 % down"},
      {"thấp hơn 03 dự án so với năm trước.", "3 dự án down [năm trước]"},
      {"cao hơn 2% so với kế hoạch.", "2 % up [kế hoạch]"},
      {"tăng lên 60 người", "60 người"},
      {"thấp hơn dự toán 6,3%.", "6.3 % down [dự toán]"},
      {"đông hơn năm học trước 57 em;", "57 em up [năm học trước]"},
      {"cao hơn mức bình quân chung 79,1% của khu vực", "79.1 %"},
      {"gấp 3,4 lần cùng kỳ năm 2021 nhưng", "3.4 lần up [cùng kỳ năm 2021]"},
      {"tăng gấp 3 lần so với năm 2020.", "3 lần up [năm 2020]"},
      {"tỷ lệ hộ nghèo giảm còn 3,5%", "3.5 %"},
  });
  EXPECT_THAT(Lines("giảm 04 dự án so với năm 2012 nhưng tăng 15,7 triệu USD so với năm 2012."),
              ElementsAre("4 dự án down [năm 2012]", "15700000 USD up [năm 2012]"));
  EXPECT_THAT(Lines("tăng 11 đoàn nhưng giảm 37 lượt người so với năm 2017; gồm 12 đoàn"),
              ElementsAre("11 đoàn up [năm 2017]", "37 lượt người down [năm 2017]", "12 đoàn"));
  EXPECT_THAT(Lines("giảm từ 15 ngày xuống còn 07 ngày"), ElementsAre("15 ngày", "7 ngày"));
  // the sign lost in print, told by its siblings
  EXPECT_THAT(Lines("ước đạt 10,9 triệu USD, tăng 28,8%, ước đạt 3,5 triệu USD, tăng 45,6)"),
              ElementsAre("10900000 USD ~", "28.8 % up", "3500000 USD ~", "45.6 % up"));
  EXPECT_THAT(Lines("ước đạt 3,5 triệu USD (tăng 45,6)"), ElementsAre("3500000 USD ~"));
}

TEST(Figures, HaveHedges) {
  ExpectEach({
      {"đạt gần 1.150 lượt người", "1150 lượt người nearly"},
      {"ước khoảng 60 triệu USD", "60000000 USD ~"},
      {"bằng gần 88% dự toán", "88 % nearly"},
      {"không để hồ sơ tồn đọng quá 10 ngày làm việc", "10 ngày làm việc under"},
      {"Không cử quá 02 đoàn do", "2 đoàn under"},
      {"chậm quá 30 ngày", "30 ngày over"},
      {"từ 10 người trở lên", "10 người over"},
      {"từ 50.000 đồng (năm mươi nghìn đồng) trở lên", "50000 VND over"},
      {"thu nhập cao hơn 20% thì phải nộp", "20 % over"},
      {"đạt xấp xỉ 12%", "12 % ~"},
      {"chưa đến 5% diện tích", "5 % under"},
      {"hoạt động trên 03 lĩnh vực", "3 lĩnh vực"},
  });
}

TEST(Figures, SayOneSumInTwoCurrencies) {
  EXPECT_THAT(Lines("đạt trên 61,6 tỷ đồng (trương đương trên 2,34 triệu USD) với"),
              ElementsAre("61600000000 VND over", "2340000 USD over =0"));
  EXPECT_THAT(Lines("là 612.500 USD, tương đương 13.903.750.000 đồng, trong đó 550.000 USD"),
              ElementsAre("612500 USD", "13903750000 VND =0", "550000 USD"));
  EXPECT_THAT(Lines("27,3 tỷ đồng (khoảng 1,18 triệu USD)"),
              ElementsAre("27300000000 VND", "1180000 USD ~ =0"));
  // neither says it alone
  EXPECT_THAT(Lines("46,8 tỷ đồng (trương đương 1,7 triệu USD và 92 ngàn EURO)"),
              ElementsAre("46800000000 VND", "1700000 USD", "92000 EUR"));
  EXPECT_THAT(Lines("chi 5 tỷ đồng, thu 2 triệu USD"),
              ElementsAre("5000000000 VND", "2000000 USD"));
}

TEST(Figures, AreNotNames) {
  for (const char* text : {"Công văn số 5341/UBND-ĐNMN ngày 26/12/2013 của UBND tỉnh",
                           "Nghị quyết 22-NQ/TW ngày 10/4/2013 của Bộ Chính trị",
                           "Đề án 31 đã được phê duyệt; Nghị quyết 22 về hội nhập",
                           "06 tháng đầu năm 2021 và nhiệm vụ 06 tháng cuối năm",
                           "Trong 8 tháng, không có cán bộ đi công tác",
                           "báo cáo 10 tháng 2013",
                           "kế hoạch 5 năm 2021 - 2025; giai đoạn 2016 - 2020 tỉnh đã ký",
                           "Nghị quyết Đại hội lần thứ XIII; kỳ họp thứ 18; khóa 11; lần thứ 3 tại",
                           "theo khoản 2 Điều 15 Luật Đầu tư, điểm 3 mục 4 phần 1 của Quy chế",
                           "tiêu chuẩn TCVN ISO 9001:2015; công nghệ 4.0 trong du lịch",
                           "trực tuyến mức độ 3, mức độ 4 thuộc các lĩnh vực",
                           "trên kênh VTV8, VTV4",
                           "dịch bệnh Covid-19 diễn biến phức tạp",
                           "từ 7h30 -9h00 ngày10 đến ngày19",
                           "14 giờ 00 phút, ngày 27 tháng 02 năm 2025",
                           "trước 16 giờ hằng ngày",
                           "số 41 đường Lê Hồng Phong, phường 5, quận 10, tầng 3",
                           "điện thoại: 0296.3953.018, Fax: 024.38251234",
                           "Số hộ chiếu: 1234567.",
                           "sự tham dự của hàng trăm lao động, nhiều lượt đoàn",
                           "tập gấp Di sản văn hóa",
                           "tâm bão số 6, sức gió cấp 11, giật cấp 14",
                           "Bản tin đối ngoại số 25",
                           "từ ngày 15 - 20/6/2016; ngày 18 - 20 tháng 4",
                           "(01/4-31/3/2022)",
                           "quy hoạch chi tiết 1/2000 khu đô thị",
                           "trực 24/24 giờ",
                           "kỷ niệm lần thứ 90 Ngày thành lập Đảng",
                           "lớp 12 trường THPT",
                           "Ban Chỉ đạo 389 tỉnh; Đề án 06 tỉnh; Nghị quyết 22 tỉnh ban hành",
                           "khoản 1, 2 Điều 5; xe 2 bánh; phòng học 3 ca",
                           "Đội 814 phê duyệt",
                           "trước 14 giờ 00 ngày 29/7/2020",
                           "từ đủ 18 tuổi; sản phẩm 4 sao",
                           "năm tài khóa 2021-2022, năm học 2021 - 2022",
                           "Quý II, III, IV/2014"}) {
    EXPECT_THAT(Lines(text), IsEmpty()) << text;
  }
}

TEST(Figures, AreOfTheBodyAlone) {
  EXPECT_THAT(RecordOf(WithHead("SỞ NGOẠI VỤ HÀ NAM", "Số: 12/SNgV\nV/v cử 05 cán bộ")).figures,
              IsEmpty());
  EXPECT_THAT(Lines("STT\tTên đoàn\tSố người\n1\tĐoàn thăm Lào\tKhoảng 15 người"), IsEmpty());
  EXPECT_THAT(Lines("Căn cứ Nghị quyết số 14/NQ-HĐND về 05 nhiệm vụ;"), IsEmpty());
  // A paragraph that opens with its basis and goes on.
  EXPECT_THAT(Lines("Căn cứ Nghị quyết số 14/NQ-HĐND, Đoàn đã làm việc với 6 cơ quan. Thường trực "
                    "báo cáo kết quả:"),
              ElementsAre("6 cơ quan"));
}

TEST(Figures, HaveRawLabelKindAndSection) {
  const auto figures = FiguresOf(
      "I. KẾT QUẢ\n\n1. Xuất khẩu\n\nKim ngạch xuất khẩu 06 tháng đầu năm ước đạt 876 triệu USD, "
      "tăng 6,8% so với cùng kỳ; sản lượng khoảng 30 đến 45 ha; gồm 12 đoàn.");
  ASSERT_EQ(figures.size(), 4u);
  EXPECT_EQ(figures[0].raw, "876 triệu USD");
  EXPECT_EQ(figures[0].kind, FigureKind::kMoney);
  EXPECT_EQ(figures[0].label, "Kim ngạch xuất khẩu");
  EXPECT_EQ(figures[0].section, "I/1");
  EXPECT_GT(figures[0].score, 0.9);
  EXPECT_EQ(figures[0].evidence.size(), 1u);
  EXPECT_EQ(figures[1].label, "Kim ngạch xuất khẩu");
  EXPECT_EQ(figures[2].raw, "30 đến 45 ha");
  EXPECT_EQ(figures[2].kind, FigureKind::kArea);
  EXPECT_EQ(figures[3].kind, FigureKind::kCount);
  EXPECT_EQ(figures[3].label, std::nullopt);
}

TEST(Figures, OfANoteBelongToTheSectionOfItsMark) {
  const auto figures = FiguresOf(
      "I. KẾT QUẢ\n\nTỉnh đã thực hiện tốt nhiệm vụ[1].\n\nII. NHIỆM VỤ\n\nTiếp tục thực hiện.\n\n"
      "[1] Gồm 05 dự án.");
  ASSERT_EQ(figures.size(), 1u);
  EXPECT_EQ(figures[0].section, "I");
}

TEST(Figures, WithOneNumberAndManyWordsAreNames) {
  EXPECT_THAT(
      Lines("Tổ 814 tỉnh họp; Tổ 814 hoạt động thường xuyên; đề nghị Tổ 814 cấp thẻ; có 05 xe"),
      ElementsAre("5 xe"));
}

TEST(Figures, TakeLinearTime) {
  std::string body = "Tổng ";
  for (int i = 0; i < 20000; ++i) body += "chi 5 triệu đồng, tăng 3,5% và 02 đoàn; quá 12 ngày, ";
  EXPECT_EQ(FiguresOf(body).size(), 80000u);
}

}  // namespace
}  // namespace vanthu::test
