// The day that a clerk wrote into a receiving stamp: 16/5/2023, 04/4/18. A letter arrives on the day of its
// issue or soon after: only such days are held against the ink.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/core/date.h"
#include "pipeline/image/strokes.h"
#include "pipeline/reading/digit_net.h"
#include "pipeline/reading/engine.h"

namespace vanthu::reading {

struct WrittenDate {
  CalendarDate date;
  std::string text;  // as written: 04/4/18
  double score = 0;  // 0..1, chance among the days that it may be
  double fit = 0;    // 0..1, how well ink and signs agree, for each sign
};

// The likeliest day from `issued` on; none where the ink fits none. `patch`: the field without its label;
// print that lies over its ends does little harm.
std::optional<WrittenDate> ReadWrittenDate(const image::InkPatch& patch, const DigitNet& net,
                                           const CalendarDate& issued);

// The day of issue among the words of a page, "…, ngày 14 tháng 3 năm 2014"; the first of the month where
// the day cannot be told.
std::optional<CalendarDate> FindIssueDate(const std::vector<ReadWord>& words);

}  // namespace vanthu::reading
