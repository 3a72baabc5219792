// Delegations: one a row of a table, whatever its heads are called; rows that list none.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extractors/delegations/columns.h"
#include "tests/unit/extractors/record_of.h"

namespace vanthu::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string TextOf(const std::optional<std::string>& text) { return text.value_or("-"); }

std::string TextOf(const std::optional<Range>& range) {
  if (!range) return "-";
  if (!range->min) return "?";
  std::string out = range->approx ? "~" : "";
  out += std::to_string(static_cast<int>(*range->min));
  if (range->max != range->min) {
    out += "..";
    out += std::to_string(static_cast<int>(*range->max));
  }
  return out;
}

std::string TextOf(const std::optional<Period>& period) {
  if (!period) return "-";
  if (!period->start) return "?";
  const auto day = [](const CalendarDate& date) {
    return std::to_string(date.year) + "-" + std::to_string(date.month) + "-" +
           std::to_string(date.day);
  };
  return day(*period->start) + ".." + day(*period->end);
}

TEST(Delegations, ReadTheColumnsOfAPlan) {
  const Record record = RecordOf(WithBody(
      "^|KẾ HOẠCH ĐOÀN RA NĂM 2016\n\nSTT\tDanh nghĩa đoàn và tính chất hoạt động\tNước đến\tCấp "
      "Trưởng "
      "đoàn\tNội dung hoạt động và đối tác\tSố thành viên đoàn\tSố ngày\tThời gian thực "
      "hiện\tNguồn kinh "
      "phí\n(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\t(8)\t(9)\n1\tThăm hữu nghị\tLào và Thái Lan\tBí thư "
      "Tỉnh "
      "ủy\t- Hội đàm với tỉnh Champasak; - Gặp JICA\tKhoảng 12 người\t5 - 7\tQuý II\tNgân sách "
      "tỉnh\n2\tHọc tập kinh nghiệm\tTheo thư mời\tChủ tịch UBND tỉnh\t\tDo Trưởng đoàn quyết "
      "định\t4\tTheo lịch\t"));
  ASSERT_EQ(record.delegations.size(), 2u);
  const Delegation& first = record.delegations[0];
  EXPECT_EQ(first.direction, Direction::kOut);
  EXPECT_EQ(first.seq, 1);
  EXPECT_EQ(TextOf(first.purpose), "Thăm hữu nghị");
  EXPECT_THAT(first.countries, ElementsAre("LA", "TH"));
  EXPECT_EQ(TextOf(first.head), "Bí thư Tỉnh ủy");
  EXPECT_EQ(TextOf(first.content), "- Hội đàm với tỉnh Champasak;\n- Gặp JICA");
  EXPECT_THAT(first.partners, ElementsAre("Champasak", "JICA"));
  EXPECT_EQ(TextOf(first.members), "~12");
  EXPECT_EQ(TextOf(first.days), "5..7");
  EXPECT_EQ(TextOf(first.count), "-");
  EXPECT_EQ(TextOf(first.period), "2016-4-1..2016-6-30");  // the year of the title
  EXPECT_EQ(TextOf(first.funding), "Ngân sách tỉnh");
  EXPECT_FALSE(first.evidence.empty());
  EXPECT_NEAR(first.score, 0.9, 1e-9);
  const Delegation& second = record.delegations[1];
  EXPECT_THAT(second.countries, IsEmpty());
  EXPECT_EQ(TextOf(second.content), "-");
  EXPECT_EQ(TextOf(second.members), "?");
  EXPECT_EQ(second.members->raw, "Do Trưởng đoàn quyết định");
  EXPECT_EQ(TextOf(second.period), "?");
  EXPECT_EQ(TextOf(second.funding), "-");
}

// What stands in the column of partners is one, known or not.
TEST(Delegations, TakePartnersAsPrintedWhereNoTableKnowsThem) {
  const Record record = RecordOf(WithBody(
      "^|DANH SÁCH ĐOÀN RA NĂM 2016\n\nTT\tMục đích\tNước đến\tTrưởng đoàn\tĐối tác\tSố "
      "người\n1\tTập "
      "huấn\tNa Uy\tPhó Giám đốc Sở\tViện NOFIMA\t12\n2\tKý kế hoạch\tNhật Bản\tBí thư Tỉnh ủy\t- "
      "JICA; - Tập đoàn ABC\t8"));
  ASSERT_EQ(record.delegations.size(), 2u);
  EXPECT_THAT(record.delegations[0].partners, ElementsAre("Viện NOFIMA"));
  EXPECT_THAT(record.delegations[1].partners, ElementsAre("JICA", "Tập đoàn ABC"));
}

TEST(Delegations, OfGuestsTellWhoReceives) {
  const Record record =
      RecordOf(WithBody("^|KẾ HOẠCH ĐOÀN VÀO NĂM 2014\n\nSTT\tDanh nghĩa Đoàn\tSố lượng Đoàn\tCơ "
                        "quan chủ trì đón Đoàn, nội "
                        "dung hoạt động chính\tSố thành viên Đoàn\tThời gian\n1\tĐoàn Tổng Lãnh sự "
                        "quán Trung Quốc tại Đà "
                        "Nẵng\t2\t- Lãnh đạo tỉnh; - Thăm xã giao, dự lễ\t4\tTháng 8/2014 (dịp kỷ "
                        "niệm 19/8/2014)\n2\tĐoàn tổ "
                        "chức JICA\t10\t- Sở Ngoại vụ; - Khảo sát dự án\t3\tTrong năm"));
  ASSERT_EQ(record.delegations.size(), 2u);
  const Delegation& first = record.delegations[0];
  EXPECT_EQ(first.direction, Direction::kIn);
  EXPECT_THAT(first.countries, ElementsAre("CN"));
  EXPECT_THAT(first.partners, ElementsAre("Tổng Lãnh sự quán Trung Quốc tại Đà Nẵng"));
  EXPECT_EQ(TextOf(first.head), "Lãnh đạo tỉnh");
  EXPECT_EQ(TextOf(first.content), "- Thăm xã giao, dự lễ");
  EXPECT_EQ(TextOf(first.count), "2");
  EXPECT_EQ(TextOf(first.period), "2014-8-1..2014-8-31");
  // The country of an organisation that the row does not print is not the row's.
  EXPECT_THAT(record.delegations[1].countries, IsEmpty());
}

TEST(Delegations, AreNoRowsOfGroupsAndTotals) {
  const Record record = RecordOf(WithBody(
      "^|KẾ HOẠCH ĐOÀN RA NĂM 2019\n\nSTT\tTên đoàn\tQuốc gia\tSố người\nI\tĐoàn của lãnh đạo "
      "tỉnh\t\t\n1\tĐoàn A\tLào\t5\nA. Đoàn của các sở, ngành\t\t\t\n2\tĐoàn B\tNga\t7\n\tTổng "
      "cộng\t\t12\nTổng số: 02 đoàn\t\t\t12"));
  ASSERT_EQ(record.delegations.size(), 2u);
  EXPECT_EQ(record.delegations[0].purpose, "Đoàn A");
  EXPECT_EQ(record.delegations[1].purpose, "Đoàn B");
  EXPECT_THAT(record.delegations[1].countries, ElementsAre("RU"));
}

TEST(Delegations, PartTheOrdinalThatRanIntoTheName) {
  const Record record = RecordOf(WithBody(
      "^|CÁC ĐOÀN VÀO NĂM 2019\n\nTT Tên đoàn\tSố người\tThời gian\n(1) (2)\t(3)\t(4)\n1 Đoàn A "
      "(Lào)\t5\tTháng 5\n2 Đoàn B\t7\t"));
  ASSERT_EQ(record.delegations.size(), 2u);
  EXPECT_EQ(record.delegations[0].seq, 1);
  EXPECT_EQ(record.delegations[0].purpose, "Đoàn A (Lào)");
  EXPECT_EQ(record.delegations[1].seq, 2);
  EXPECT_EQ(record.delegations[1].purpose, "Đoàn B");
}

TEST(Delegations, AreNotReadFromOtherTables) {
  const char* rows[] = {
      "^|DANH SÁCH CÁN BỘ\n\nSTT\tHọ và tên\tChức vụ\tĐơn vị\n1\tTrần An\tGiám đốc\tSở Y tế",
      "^|DANH SÁCH CÁN BỘ ĐI CÔNG TÁC NƯỚC NGOÀI\n\nSTT\tHọ và tên\tChức vụ\n1\tTrần An\tGiám đốc",
      "^|MỘT SỐ CHỈ TIÊU\n\nSTT\tChỉ tiêu\tĐơn vị tính\tNăm 2013\n1\tĐoàn vào\tđoàn\t18",
      "^|CHƯƠNG TRÌNH HỘI NGHỊ\n\nSTT\tThời gian\tNội dung\tNgười thực hiện\n1\t8h00\tKhai mạc\tSở "
      "NgV",
  };
  for (const char* row : rows) {
    const Record record = RecordOf(WithBody(row));
    EXPECT_THAT(record.delegations, IsEmpty()) << row;
    EXPECT_THAT(record.conferences, IsEmpty()) << row;
  }
}

TEST(Delegations, HaveColumnsByManyNames) {
  const struct {
    const char* head;
    const char* role;
  } rows[] = {
      {"Tên đoàn", "purpose"},          {"Quốc gia/vùng lãnh thổ", "country"},
      {"Nước đến công tác", "country"}, {"Quốc tịch", "country"},
      {"Trưởng đoàn", "head"},          {"Đơn vị chủ trì", "head"},
      {"Cơ quan tiếp đón", "head"},     {"Số người", "members"},
      {"Thành phần", "members"},        {"Số khách/đoàn", "members"},
      {"Quy mô / Số ngày", "days"},     {"Thời gian đi", "period"},
      {"Thời điểm dự kiến", "period"},  {"Số lượng đoàn", "count"},
      {"Nguồn kinh phí", "funding"},    {"Kinh phí", "funding"},
  };
  for (const auto& row : rows) {
    const extractors::ColumnRoles roles("delegations", {"STT", row.head});
    EXPECT_EQ(roles.Of(row.role), 1u) << row.head;
  }
  const extractors::ColumnRoles both("delegations", {"Tên đoàn", "Mục đích, nội dung làm việc"});
  EXPECT_EQ(both.Of("purpose"), 0u);
  EXPECT_EQ(both.Of("content"), 1u);
  const extractors::ColumnRoles none("delegations", {"STT", "Ghi chú", "Số quyết định"});
  for (const char* role :
       {"purpose", "country", "head", "content", "members", "period", "funding"}) {
    EXPECT_FALSE(none.Of(role)) << role;
  }
}

TEST(Conferences, ReadTheirColumns) {
  const Record record = RecordOf(WithBody(
      "^|KẾ HOẠCH HỘI NGHỊ, HỘI THẢO QUỐC TẾ NĂM 2019\n\nSTT\tTên hội nghị, hội thảo\tThời gian tổ "
      "chức\tSố "
      "lượng đại biểu Việt Nam\tSố lượng đại biểu có quốc tịch nước ngoài\tMục đích, chủ đề, nội "
      "dung\tNguồn kinh phí\n(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\n1\tHội thảo cà phê\tTháng 8 hoặc "
      "tháng "
      "9\t60 - 70\tKhoảng 12\tKết nối tiêu thụ\t-\nTổng cộng\t\t\t70\t12\t\t"));
  ASSERT_EQ(record.conferences.size(), 1u);
  const Conference& conference = record.conferences[0];
  EXPECT_EQ(conference.seq, 1);
  EXPECT_EQ(conference.name, "Hội thảo cà phê");
  EXPECT_EQ(TextOf(conference.period), "2019-8-1..2019-9-30");
  EXPECT_EQ(TextOf(conference.local_delegates), "60..70");
  EXPECT_EQ(TextOf(conference.foreign_delegates), "~12");
  EXPECT_EQ(TextOf(conference.content), "Kết nối tiêu thụ");
  EXPECT_EQ(TextOf(conference.funding), "-");
  EXPECT_THAT(record.delegations, IsEmpty());
}

}  // namespace
}  // namespace vanthu::test
