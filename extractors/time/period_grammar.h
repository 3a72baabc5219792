// Grammar of one printed period: "ngày 12-15/8/2021", "tháng 7, 8/2019", "Quý II, III/2014",
// "06 tháng đầu năm 2021", "giai đoạn 2021 - 2025". Internal to FindPeriods, which joins what "đến" and
// "hoặc" join and finds the years that are not printed.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace vanthu::extractors {

// One end of a period. What is not printed is 0: the year, the month of a day ("ngày 10 đến ngày 19/5").
struct PeriodEnd {
  int year = 0;
  int month = 0, last_month = 0;  // first and last month; the same for a month and a day
  int day = 0;                    // 0: the whole months
};

struct PrintedPeriod {
  size_t begin = 0, end = 0;  // bytes of the text
  PeriodEnd first, last;
  bool whole_year = false;  // "năm 2014", which lends its year only where it opens a sentence
  bool so_far = false;      // "trong 8 tháng,", which a report of the eighth month says
  bool possible = true;     // false for 31/6 and month 13: no value, but its bytes are taken
};

struct PeriodRun {
  std::vector<PrintedPeriod> periods;  // none: nothing begins here
  size_t end = 0;                      // go on reading here
};

// The periods that begin at byte `at`, a digit or the first letter of a word.
PeriodRun PeriodsAt(std::string_view text, size_t at);

}  // namespace vanthu::extractors
