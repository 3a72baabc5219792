#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/extractors/record_of.h"

namespace vanthu::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// Messages of the diagnostics of one kind, for a letter whose body is `body`.
std::vector<std::string> Found(const std::string& code, const std::string& body) {
  std::vector<std::string> messages;
  for (const Diagnostic& diagnostic : RecordOf(WithBody(body)).diagnostics) {
    if (diagnostic.code != code) continue;
    EXPECT_FALSE(diagnostic.evidence.empty()) << diagnostic.message;
    messages.push_back(diagnostic.message);
  }
  return messages;
}

TEST(ReconcileSum, NamesATotalThatItsRowsDoNotMake) {
  EXPECT_THAT(Found("reconcile_sum",
                    "STT\tHuyện\tSố lớp\tKinh phí (triệu đồng)\n1\tHương Khê\t12\t150,5\n2\tVũ "
                    "Quang\t8\t99,5\n"
                    "\tTổng cộng\t21\t250,0\n"),
              ElementsAre(HasSubstr("\"Số lớp\": the total says 21, its 2 rows add up to 20")));
  // The total stands first.
  EXPECT_THAT(
      Found("reconcile_sum", "STT\tHuyện\tSố lớp\n\tTổng số\t30\n1\tA Lưới\t12\n2\tNam Đông\t8\n"),
      ElementsAre(HasSubstr("the total says 30, its 2 rows add up to 20")));
}

TEST(ReconcileSum, IsSilentWhereItFitsOrMeansSomethingElse) {
  const char* bodies[] = {
      "STT\tHuyện\tSố lớp\n1\tHương Khê\t12\n2\tVũ Quang\t8\n\tTổng cộng\t20\n",
      // rounded parts
      "STT\tHuyện\tVốn (tỷ đồng)\n1\tHương Khê\t1,3\n2\tVũ Quang\t1,3\n3\tKỳ Anh\t1,3\n\tTổng "
      "cộng\t4,0\n",
      // groups and what stands in them
      "STT\tNội dung\tSố tiền\nI\tChi thường xuyên\t300\n1\tLương\t200\n2\tHội nghị\t100\nII\tChi "
      "đầu tư\t50\n\tTổng "
      "cộng\t350\n",
      // spans
      "STT\tĐoàn\tSố người\n1\tLào\t5 - 7\n2\tThái Lan\t10\n\tTổng cộng\t16\n",
      // shares do not add up
      "STT\tHuyện\tTỷ lệ (%)\n1\tHương Khê\t92,5\n2\tVũ Quang\t95\n\tTổng cộng\t93,6\n",
      // words in the column
      "STT\tĐoàn\tSố người\n1\tLào\tDo Trưởng đoàn quyết định\n2\tThái Lan\t10\n\tTổng cộng\t16\n",
      // no total
      "STT\tHuyện\tSố lớp\n1\tHương Khê\t12\n2\tVũ Quang\t8\n",
      // two totals: parts of one table
      "STT\tHuyện\tSố lớp\n1\tA\t1\n2\tB\t2\n\tCộng\t4\n1\tC\t5\n2\tD\t6\n\tCộng\t12\n",
  };
  for (const char* body : bodies) EXPECT_THAT(Found("reconcile_sum", body), IsEmpty()) << body;
}

TEST(ReconcilePercent, NamesTheRowThatDoesNotFollow) {
  EXPECT_THAT(Found("reconcile_percent",
                    "STT\tChỉ tiêu\tKế hoạch\tThực hiện\tTỷ lệ (%)\n1\tĐoàn "
                    "ra\t40\t30\t75,0\n2\tĐoàn vào\t60\t45\t75\n"
                    "3\tHội nghị\t10\t9\t80\n4\tDự án\t16\t12\t75\n"),
              ElementsAre(HasSubstr(
                  "\"Tỷ lệ (%)\" is 80 where \"Thực hiện\" 9 and \"Kế hoạch\" 10 stand")));
}

TEST(ReconcilePercent, IsSilentWhereItFollows) {
  const char* bodies[] = {
      "STT\tChỉ tiêu\tKế hoạch\tThực hiện\tTỷ lệ "
      "(%)\n1\tA\t40\t30\t75,0\n2\tB\t60\t45\t75\n3\tC\t9\t7\t77,8\n",
      // growth on the year before
      "STT\tChỉ tiêu\tNăm 2021\tNăm 2022\tTăng, giảm "
      "(%)\n1\tA\t40\t50\t25\n2\tB\t60\t45\t-25\n3\tC\t10\t11\t10\n",
      // a column of shares that no two others make
      "STT\tHuyện\tSố xã\tSố thôn\tTỷ lệ hộ nghèo "
      "(%)\n1\tA\t10\t80\t7,3\n2\tB\t12\t95\t5,1\n3\tC\t9\t60\t11\n",
  };
  for (const char* body : bodies) EXPECT_THAT(Found("reconcile_percent", body), IsEmpty()) << body;
}

TEST(ReconcileText, NamesASharesThatDoesNotFollow) {
  EXPECT_THAT(Found("reconcile_percent",
                    "Kim ngạch xuất khẩu ước đạt 876 triệu USD, đạt 72,6% kế hoạch năm (KH:1.400 "
                    "triệu USD)."),
              ElementsAre("876 triệu USD of 1.400 triệu USD is 62.6 %, the letter says 72,6%"));
  EXPECT_THAT(Found("reconcile_percent", "Có 60/64 xã (97,5%) đạt chuẩn."),
              ElementsAre("60/64 xã is 93.8 %, the letter says 97,5%"));
}

TEST(ReconcileText, NamesPartsThatDoNotMakeTheWhole) {
  EXPECT_THAT(Found("reconcile_sum",
                    "Tỉnh cấp học bổng cho 14 sinh viên (gồm 12 sinh viên tỉnh Champasak và 03 "
                    "sinh viên tỉnh "
                    "Attapeu); tổ chức chương trình homestay."),
              ElementsAre("14 sinh viên is said to consist of 2 parts that make 15"));
}

TEST(ReconcileText, IsSilentWhereItFitsOrMeansSomethingElse) {
  const char* bodies[] = {
      "Kim ngạch xuất khẩu ước đạt 876 triệu USD, đạt 62,6% kế hoạch năm (KH:1.400 triệu USD), "
      "tăng 6,8%.",
      "Kim ngạch đạt 1.208 triệu USD, tăng 21% so cùng kỳ (1.100 triệu USD).",
      "Có 60/64 xã (93,75%) đạt chuẩn; 15/16 xã, đạt 93,8%.",
      "Có 60/64 xã đạt chuẩn, thu nhập tăng 7%.",
      "Cấp học bổng cho 14 sinh viên (gồm 12 sinh viên tỉnh Champasak và 02 sinh viên tỉnh "
      "Attapeu).",
      "Có 30 đoàn, gồm 12 đoàn của tỉnh, 9 đoàn của huyện, còn lại của doanh nghiệp.",
      "Có khoảng 30 đoàn, gồm 12 đoàn của tỉnh và 9 đoàn của huyện.",
      "Có 30 đoàn, gồm 140 người và 12 xe.",
      "Có 30 đoàn, trong đó 12 đoàn của tỉnh và 9 đoàn của huyện.",
  };
  for (const char* body : bodies) {
    EXPECT_THAT(Found("reconcile_percent", body), IsEmpty()) << body;
    EXPECT_THAT(Found("reconcile_sum", body), IsEmpty()) << body;
  }
}

// A report whose text speaks of a year's delegations and whose annex lists two of them.
std::string WithDelegations(const std::string& sentence) {
  return sentence +
         "\n\n^|DANH SÁCH ĐOÀN RA NĂM 2015\n\nSTT\tTên đoàn\tNước đến\tSố người\tThời "
         "gian\n1\tĐoàn lãnh đạo "
         "tỉnh\tLào\t5\tTháng 3/2015\n2\tĐoàn xúc tiến thương mại\tThái Lan\t7\tTháng 9/2015\n";
}

TEST(ReconcileRows, NamesMoreRowsThanTheTextHas) {
  EXPECT_THAT(Found("reconcile_rows",
                    WithDelegations(
                        "Năm 2015, tỉnh đã cử 01 đoàn đi công tác nước ngoài với 30 lượt người.")),
              ElementsAre(HasSubstr("for 2015, the table lists 2")));
}

TEST(ReconcileRows, IsSilentWhereTheListMayBeShorter) {
  const char* sentences[] = {
      "Năm 2015, tỉnh đã cử 02 đoàn đi công tác nước ngoài với 12 lượt người.",
      "Năm 2015, tỉnh đã cử 14 đoàn đi công tác nước ngoài với 120 lượt người.",
      "Năm 2014, tỉnh đã cử 01 đoàn đi công tác nước ngoài với 5 lượt người.",
      "Trong 6 tháng đầu năm 2015, tỉnh đã cử 01 đoàn đi công tác nước ngoài.",
      "Năm 2015, tỉnh đã đón 01 đoàn khách quốc tế đến thăm và làm việc.",
  };
  for (const char* sentence : sentences) {
    EXPECT_THAT(Found("reconcile_rows", WithDelegations(sentence)), IsEmpty()) << sentence;
  }
}

TEST(ReconcileSequence, NamesAGapAndARepeat) {
  EXPECT_THAT(
      Found("reconcile_sequence", "STT\tTên đoàn\tSố người\n1\tA\t4\n2\tB\t6\n4\tC\t7\n5\tD\t8\n"),
      ElementsAre(HasSubstr("row 4 stands after row 2")));
  EXPECT_THAT(Found("reconcile_sequence",
                    "TT\tTên đoàn\tSố người\n01\tA\t4\n02\tB\t6\n03\tC\t7\n02\tD\t8\n"),
              ElementsAre(HasSubstr("row 2 stands after row 3")));
}

TEST(ReconcileSequence, IsSilentWhereRowsCount) {
  const char* bodies[] = {
      "STT\tTên đoàn\tSố người\n1\tA\t4\n2\tB\t6\n3\tC\t7\n",
      "STT\tTên đoàn\tSố người\nI\tĐoàn ra\t\n1\tA\t4\n2\tB\t6\nII\tĐoàn vào\t\n1\tC\t7\n2\tD\t1\n",
      "Năm\tTên đoàn\tSố người\n2019\tA\t4\n2021\tB\t6\n",
      "STT\tTên đoàn\tSố người\n1\tA\t4\n1\tA\t9\n2\tB\t6\n",
  };
  for (const char* body : bodies) EXPECT_THAT(Found("reconcile_sequence", body), IsEmpty()) << body;
}

}  // namespace
}  // namespace vanthu::test
