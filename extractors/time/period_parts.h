// Parts of a year and plans of several: "06 tháng đầu năm 2021", "nửa đầu năm", "giai đoạn 2021 - 2025". Internal to
// period_grammar.
#pragma once

#include <cstddef>
#include <string_view>

#include "extractors/time/period_grammar.h"

namespace vanthu::extractors {

// 06 tháng đầu năm 2021, 6 tháng cuối năm, 10 tháng 2013, 11 tháng năm 2021, trong 8 tháng.
PeriodRun PartOfYear(std::string_view text, size_t at);

// nửa đầu năm 2021
PeriodRun HalfYear(std::string_view text, size_t at);

// giai đoạn 2016 - 2020, giai đoạn II (2021-2025), giai đoạn 2016 - 2020 và 2021 - 2025
PeriodRun Plan(std::string_view text, size_t at);

}  // namespace vanthu::extractors
