// Sums of delegations in running text; plans, changes, parts and domestic bodies are none.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/extractors/record_of.h"

namespace vanthu::test {
namespace {

// "out 164/730 2014-01-01"
std::string Totals(std::string_view sentence) {
  std::string out;
  for (const DelegationTotal& total : RecordOf(WithBody(sentence)).delegation_totals) {
    if (!out.empty()) out += "; ";
    out += total.direction == Direction::kOut ? "out " : "in ";
    out += std::to_string(static_cast<int>(total.count.min.value_or(-1)));
    if (total.members) {
      out += "/";
      out += std::to_string(static_cast<int>(total.members->min.value_or(-1)));
    }
    if (total.period) {
      out += " ";
      out += std::to_string(total.period->start->year);
      out += "-";
      out += std::to_string(total.period->start->month);
    }
    EXPECT_FALSE(total.raw.empty());
    EXPECT_FALSE(total.evidence.empty());
  }
  return out;
}

struct Row {
  const char* sentence;
  const char* totals;
};

TEST(DelegationTotals, AreReadFromSentences) {
  const Row rows[] = {
      {"Năm 2014, tỉnh đã cho phép 164 đoàn, với 730 lượt cán bộ đi công tác nước ngoài.",
       "out 164/730 2014-1"},
      {"Tỉnh đón 19 đoàn với 54 lượt người nước ngoài đến làm việc.", "in 19/54"},
      {"Sở phối hợp quản lý 31 đoàn/126 lượt khách quốc tế.", "in 31/126"},
      {"Tổng số đoàn ra là 94 đoàn với 486 lượt người, tăng 11 đoàn so với năm trước.",
       "out 94/486"},
      {"Tỉnh đã cử 42/48 đoàn theo kế hoạch với 305 lượt người đi công tác nước ngoài.",
       "out 42/305"},
      {"Đón 17 đoàn/35 lượt khách ngoại giao; 27 lượt đoàn/156 lượt người của các tổ chức.",
       "in 17/35; in 27/156"},
      {"Toàn tỉnh đã có 11 lượt đoàn khách ngoại giao.", "in 11"},
      {"Tỉnh có 1.250 đoàn/3.000 lượt người đi công tác nước ngoài.", "out 1250/3000"},
  };
  for (const Row& row : rows) EXPECT_EQ(Totals(row.sentence), row.totals) << row.sentence;
}

TEST(DelegationTotals, AreNotPlansChangesPartsAndDomesticBodies) {
  const char* rows[] = {
      "Dự kiến đón 29 đoàn với khoảng 320 lượt khách.",
      "Tỉnh xây dựng kế hoạch tổ chức 15 đoàn đi công tác nước ngoài.",
      "Số đoàn tăng 06 đoàn so với năm 2013.",
      "Trong đó 06 đoàn ra do lãnh đạo tỉnh dẫn đầu.",
      "Phấn đấu đón 270 đoàn khách quốc tế.",
      "Không cử quá 02 đoàn đi nước ngoài trong 01 năm.",
      "Đạt 82,9% (kế hoạch: 70 đoàn).",
      "Tổ chức 03 đoàn kiểm tra tại các huyện.",
      "Sở cử 02 đoàn thanh tra đến cơ sở.",
      "Tỉnh đoàn và Đoàn Thanh niên tổ chức 05 hoạt động.",
      "Đoàn ĐBQH tỉnh tiếp 30 lượt công dân.",
      "Kết nạp 120 đoàn viên thanh niên.",
      "Đón 35 lượt khách quốc tế.",
      "Có 89/94 đoàn nộp báo cáo đúng hạn.",
  };
  for (const char* row : rows) EXPECT_EQ(Totals(row), "") << row;
  EXPECT_EQ(Totals("II. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2016\n\nTổ chức 78 đoàn ra."), "");
}

}  // namespace
}  // namespace vanthu::test
