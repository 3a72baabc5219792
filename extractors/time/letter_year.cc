#include "extractors/time/letter_year.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "models/text/normalize.h"

namespace vanthu::extractors {
namespace {

// A heading may speak of the year before or after the letter's; a plan of ten years says nothing of a date.
constexpr int kNearYears = 1;

// The one year that all periods of a text are in, 0 for none.
int OnlyYear(std::string_view text) {
  int year = 0;
  for (const PeriodSpan& span : FindPeriods(Normalize(text).text, {})) {
    if (span.start->year != span.last->year || (year != 0 && year != span.start->year)) return 0;
    year = span.start->year;
  }
  return year;
}

}  // namespace

LetterYears::LetterYears(const Letter& letter, const Record& record) {
  if (record.issue_date) {
    issued_ = {record.issue_date->year, record.issue_date->month, record.issue_date->day};
  }
  if (!issued_.year && record.subject) {
    const int year = OnlyYear(record.subject->value);
    if (year != 0) issued_.year = year;
  }
  // The heading over each level, as sections follow one another.
  std::vector<int> above;
  for (const Section& section : letter.sections) {
    const size_t level = static_cast<size_t>(std::max(section.level, 1));
    above.resize(level, 0);
    int year = OnlyYear(section.heading);
    if (issued_.year && std::abs(year - *issued_.year) > kNearYears) year = 0;
    if (year == 0 && level > 1) year = above[level - 2];
    above[level - 1] = year;
    by_section_.push_back(year);
  }
}

IssuedOn LetterYears::For(const Passage& passage) const {
  if (passage.section < 0 || static_cast<size_t>(passage.section) >= by_section_.size()) {
    return issued_;
  }
  const int year = by_section_[static_cast<size_t>(passage.section)];
  if (year == 0 || (issued_.year && *issued_.year == year)) return issued_;
  return {year, {}, {}};
}

}  // namespace vanthu::extractors
