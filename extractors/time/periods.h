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

struct PeriodSpan {
  size_t begin = 0, end = 0;              // bytes of the text
  std::optional<CalendarDate> start, last;  // inclusive
};

// In reading order, not overlapping. Alternatives (tháng 4 hoặc tháng 5) are one span over both.
std::vector<PeriodSpan> FindPeriods(std::string_view text, const IssuedOn& issued);

}  // namespace vanthu::extractors
