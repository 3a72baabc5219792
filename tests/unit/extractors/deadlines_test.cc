// What is to be done by when, and by whom.
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/extractors/record_of.h"

namespace vanthu::test {
namespace {

// "2015-05-25 | task | assignee" a line; the letter is of 5 March 2015.
std::string Deadlines(const std::string& body) {
  std::string out;
  for (const Deadline& deadline : RecordOf(WithBody(body)).deadlines) {
    if (!out.empty()) out += "\n";
    out += DateText(deadline.due) + " | " + deadline.task + " | " + deadline.assignee.value_or("-");
  }
  return out;
}

struct Row {
  const char* body;
  const char* want;
};

TEST(Deadlines, HaveATaskAndWhoHasIt) {
  const Row rows[] = {
      {"Giao Sở Y tế hoàn thiện kế hoạch chi tiết, gửi Sở Tài chính trước ngày 20/5/2015.",
       "2015-05-20 | hoàn thiện kế hoạch chi tiết, gửi Sở Tài chính | Sở Y tế"},
      {"1. Sở Nội vụ chủ trì, phối hợp với Công an tỉnh sơ kết việc thực hiện Chỉ thị, trình UBND "
       "tỉnh chậm nhất là ngày 15/11/2015.",
       "2015-11-15 | sơ kết việc thực hiện Chỉ thị, trình UBND tỉnh | Sở Nội vụ"},
      {"2. UBND các huyện, thị xã có trách nhiệm rà soát, thu hồi đất, hoàn thành trước ngày 31 "
       "tháng 8 năm 2015.",
       "2015-08-31 | rà soát, thu hồi đất | UBND các huyện, thị xã"},
      {"Sở Ngoại vụ đề nghị các cơ quan, đơn vị gửi ý kiến bằng văn bản trước ngày 26/3/2015 để "
       "tổng "
       "hợp.",
       "2015-03-26 | gửi ý kiến bằng văn bản | các cơ quan, đơn vị"},
      {"Sở Ngoại vụ kính đề nghị quý cơ quan quan tâm, phối hợp và gửi báo cáo về Sở trước 17 giờ "
       "00 "
       "phút ngày 26/3/2015.",
       "2015-03-26 | quan tâm, phối hợp và gửi báo cáo về Sở | quý cơ quan"},
      {"- Sở Xây dựng: báo cáo kết quả kiểm tra trước ngày 10/4/2015.",
       "2015-04-10 | báo cáo kết quả kiểm tra | Sở Xây dựng"},
      {"Yêu cầu Thủ trưởng các sở, ban, ngành khẩn trương rà soát, báo cáo UBND tỉnh (qua Sở Nội "
       "vụ) "
       "trước ngày 10/4/2015.",
       "2015-04-10 | khẩn trương rà soát, báo cáo UBND tỉnh (qua Sở Nội vụ) | Thủ trưởng các sở, "
       "ban, "
       "ngành"},
      {"Sở Giao thông vận tải huy động 5 máy xúc, thông tuyến đường tỉnh 606 muộn nhất ngày 22/4.",
       "2015-04-22 | thông tuyến đường tỉnh 606 | Sở Giao thông vận tải"},
      {"Hội Nhà báo tỉnh gửi danh sách về Sở trước ngày 20/10/2015.",
       "2015-10-20 | gửi danh sách về Sở | Hội Nhà báo tỉnh"},
      {"Ban Tuyển chọn trình danh sách trước ngày 20/10/2015.",
       "2015-10-20 | trình danh sách | Ban Tuyển chọn"},
      {"Sở Y tế nộp danh sách về Sở Nội vụ, chậm nhất 20-6.",
       "2015-06-20 | nộp danh sách về Sở Nội vụ | Sở Y tế"},
      {"Văn phòng Ban làm hộ chiếu công vụ trước 20/12.",
       "2015-12-20 | làm hộ chiếu công vụ | Văn phòng Ban"},
      {"Soạn thư mời Tổng Lãnh sự quán, trình Chủ tịch UBND tỉnh ký muộn nhất là ngày 01 tháng 10.",
       "2015-10-01 | Soạn thư mời Tổng Lãnh sự quán, trình Chủ tịch UBND tỉnh ký | -"},
      {"Giao Sở Ngoại vụ dự thảo quy chế mới, thay thế Quyết định số 15/2011/QĐ-UBND, hoàn thành "
       "trong "
       "tháng 11/2015.",
       "2015-11-? | dự thảo quy chế mới, thay thế Quyết định số 15/2011/QĐ-UBND | Sở Ngoại vụ"},
      {"Sở Tài chính phân bổ kinh phí cho các đơn vị trong tháng 4/2015.",
       "2015-04-? | phân bổ kinh phí cho các đơn vị | Sở Tài chính"},
      {"Giao Văn phòng UBND tỉnh theo dõi, đôn đốc; trường hợp vướng mắc thì báo cáo Chủ tịch UBND "
       "tỉnh trước ngày 10/4/2015.",
       "2015-04-10 | báo cáo Chủ tịch UBND tỉnh | Văn phòng UBND tỉnh"},
      {"Trước ngày 25/5/2015, các đơn vị gửi báo cáo về Sở Ngoại vụ để tổng hợp.",
       "2015-05-25 | gửi báo cáo về Sở Ngoại vụ | các đơn vị"},
      {"Giao Sở Y tế cải tạo 06 trạm y tế. Thời gian hoàn thành: trước ngày 30/6/2015.",
       "2015-06-30 | cải tạo 06 trạm y tế | Sở Y tế"},
      {"Đề nghị UBND các xã rà soát danh sách hộ nghèo (hoàn thành trước ngày 30/6/2015).",
       "2015-06-30 | rà soát danh sách hộ nghèo | UBND các xã"},
      {"Các đơn vị có nhu cầu điều chỉnh, bổ sung gửi văn bản về Sở trước ngày 15/8/2015.",
       "2015-08-15 | gửi văn bản về Sở | Các đơn vị có nhu cầu điều chỉnh, bổ sung"},
      {"Bộ Ngoại giao xem xét, thông báo kết quả trước ngày 15/8/2015.",
       "2015-08-15 | xem xét, thông báo kết quả | Bộ Ngoại giao"},
      {"Phòng Quản lý xuất nhập cảnh rà soát danh sách trước ngày 15/8/2015.",
       "2015-08-15 | rà soát danh sách | Phòng Quản lý xuất nhập cảnh"},
      {"Văn bản tham gia ý kiến gửi về Sở Ngoại vụ trước ngày 15/8/2015.",
       "2015-08-15 | gửi về Sở Ngoại vụ | -"},
      {"Sở Y tế lập danh sách, gửi Công an tỉnh trước ngày 10/4/2015, gửi Sở Ngoại vụ trước ngày "
       "15/4/2015.",
       "2015-04-10 | lập danh sách, gửi Công an tỉnh | Sở Y tế\n"
       "2015-04-15 | gửi Sở Ngoại vụ | Sở Y tế"},
      {"Các sở, ngành đăng ký danh sách đại biểu (theo mẫu) về Sở Nội vụ trước thứ Sáu, ngày "
       "10/4/2015.",
       "2015-04-10 | đăng ký danh sách đại biểu (theo mẫu) về Sở Nội vụ | Các sở, ngành"},
      {"Thủ trưởng các đơn vị nộp hồ sơ đến hết ngày 10/4/2015.",
       "2015-04-10 | nộp hồ sơ | Thủ trưởng các đơn vị"},
      {"Thực hiện Kế hoạch số 12/KH-UBND ngày 5/1/2015, các sở, ngành báo cáo kết quả trước ngày "
       "10/4/2015.",
       "2015-04-10 | báo cáo kết quả | các sở, ngành"},
      {"Để kịp thời tổng hợp, Sở Y tế lập danh sách trước ngày 10/4/2015.",
       "2015-04-10 | lập danh sách | Sở Y tế"},
      {"Báo cáo gửi về Sở Ngoại vụ trước ngày 10/4/2015.", "2015-04-10 | gửi về Sở Ngoại vụ | -"},
      {"Thời hạn gửi báo cáo chậm nhất là ngày 15/8/2015.", "2015-08-15 | gửi báo cáo | -"},
      {"Đề nghị các cấp uỷ, tổ chức đảng báo cáo Ban Thường vụ trước ngày 30-6-2015.",
       "2015-06-30 | báo cáo Ban Thường vụ | các cấp uỷ, tổ chức đảng"},
      {"Các cơ quan, tổ chức, cá nhân gửi hồ sơ trước ngày 30/6/2015.",
       "2015-06-30 | gửi hồ sơ | Các cơ quan, tổ chức, cá nhân"},
      {"Sở Y tế (Phòng Nghiệp vụ Y) tổng hợp kết quả trước ngày 30/6/2015.",
       "2015-06-30 | tổng hợp kết quả | Sở Y tế (Phòng Nghiệp vụ Y)"},
      {"Các đơn vị được giao chủ trì dự án khẩn trương hoàn thành thủ tục trước ngày 30/6/2015.",
       "2015-06-30 | khẩn trương hoàn thành thủ tục | Các đơn vị được giao chủ trì dự án"},
      {"Đề nghị các đồng chí Thường vụ Huyện ủy, lãnh đạo các phòng nghiên cứu, góp ý trước ngày "
       "14/3/2015.",
       "2015-03-14 | nghiên cứu, góp ý | các đồng chí Thường vụ Huyện ủy, lãnh đạo các phòng"},
      {"Kiến nghị Chính phủ sớm ban hành Nghị định trước ngày 01/7/2015.",
       "2015-07-01 | sớm ban hành Nghị định | Chính phủ"},
      {"1. Thủ trưởng các sở, ngành:\n\na) Giao chỉ tiêu cho các đơn vị trước ngày 31/3/2015 và "
       "báo "
       "cáo UBND tỉnh trước ngày 10/4/2015.",
       "2015-03-31 | Giao chỉ tiêu cho các đơn vị | Thủ trưởng các sở, ngành\n"
       "2015-04-10 | báo cáo UBND tỉnh | Thủ trưởng các sở, ngành"},
      {"1. Sở Giáo dục và Đào tạo: Chủ trì, phối hợp với Sở Nội vụ rà soát biên chế; báo cáo kết "
       "quả "
       "trước ngày 30/6/2015.",
       "2015-06-30 | báo cáo kết quả | Sở Giáo dục và Đào tạo"},
      {"Giao Sở Giao thông vận tải lắp đặt biển báo tốc độ. Thời hạn hoàn thành: 30/6/2015.",
       "2015-06-30 | lắp đặt biển báo tốc độ | Sở Giao thông vận tải"},
      {"Yêu cầu các nhà thầu thi công thảm nhựa xong 12 km mặt đường, hạn cuối là ngày 15/7/2015.",
       "2015-07-15 | thảm nhựa xong 12 km mặt đường | các nhà thầu thi công"},
      {"Các trường đại học, học viện trên địa bàn cung cấp thông tin về Công an tỉnh trước ngày "
       "10/4/2015.",
       "2015-04-10 | cung cấp thông tin về Công an tỉnh | Các trường đại học, học viện trên địa "
       "bàn"},
      {"Các sở giáo dục và đào tạo rà soát nhu cầu, lập hồ sơ gửi Bộ trước ngày 10/4/2015.",
       "2015-04-10 | rà soát nhu cầu, lập hồ sơ gửi Bộ | Các sở giáo dục và đào tạo"},
      {"Các sở thông báo chương trình; người dự tuyển gửi hồ sơ về Bộ trước ngày 10/4/2015.",
       "2015-04-10 | gửi hồ sơ về Bộ | người dự tuyển"},
      {"Các tổ chức PCPNN gửi báo cáo năm trước ngày 10/4/2015.",
       "2015-04-10 | gửi báo cáo năm | Các tổ chức PCPNN"},
      {"Sở Du lịch phát hành 5.000 tờ gấp, 02 phim; hoàn thành trong tháng 4/2015.",
       "2015-04-? | phát hành 5.000 tờ gấp, 02 phim | Sở Du lịch"},
      {"UBND quận bàn giao mặt bằng, riêng đoạn qua phường Máy Chai phải giải phóng xong mặt bằng "
       "trước ngày 31/8/2015.",
       "2015-08-31 | giải phóng xong mặt bằng | UBND quận"},
      {"Sở Ngoại vụ công bố kết quả xong trước ngày 16/8/2015.",
       "2015-08-16 | công bố kết quả | Sở Ngoại vụ"},
      {"Hồ sơ dự tuyển nộp tại Phòng Tổ chức, thời hạn nộp hồ sơ đến 17 giờ 00 ngày 20/9/2015.",
       "2015-09-20 | nộp tại Phòng Tổ chức | -"},
      {"Sở Tư pháp báo cáo UBND tỉnh trong ngày 10/7/2015.",
       "2015-07-10 | báo cáo UBND tỉnh | Sở Tư pháp"},
      {"Công ty Môi trường đô thị thu gom rác trước ngày 10/8/2015 và dọn sạch bãi tập kết trước "
       "ngày 15/8/2015.",
       "2015-08-10 | thu gom rác | Công ty Môi trường đô thị\n"
       "2015-08-15 | dọn sạch bãi tập kết | Công ty Môi trường đô thị"},
      {"Phòng Lao động - Thương binh và Xã hội lập danh sách, trình Chủ tịch UBND huyện trước ngày "
       "20/7/2015.",
       "2015-07-20 | lập danh sách, trình Chủ tịch UBND huyện | Phòng Lao động - Thương binh và Xã "
       "hội"},
      {"Văn phòng Đăng ký đất đai cấp 1.250 giấy chứng nhận quyền sử dụng đất trước ngày "
       "31/12/2015.",
       "2015-12-31 | cấp 1.250 giấy chứng nhận quyền sử dụng đất | Văn phòng Đăng ký đất đai"},
      {"Ban Chỉ đạo yêu cầu các thành viên gửi báo cáo không muộn hơn ngày 10/4/2015.",
       "2015-04-10 | gửi báo cáo | các thành viên"},
  };
  for (const Row& row : rows) EXPECT_EQ(Deadlines(row.body), row.want) << row.body;
}

TEST(Deadlines, ComeAgain) {
  const Row rows[] = {
      {"Thành viên Ban Chỉ đạo gửi báo cáo tháng về Sở Ngoại vụ trước ngày 20 hằng tháng.",
       "?-?-20 | gửi báo cáo tháng về Sở Ngoại vụ | Thành viên Ban Chỉ đạo"},
      {"Các cơ quan lập dự toán, gửi Sở Tài chính trước ngày 15 tháng 7 hằng năm.",
       "?-07-15 | lập dự toán, gửi Sở Tài chính | Các cơ quan"},
      {"Sở Nội vụ báo cáo UBND tỉnh chậm nhất ngày 05/12 hàng năm.",
       "?-12-05 | báo cáo UBND tỉnh | Sở Nội vụ"},
      {"Định kỳ hằng quý, các đơn vị gửi báo cáo trước ngày 15 của tháng cuối quý.",
       "?-?-15 | gửi báo cáo | các đơn vị"},
      {"Hằng tháng, các đơn vị gửi báo cáo về Sở trước ngày 20.",
       "?-?-20 | gửi báo cáo về Sở | các đơn vị"},
      {"Trước ngày 20 hằng tháng, cung cấp số liệu cho Văn phòng UBND tỉnh.",
       "?-?-20 | cung cấp số liệu cho Văn phòng UBND tỉnh | -"},
      {"Trước ngày 10 tháng 12 hằng năm, Sở Nội vụ báo cáo UBND tỉnh.",
       "?-12-10 | báo cáo UBND tỉnh | Sở Nội vụ"},
      {"Định kỳ ngày 25 hằng tháng, Ban Quản lý đấu thầu báo cáo tiến độ.",
       "?-?-25 | báo cáo tiến độ | Ban Quản lý đấu thầu"},
      {"Sở Tài chính cập nhật tiến độ vào ngày 10 hằng tháng.",
       "?-?-10 | cập nhật tiến độ | Sở Tài chính"},
      {"Phòng Kiểm tra lập bảng theo dõi chung, trước ngày 05 hằng tháng gửi thống kê cho Sở Nội "
       "vụ.",
       "?-?-05 | gửi thống kê cho Sở Nội vụ | Phòng Kiểm tra"},
  };
  for (const Row& row : rows) EXPECT_EQ(Deadlines(row.body), row.want) << row.body;
}

TEST(Deadlines, TakeWhoIsNamedAbove) {
  const Row rows[] = {
      {"1. Chủ tịch UBND các xã:\n\na) Tổ chức di dời các hộ, hoàn thành trước ngày 18/10/2015.",
       "2015-10-18 | Tổ chức di dời các hộ | Chủ tịch UBND các xã"},
      {"1. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính:\n\na) Rà soát các dự án.\n\nb) Tổng "
       "hợp "
       "kết quả, báo cáo UBND tỉnh trước ngày 31/5/2015.",
       "2015-05-31 | Tổng hợp kết quả, báo cáo UBND tỉnh | Sở Y tế"},
      {"Điều 6. Trách nhiệm của Sở Ngoại vụ\n\n1. Làm đầu mối theo dõi.\n\n2. Báo cáo UBND tỉnh "
       "kết "
       "quả trước ngày 20/12/2015.",
       "2015-12-20 | Báo cáo UBND tỉnh kết quả | Sở Ngoại vụ"},
      {"Sở Ngoại vụ đề nghị các đơn vị thực hiện một số nội dung sau:\n\n1. Rà soát danh sách, gửi "
       "về "
       "Sở trước ngày 10/4/2015.",
       "2015-04-10 | Rà soát danh sách, gửi về Sở | các đơn vị"},
      {"a) Trưởng các điểm thi có trách nhiệm\n\n- Bố trí phòng dự phòng.\n\n- Báo cáo công tác "
       "chuẩn "
       "bị về Sở trước 14 giờ 00 ngày 29/7/2015.",
       "2015-07-29 | Báo cáo công tác chuẩn bị về Sở | Trưởng các điểm thi"},
      {"1. Trình UBND tỉnh kế hoạch. Các phòng chuyên môn hoàn thành việc tổng hợp trước ngày "
       "14/10/2015.",
       "2015-10-14 | hoàn thành việc tổng hợp | Các phòng chuyên môn"},
  };
  for (const Row& row : rows) EXPECT_EQ(Deadlines(row.body), row.want) << row.body;
}

TEST(Deadlines, AreNotPastNorPlannedNorWithoutADate) {
  for (const char* body :
       {"Sở Y tế đã hoàn thành báo cáo trước ngày 20/2/2015.",
        "Các đơn vị đã gửi báo cáo về Sở chậm nhất ngày 20/2/2015.",
        "Các dự án được phê duyệt trước ngày 01/01/2015 thì tiếp tục thực hiện.",
        "Hồ sơ gửi trước ngày tổ chức ít nhất 40 ngày.",
        "Sở tổ chức họp giao ban vào ngày 10 hằng tháng.",
        "Sở Y tế báo cáo trong thời hạn 10 ngày.",
        "Tính đến hết ngày 28/02/2015, toàn tỉnh có 19 dự án.",
        "Quyết định này có hiệu lực đến hết ngày 31/12/2015.",
        "Trong tháng 02/2015, Sở trình UBND tỉnh 3 văn bản.",
        "Dự kiến tổ chức đoàn công tác trong Quý III/2015.",
        "Phối hợp với UNICEF tổ chức 02 triển lãm ảnh trong tháng 9 hoặc tháng 10/2015.",
        "Lũy kế đến ngày 28/02/2015, có 19 dự án.",
        "Cuộc họp ngày 10/3/2015 tại Sở Y tế.",
        "Quyết định này có hiệu lực từ ngày 20/3/2015.",
        "Cho học sinh nghỉ học từ ngày 10/3/2015 đến hết ngày 11/3/2015.",
        "Sở Y tế báo cáo trước ngày 31/6/2015.",
        "Văn phòng báo cáo trước 16 giờ hằng ngày.",
        "UBND tỉnh đã yêu cầu các sở gửi báo cáo trước ngày 20/2/2015.",
        "Năm 2014 có 03 dự án hoàn thành trước ngày 30/6/2014.",
        "Từ ngày 10/3 đến trước ngày 15/4/2015, các xã tổ chức ra quân.",
        "Thực hiện Công văn số 12/BNG-NV ngày 5/1/2015 của Bộ Ngoại giao về việc báo cáo trước "
        "ngày "
        "20/3/2015, sau khi rà soát, Sở Ngoại vụ có ý kiến như sau:",
        "Dự án khởi công trong ngày 10/7/2015.",
        "Đoàn làm việc tại Sở Y tế trong ngày 10/7/2015.",
        "Lễ ký kết diễn ra trong ngày 10/7/2015.",
        "Nhiệm vụ này được hoàn thành trước ngày 15/11/2014.",
        "Hợp đồng có thời hạn thực hiện 36 tháng kể từ ngày 01/7/2015.",
        "Giấy phép có thời hạn đến ngày 31/12/2015.",
        "Hộ chiếu còn thời hạn sử dụng sau ngày 30/6/2015.",
        "Cán bộ sinh trước ngày 01/01/1975.",
        "Năm học bắt đầu ngày 05/9/2015.",
        "Học sinh được nghỉ hè đến hết tháng 8/2015.",
        "Hồ sơ đề nghị cấp thị thực lập trước ngày 01/3/2015 vẫn có giá trị.",
        "Kỳ họp diễn ra từ ngày 10/4/2015 đến ngày 12/4/2015.",
        "Giá áp dụng trước ngày 01/4/2015 là 12.000 đồng/kg.",
        "Đề án đã được phê duyệt trong tháng 02/2015.",
        "Các trường hợp vi phạm xảy ra trước ngày 15/4/2015.",
        "Trong tháng 4/2015 có 03 đoàn vào.",
        "Người lao động tuyển dụng trước ngày 01/01/2015.",
        "Phấn đấu hoàn thành kế hoạch trong năm 2015."}) {
    EXPECT_EQ(Deadlines(body), "") << body;
  }
}

TEST(Deadlines, SayWhereTheyStand) {
  const Record record = RecordOf(
      WithBody("Giao Sở Y tế hoàn thiện kế hoạch, gửi Sở Tài chính\ntrước ngày 20/5 để tổng hợp."));
  ASSERT_EQ(record.deadlines.size(), 1u);
  const Deadline& deadline = record.deadlines[0];
  EXPECT_EQ(deadline.raw, "hoàn thiện kế hoạch, gửi Sở Tài chính trước ngày 20/5");
  EXPECT_EQ(deadline.evidence.size(), 2u);
  EXPECT_EQ(deadline.due.raw, "ngày 20/5");
  EXPECT_EQ(deadline.rule, "deadlines/before");
  EXPECT_LT(deadline.due.score, deadline.score);
}

}  // namespace
}  // namespace vanthu::test
