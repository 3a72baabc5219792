#include "extractors/time/period_reader.h"

#include "models/core/date.h"

namespace vanthu::extractors {
namespace {

constexpr int kFirstYear = 1900, kLastYear = 2100;

bool IsYear(int year) { return year >= kFirstYear && year <= kLastYear; }

}  // namespace

std::optional<Link> EatLink(PeriodReader& reader) {
  static const RE2 span(R"((?i)^\s*(?:[-–—]|đến(?:\s*hết)?|tới|hoặc|hay)\s*)");
  static const RE2 list(R"((?i)^\s*(?:,\s*(?:và\s+)?|;\s*|và\s+|&\s*))");
  if (reader.Eat(span)) return Link::kSpan;
  if (reader.Eat(list)) return Link::kList;
  return std::nullopt;
}

bool NumberEnds(const PeriodReader& reader) {
  static const RE2 goes_on(R"(^(?:\d|[.,/]\d|/\s?\pL|\s*%|-\p{Lu}{2}))");
  return !reader.At(goes_on);
}

bool IsPossible(const PeriodEnd& end) {
  if (end.month != 0 && (end.month > 12 || end.last_month > 12)) return false;
  if (end.year != 0 && !IsYear(end.year)) return false;
  if (end.day == 0) return true;
  // 29/2 of a year that is not known may be one.
  if (end.month == 0) return end.day <= 31;
  return IsCalendarDate(end.year != 0 ? end.year : 2000, end.month, end.day);
}

}  // namespace vanthu::extractors
