// Words that set a deadline: "trước ngày 25/5/2023", "chậm nhất là 17 giờ ngày 20/6", "trong tháng 7/2024", "trước ngày 20
// hằng tháng".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "extractors/time/periods.h"

namespace vanthu::extractors {

// kUntil: đến hết ngày, which ends a time in which things are handed in, or a state that lasts.
enum class DueKind { kBefore, kUntil, kWithin, kRecurring };

struct Due {
  size_t begin = 0, end = 0;            // from "trước" to the date's end
  size_t date_begin = 0, date_end = 0;  // the date alone
  DueKind kind = DueKind::kBefore;
  std::optional<int> year, month, day;
  YearFrom year_from = YearFrom::kPrinted;
};

// In reading order. `spans` are the text's periods (FindPeriods).
std::vector<Due> FindDues(std::string_view text, const std::vector<PeriodSpan>& spans);

}  // namespace vanthu::extractors
