// The rows of the full-text index by their numbers: letters of a newer month stand before those of an older one,
// letters without a date last; within a month who came last stands first. So the index itself lists the newest
// letters that fit first and can be left once there are enough, and a time is a range of rows, from which words
// are looked up at once.
//
// The table index_rows keeps which letter has which row, and its date, so that neither needs the letter.
#pragma once

#include <cstdint>
#include <optional>

#include "models/core/result.h"
#include "pipeline/archive/query.h"
#include "pipeline/archive/sqlite.h"

namespace vanthu::archive {

// Inclusive.
struct RowRange {
  int64_t first = 0, last = 0;
};

// The rows of all letters whose dates lie in the range, of others of the same months as well, and of no letter
// without a date. A range that begins at 0 and ends at 99999999 is no range: all rows.
RowRange RowsOf(const DateRange& dates);

// Whether RowsOf says it all: the range begins and ends with a month.
bool IsOfWholeMonths(const DateRange& dates);

// Rows of one month have one number; one for all letters without a date.
int64_t MonthOfRow(int64_t row);

// Takes a row for the letter. `date_key` as in `letters`. Errors: those of the database; kUnsupported where the
// month is full.
Result<int64_t> TakeRow(Database& db, int64_t letter, std::optional<int64_t> date_key);

// None where the letter is not in the index.
Result<std::optional<int64_t>> RowOfLetter(Database& db, int64_t letter);

Status FreeRow(Database& db, int64_t row);

}  // namespace vanthu::archive
