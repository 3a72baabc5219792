// Dates and periods of the body, and what is no date of the letter's own speech.
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/extractors/record_of.h"

namespace vanthu::test {
namespace {

std::string Dates(const Record& record) {
  std::string out;
  for (const Period& period : record.dates) {
    if (!out.empty()) out += "; ";
    out += IsoDate(*period.start);
    if (period.start != period.end) out += ".." + IsoDate(*period.end);
  }
  return out;
}

// Dates of a body, in a letter of 5 March 2015.
std::string DatesOf(const std::string& body) { return Dates(RecordOf(WithBody(body))); }

struct Row {
  const char* body;
  const char* want;
};

TEST(Dates, AreThoseOfTheBodyAndItsHeadings) {
  const Row rows[] = {
      {"Ngày 28/02/2015, Sở họp với đoàn.", "2015-02-28"},
      {"Cuộc họp ngày 12/02 thống nhất như sau.", "2015-02-12"},
      {"Toàn tỉnh tăng 3 đoàn so với năm 2013.", "2013-01-01..2013-12-31"},
      {"I. KẾT QUẢ THÁNG 2\n\nSở tiếp 3 đoàn.", "2015-02-01..2015-02-28"},
      {"Sở báo cáo trước ngày 20/3/2015.", "2015-03-20"},
      {"Hội đàm từ ngày 01/4\nđến ngày 03/4/2015.", "2015-04-01..2015-04-03"},
      {"Kế hoạch giai đoạn 2016 - 2020, tầm nhìn đến năm 2030.",
       "2016-01-01..2020-12-31; 2030-01-01..2030-12-31"},
      {"Đoàn thẩm định từ 05 đến 09 tháng 11.", "2015-11-05..2015-11-09"},
      {"Tàu lưu lại từ 28/8 đến 01/9.", "2015-08-28..2015-09-01"},
      {"Đoàn lên Tà Xùa hôm 21 và 22/3, mở cửa sáng 20/6.", "2015-03-21..2015-03-22; 2015-06-20"},
      {"Tăng từ 1/2 đến 2/3, từ 5 đến 9 tháng; có 15/20 xã đạt chuẩn.", ""},
      {"Trong 2 tháng đầu năm và cả năm 2014.", "2015-01-01..2015-02-28; 2014-01-01..2014-12-31"},
      {"Tính chung trong 2 tháng, Sở tiếp 3 đoàn.", "2015-01-01..2015-02-28"},
      // the year of the section's heading
      {"II. NHIỆM VỤ NĂM 2016\n\nTổ chức hội đàm vào tháng 5.",
       "2016-01-01..2016-12-31; 2016-05-01..2016-05-31"},
  };
  for (const Row& row : rows) EXPECT_EQ(DatesOf(row.body), row.want) << row.body;
}

TEST(Dates, AreNotThoseOfCitedDocuments) {
  const Row rows[] = {
      {"Thực hiện Công văn số 12/UBND-NC ngày 02/3/2015 của UBND tỉnh, Sở báo cáo.", ""},
      {"Ngày 26/12/2014, UBND tỉnh đã có Công văn số 5341/UBND-ĐNMN chỉ đạo các sở.", ""},
      {"Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;", ""},
      {"Theo Tờ trình số    /TTr-UBND ngày 05/02/2015 của UBND tỉnh.", ""},
      {"Theo Nghị quyết số L/NQ- CP ngày 07/02/2015 của Chính phủ.", ""},
      {"Theo Luật Đất đai năm 2013 và các văn bản hướng dẫn.", ""},
      {"Thực hiện các Quyết định số 5/QĐ-UBND, số 6/QĐ-UBND ngày 02/3/2015, Sở họp ngày 03/3/2015.",
       "2015-03-03"},
  };
  for (const Row& row : rows) EXPECT_EQ(DatesOf(row.body), row.want) << row.body;
}

TEST(Dates, AreNotNamesNorVagueNorComeAgain) {
  for (const char* body :
       {"Sở triển khai Nghị quyết 2030 và Chương trình 135.", "Sở áp dụng ISO 9001:2015.",
        "Nghị quyết Đại hội nhiệm kỳ 2010 - 2015.", "HĐND tỉnh khóa 2011 - 2016 thông qua.",
        "Kiểm tra 60/60 cột mốc, lập bản đồ 1/500.", "Trong tháng, Sở tiếp 3 đoàn.",
        "Tăng 5% so với cùng kỳ năm trước, so với đầu năm.", "Đến nay có 19 dự án.",
        "Các đơn vị báo cáo trước ngày 20 hằng tháng.",
        "Gửi dự toán trước ngày 15 tháng 7 hằng năm.",
        "Hằng năm, trước ngày 15/11, các đơn vị báo cáo.", "Báo cáo trước ngày 31/6/2015.",
        "Thời gian làm việc từ 7h30 - 11h30.", "Điện thoại: 0255.382.2015.",
        "Học bổng năm học 2014-2015.", "Trong 2 tháng kể từ ngày ký."}) {
    EXPECT_EQ(DatesOf(body), "") << body;
  }
}

TEST(Dates, AreNotThoseOfTheHeadAndTheFoot) {
  EXPECT_EQ(Dates(RecordOf(WithHead("SỞ NGOẠI VỤ", "Số: 8/SNgV-VP\nV/v báo cáo năm 2014"))), "");
  EXPECT_EQ(Dates(RecordOf(WithFoot("Nơi nhận:\n- Như trên;\n- Lưu: VT, ngày 05/3/2015."))), "");
}

TEST(Dates, SayHowSureTheirYearIs) {
  const Record record = RecordOf(WithBody("Sở họp ngày 12/02 và ngày 14/02/2015."));
  ASSERT_EQ(record.dates.size(), 2u);
  EXPECT_EQ(record.dates[0].raw, "ngày 12/02");
  EXPECT_EQ(record.dates[0].rule, "dates/day");
  EXPECT_LT(record.dates[0].score, record.dates[1].score);
  EXPECT_EQ(record.dates[1].evidence.size(), 1u);
}

TEST(Dates, StandWithoutADateOfIssueOnlyWithTheirYear) {
  const std::string text =
      "UBND TỈNH HÀ NAM\nSỞ NGOẠI VỤ\nSố: 88/BC-SNgV\n\nBÁO CÁO\nCông tác đối ngoại\n\n"
      "Sở họp ngày 12/02 với đoàn. Sở họp ngày 14/02/2015 với đoàn khác.\n";
  EXPECT_EQ(Dates(RecordOf(text)), "2015-02-14");
}

}  // namespace
}  // namespace vanthu::test
