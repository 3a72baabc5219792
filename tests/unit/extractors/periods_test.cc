// Periods in running text and in cells: days, months, quarters, half-years, years, plans.
#include "extractors/time/periods.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "models/text/normalize.h"

namespace vanthu::test {
namespace {

using extractors::FindPeriods;
using extractors::IssuedOn;

// "2021-04-01..2022-03-31; 2021-05-03", for a letter of 26 August 2021.
std::string Periods(const std::string& text, const IssuedOn& issued = {2021, 8, 26}) {
  std::string out;
  for (const auto& span : FindPeriods(Normalize(text).text, issued)) {
    if (!out.empty()) out += "; ";
    out += IsoDate(*span.start);
    if (*span.start != *span.last) out += ".." + IsoDate(*span.last);
  }
  return out;
}

// The printed words, joined with " | ".
std::string Words(const std::string& text) {
  std::string out;
  const std::string normal = Normalize(text).text;
  for (const auto& span : FindPeriods(normal, {2021, 8, 26})) {
    if (!out.empty()) out += " | ";
    out += normal.substr(span.begin, span.end - span.begin);
  }
  return out;
}

struct Row {
  const char* text;
  const char* want;
};

TEST(Periods, AreDays) {
  const Row rows[] = {
      {"Ngày 05/3/2021, Sở họp", "2021-03-05"},
      {"ngày 30-4-2018.", "2018-04-30"},
      {"ngày 12.03.2019", "2019-03-12"},
      {"trước ngày 31 / 12/ 1999.", "1999-12-31"},
      {"ngày 05 tháng 3 năm 2020", "2020-03-05"},
      {"NGÀY 05 THÁNG 3 NĂM 2020", "2020-03-05"},
      {"ngày 5 tháng 3/2020", "2020-03-05"},
      {"Lũy kế đến 31/5/2022 có 87 dự án", "2022-05-31"},
      {"28/01/14", "2014-01-28"},
      {"ngày 02/9/98", "1998-09-02"},
      {"(29/02/2020)", "2020-02-29"},
      {"ngày 5/3 và ngày 7/3/2020", "2020-03-05; 2020-03-07"},
      {"ngày 5/3", "2021-03-05"},
      {"ngày 5 tháng 3", "2021-03-05"},
      {"các ngày 3, 7/5/2020", "2020-05-03; 2020-05-07"},
      {"các ngày 3, 4/5/2020", "2020-05-03..2020-05-04"},
      {"các ngày 11/12, 12/12/2020", "2020-12-11; 2020-12-12"},
      {"ngày 3 và 4/5/2020", "2020-05-03..2020-05-04"},
      {"ngày 3 hoặc 5/5/2020", "2020-05-03..2020-05-05"},
      {"ngày 20/5 hoặc ngày 22/5/2020", "2020-05-20..2020-05-22"},
      {"lúc 14 giờ 00 phút, ngày 27 tháng 02 năm 2025 (thứ Năm)", "2025-02-27"},
      {"ngày 20, ngày 21/5/2020", "2020-05-20; 2020-05-21"},
      {"ngày 20 và ngày 22/5/2020", "2020-05-20; 2020-05-22"},
      {"trước 30/6", "2021-06-30"},
      {"ngay 05 thang 3 nam 2020", "2020-03-05"},
      {"ngày 26tháng 7 năm 2020", "2020-07-26"},
      {"“ngày 05/3/2021”", "2021-03-05"},
      {"đến28/2/2021", "2021-02-28"},
  };
  for (const Row& row : rows) EXPECT_EQ(Periods(row.text), row.want) << row.text;
}

TEST(Periods, AreSpansOfDays) {
  const Row rows[] = {
      {"từ ngày 01 đến ngày 05/6/2021", "2021-06-01..2021-06-05"},
      {"từ ngày10 đến ngày19 tháng 5/2021", "2021-05-10..2021-05-19"},
      {"từ ngày 10 đến 19/5/2021", "2021-05-10..2021-05-19"},
      {"ngày 12-15/8/2021", "2021-08-12..2021-08-15"},
      {"ngày 12 – 15 tháng 8 năm 2021", "2021-08-12..2021-08-15"},
      {"trong 02 ngày (15 - 16/9/2016)", "2016-09-15..2016-09-16"},
      {"(01/4-31/3/2022)", "2021-04-01..2022-03-31"},
      {"từ 01/4 đến 31/3/2022", "2021-04-01..2022-03-31"},
      {"từ ngày 01/9/2017 đến ngày 31/8/2020", "2017-09-01..2020-08-31"},
      {"01/9/2017 - 31/8/2020", "2017-09-01..2020-08-31"},
      {"Từ ngày 10/10/2020 đến 16 giờ 00 phút ngày 17/10/2020", "2020-10-10..2020-10-17"},
      {"từ ngày 10/11/2019 đến hết ngày 11/11/2019", "2019-11-10..2019-11-11"},
      {"từ ngày 28/12 đến ngày 05/01/2022", "2021-12-28..2022-01-05"},
      {"từ 8h00 ngày 05/3/2021 đến 17h00 ngày 06/3/2021", "2021-03-05..2021-03-06"},
      {"tính từ ngày 15/12/2020 đến ngày 14/6/2021", "2020-12-15..2021-06-14"},
      {"từ 01/01/2021 đến 31/5/2021", "2021-01-01..2021-05-31"},
      {"từ ngày 5/3 đến ngày 10", "2021-03-05..2021-03-10"},
      {"từ ngày 21/3 đến ngày 30/6/2022", "2022-03-21..2022-06-30"},
      {"Từ ngày 06 - 08/9/2016", "2016-09-06..2016-09-08"},
      {"từ tháng 3/2021 đến ngày 15/5/2021", "2021-03-01..2021-05-15"},
  };
  for (const Row& row : rows) EXPECT_EQ(Periods(row.text), row.want) << row.text;
}

TEST(Periods, AreMonthsAndQuarters) {
  const Row rows[] = {
      {"tháng 6/2021", "2021-06-01..2021-06-30"},
      {"tháng 6 năm 2020", "2020-06-01..2020-06-30"},
      {"ngày   tháng 6 năm 2020", "2020-06-01..2020-06-30"},
      {"THÁNG 9", "2021-09-01..2021-09-30"},
      {"tháng 02/2020", "2020-02-01..2020-02-29"},
      {"Tháng 4/2014 hoặc tháng 5/2014", "2014-04-01..2014-05-31"},
      {"tháng 7 hoặc tháng 8/2019", "2019-07-01..2019-08-31"},
      {"Tháng 5 hoặc 6/2019", "2019-05-01..2019-06-30"},
      {"tháng 7, 8/2019", "2019-07-01..2019-08-31"},
      {"từ tháng 11/2020 đến tháng 3/2021", "2020-11-01..2021-03-31"},
      {"từ tháng 11 đến tháng 3/2021", "2020-11-01..2021-03-31"},
      {"tháng 3 - 5/2021", "2021-03-01..2021-05-31"},
      {"tháng 8 và tháng 10/2020", "2020-08-01..2020-08-31; 2020-10-01..2020-10-31"},
      {"Quý II/2014", "2014-04-01..2014-06-30"},
      {"Quý II, III, IV/2014", "2014-04-01..2014-12-31"},
      {"Quý I, II/2024", "2024-01-01..2024-06-30"},
      {"Quý III và IV năm 2020", "2020-07-01..2020-12-31"},
      {"quý 4 năm 2020", "2020-10-01..2020-12-31"},
      {"từ quý II đến quý IV/2020", "2020-04-01..2020-12-31"},
      {"Quý I và quý III/2020", "2020-01-01..2020-03-31; 2020-07-01..2020-09-30"},
      {"quý I năm 2020 và dự báo quý II", "2020-01-01..2020-03-31; 2020-04-01..2020-06-30"},
      {"dự kiến trong Quý III/20141.", "2014-07-01..2014-09-30"},
      {"trong quý III", "2021-07-01..2021-09-30"},
      {"vào đầu tháng 10/2021)", "2021-10-01..2021-10-31"},
      {"Tháng 8/2014 (Vào dịp Kỷ niệm Lễ Xuất quân tình nguyện Việt - Lào 19/8/2014)",
       "2014-08-01..2014-08-31"},
      {"Tháng 5/2019 (vào dịp kỷ niệm Chiến thắng 07/5)", "2019-05-01..2019-05-31"},
  };
  for (const Row& row : rows) EXPECT_EQ(Periods(row.text), row.want) << row.text;
}

TEST(Periods, AreYearsPartsOfYearsAndPlans) {
  const Row rows[] = {
      {"Trong năm 2014", "2014-01-01..2014-12-31"},
      {"năm 2016 - 2020", "2016-01-01..2020-12-31"},
      {"các năm 2019, 2020", "2019-01-01..2020-12-31"},
      {"từ năm 2020 đến năm 2024", "2020-01-01..2024-12-31"},
      {"từ năm 2016 đến nay", "2016-01-01..2016-12-31"},
      {"kế hoạch 5 năm 2021 - 2025", "2021-01-01..2025-12-31"},
      {"05 năm (2016 - 2020)", "2016-01-01..2020-12-31"},
      {"năm 2012 và năm 2013", "2012-01-01..2012-12-31; 2013-01-01..2013-12-31"},
      {"giai đoạn 2016 - 2020", "2016-01-01..2020-12-31"},
      {"giai đoạn 2021-2025, tầm nhìn đến năm 2030",
       "2021-01-01..2025-12-31; 2030-01-01..2030-12-31"},
      {"giai đoạn từ năm 2021 đến năm 2025", "2021-01-01..2025-12-31"},
      {"giai đoạn II (2021-2025)", "2021-01-01..2025-12-31"},
      {"giai đoạn 2016 - 2020 và 2021 - 2025", "2016-01-01..2020-12-31; 2021-01-01..2025-12-31"},
      {"06 tháng đầu năm 2021", "2021-01-01..2021-06-30"},
      {"06 THÁNG CUỐI NĂM 2021", "2021-07-01..2021-12-31"},
      {"sáu tháng đầu năm 2020", "2020-01-01..2020-06-30"},
      {"9 tháng đầu năm", "2021-01-01..2021-09-30"},
      {"3 tháng cuối năm", "2021-10-01..2021-12-31"},
      {"10 tháng 2013", "2013-01-01..2013-10-31"},
      {"11 tháng năm 2013", "2013-01-01..2013-11-30"},
      {"nửa đầu năm 2020", "2020-01-01..2020-06-30"},
      {"06 tháng đầu năm và nhiệm vụ 06 tháng cuối năm 2022",
       "2022-01-01..2022-06-30; 2022-07-01..2022-12-31"},
      {"06 tháng đầu và 06 tháng cuối năm 2022", "2022-01-01..2022-06-30; 2022-07-01..2022-12-31"},
  };
  for (const Row& row : rows) EXPECT_EQ(Periods(row.text), row.want) << row.text;
}

TEST(Periods, FindTheirYear) {
  const Row rows[] = {
      {"Tháng 5, cả tỉnh đón 3 đoàn; tháng 6/2020 đón 5 đoàn",
       "2021-05-01..2021-05-31; 2020-06-01..2020-06-30"},
      {"Trong tháng 5 và tháng 6/2020, tỉnh đón 3 đoàn",
       "2020-05-01..2020-05-31; 2020-06-01..2020-06-30"},
      {"Năm 2020, tỉnh đón 3 đoàn, tập trung vào tháng 3",
       "2020-01-01..2020-12-31; 2020-03-01..2020-03-31"},
      // what is planned or measured against lends no year
      {"trước ngày 30/11 gửi kế hoạch năm 2022", "2021-11-30; 2022-01-01..2022-12-31"},
      {"Tháng 5 tăng 3% so với tháng 5/2020", "2021-05-01..2021-05-31; 2020-05-01..2020-05-31"},
  };
  for (const Row& row : rows) EXPECT_EQ(Periods(row.text), row.want) << row.text;
  EXPECT_EQ(Periods("ngày 20/12", {2021, 1, 5}), "2020-12-20");
  EXPECT_EQ(Periods("trước ngày 20/12", {2021, 1, 5}), "2021-12-20");
  EXPECT_EQ(Periods("ngày 05/01", {2021, 12, 20}), "2022-01-05");
  EXPECT_EQ(Periods("ngày 05/01", {}), "");
  EXPECT_EQ(Periods("tháng 3", {2019, {}, {}}), "2019-03-01..2019-03-31");
}

TEST(Periods, TakeTheirOwnWordsOnly) {
  EXPECT_EQ(Words("Trong 06 tháng đầu năm 2021, từ ngày 10/4 đến ngày 12/4/2018 tại Huế"),
            "06 tháng đầu năm 2021 | ngày 10/4 đến ngày 12/4/2018");
  EXPECT_EQ(Words("so với năm 2012; giai đoạn 2021 - 2025, vào tháng 7 hoặc tháng 8/2019"),
            "năm 2012 | giai đoạn 2021 - 2025 | tháng 7 hoặc tháng 8/2019");
}

TEST(Periods, AreNotNumbersCodesTimesAndNames) {
  for (const char* text : {"ngày 31/6/2021",
                           "ngày 32/1/2021",
                           "tháng 13/2021",
                           "ngày 29/02/2021",
                           "tháng 0/2020",
                           "số 12/5/2021/QĐ-UBND",
                           "Nghị quyết 2030",
                           "ISO 9001:2015",
                           "Chương trình 135",
                           "bản đồ 1/500",
                           "kiểm tra 60/60 cột mốc",
                           "từ 1/3 đến 1/2 số hộ",
                           "từ 7h30 - 9h00",
                           "17 đoàn/35 lượt",
                           "giá 12.500 đồng/tháng",
                           "mỗi tháng 2 lần",
                           "800.000 kíp/người/tháng",
                           "trước 1/2 số hộ",
                           "trước 2/12 tháng",
                           "Việt Nam 2014",
                           "trong 06 tháng kể từ ngày ký",
                           "12 tháng 10 ngày",
                           "cùng kỳ năm trước",
                           "so với đầu năm",
                           "đến nay",
                           "hằng năm, hằng tháng",
                           "thứ Năm",
                           "khóa 2021 - 2026",
                           "nhiệm kỳ 2020 - 2025",
                           "năm học 2020-2021",
                           "rằm tháng 7",
                           "ngày 10 tháng 3 âm lịch",
                           "quý cơ quan, quý vị",
                           "5 ngày/3 đêm",
                           "Covid-19",
                           "công nghệ 4.0",
                           "Điều 12.5.20",
                           "điện thoại 0255.3822.666",
                           "ngày 20 hằng tháng",
                           "ngày 15 tháng 7 hằng năm",
                           "tháng 7 hàng năm",
                           "ngày 31/12 hằng năm",
                           "trước ngày 25 của tháng sau",
                           "xe 76A-123.45",
                           "lô B12/3/2014",
                           "kết luận tại ngày làm việc thứ 2",
                           "năm 20211",
                           "từ 30-40%",
                           "tháng tới",
                           ""}) {
    EXPECT_EQ(Periods(text), "") << text;
  }
}

TEST(Periods, AreFoundInLinearTime) {
  std::string dates, text;
  for (int i = 0; i < 100000; ++i) dates += "ngày 5/3, ";
  for (int i = 0; i < 500000; ++i) text += "tháng ngày năm 12 ";
  const auto before = std::chrono::steady_clock::now();
  EXPECT_EQ(FindPeriods(dates, {2021, 8, 26}).size(), 100000u);
  EXPECT_EQ(FindPeriods(text, {2021, 8, 26}).size(), 0u);
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(20));
}

}  // namespace
}  // namespace vanthu::test
