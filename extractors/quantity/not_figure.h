// Numbers that are no figures: parts of dates and times, periods (06 tháng đầu năm), numbers of documents and
// of things (Điều 3, tầng 5, Covid-19).
#pragma once

#include <cstddef>

#include "extractors/quantity/amount.h"
#include "extractors/quantity/counted_unit.h"
#include "extractors/quantity/tokens.h"

namespace vanthu::extractors {

// Whether the number token is glued into a name or a date: VTV8, 15/5/2019, Covid-19, (01/4. `pair` is the
// slash token that ends a quantity before it (17 đoàn/35 lượt khách), else 0.
bool IsPartOfName(const Tokens& tokens, size_t number, size_t pair);

// Whether "năm 2018", "Điều 3", "số 41" stand here, a name whatever noun follows.
bool IsNamed(const Tokens& tokens, size_t number);

// Whether the time [number, unit.last) is a moment or a reported period and no duration.
bool IsMomentOrPeriod(const Tokens& tokens, size_t number, const CountedUnit& unit);

// Whether a number reads as a year: 1900 to 2100 without marks.
bool IsYear(std::string_view printed);

}  // namespace vanthu::extractors
