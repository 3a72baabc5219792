// Days, months, quarters, half-years, years and plans' periods in running text or a cell of a table.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "models/core/date.h"

namespace vanthu::extractors {

// When the letter was issued: what "năm nay" and a date without its year go by.
struct IssuedOn {
  std::optional<int> year, month, day;
};

// Where the year of a period was read.
enum class YearFrom { kPrinted, kSentence, kIssue };

struct PeriodSpan {
  size_t begin = 0, end = 0;                // bytes of the text
  std::optional<CalendarDate> start, last;  // inclusive
  YearFrom year_from = YearFrom::kPrinted;
};

// In reading order, not overlapping. Alternatives (tháng 4 hoặc tháng 5) are one span over both.
// Only periods with a value are given: no day of the month alone, no 31/6, nothing without a year that
// neither the sentence nor the letter's issue says.
std::vector<PeriodSpan> FindPeriods(std::string_view text, const IssuedOn& issued);

}  // namespace vanthu::extractors
