#include "extractors/quantity/numbers.h"

#include <re2/re2.h>

#include <charconv>

#include "extractors/quantity/decimal.h"
#include "models/text/fold.h"
#include "models/text/normalize.h"
#include "models/text/utf8.h"

namespace vanthu::extractors {
namespace {

std::optional<double> NumberOf(std::string_view printed) {
  const auto decimal = DecimalOf(printed, Thousands::kCommaToo);
  if (!decimal) return std::nullopt;
  double number = 0;
  const auto [end, error] =
      std::from_chars(decimal->data(), decimal->data() + decimal->size(), number);
  if (error != std::errc()) return std::nullopt;
  return number;
}

bool HasWord(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeAt(text, at);
    if (IsWordChar(point.value) || point.value == U'½') return true;
    at += point.length;
  }
  return false;
}

}  // namespace

std::optional<Range> RangeOf(std::string_view cell) {
  Range range;
  range.raw = CleanLine(cell);
  if (!HasWord(range.raw)) return std::nullopt;
  const std::string folded = Fold(Normalize(range.raw).text);
  // "Khoảng 10 - 12 người/đoàn", "từ 5 đến 7 ngày", "15". A number that a word or a date goes on
  // with is none: "P12", "Tháng 4/2019".
  static const RE2 numbers(
      R"(^(?:[^\d½¼¾]*[^\d½¼¾a-z/.,-])?((?:\d[\d.,]*)?[½¼¾]|\d(?:[\d.,]*\d)?)(?:\s*(?:nguoi|ngay)?\s*(?:-|den|toi|hoac)\s*(\d(?:[\d.,]*\d)?))?(.*)$)");
  static const RE2 period(R"(^[^\d]*(?:thang|quy|nam|ngay|tuan)\s*(?:thu\s*)?\d)");
  static const RE2 day(R"(^\s*/\s*\d)");
  static const RE2 hedge(
      R"(^[^\d½¼¾]*(?:khoang|uoc|du kien|xap xi|gan|tren|hon|duoi|it nhat|nhieu nhat|toi thieu|toi da|khong qua|tam|chung|~)[^\d½¼¾]*[\d½¼¾])");
  std::string first, last, rest;
  if (!RE2::FullMatch(folded, numbers, &first, &last, &rest)) return range;
  if (RE2::PartialMatch(folded, period) || RE2::PartialMatch(rest, day)) return range;
  range.min = NumberOf(first);
  range.max = last.empty() ? range.min : NumberOf(last);
  if (!range.min || !range.max || *range.max < *range.min) {
    range.max = range.min;
  }
  range.approx = range.min && RE2::PartialMatch(folded, hedge);
  return range;
}

}  // namespace vanthu::extractors
