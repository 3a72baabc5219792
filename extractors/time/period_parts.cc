#include "extractors/time/period_parts.h"

#include <re2/re2.h>

#include <string>

#include "extractors/time/period_reader.h"
#include "models/text/fold.h"

namespace vanthu::extractors {
namespace {

int NumberWord(const std::string& printed) {
  if (printed[0] >= '0' && printed[0] <= '9') return std::stoi(printed);
  static const char* const words[] = {"một", "hai", "ba",  "bốn",  "năm",
                                      "sáu", "bảy", "tám", "chín", "mười"};
  const std::string word = Lower(printed);
  for (int i = 0; i < 10; ++i) {
    if (word == words[i]) return i + 1;
  }
  return 0;
}

PeriodRun One(size_t begin, size_t end, const PeriodEnd& first, const PeriodEnd& last) {
  PrintedPeriod period{begin, end, first, last};
  period.possible = IsPossible(first) && IsPossible(last);
  return {{period}, end};
}

}  // namespace

PeriodRun PartOfYear(std::string_view text, size_t at) {
  static const RE2 part(
      R"((?i)^(\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s*tháng\s*(đầu|cuối)(?:\s*(?:của\s*)?năm(?:\s*((?:19|20)\d{2})|(\s+nay))?|(\s+và\s+\d{1,2}\s+tháng\s+cuối\s+năm)))");
  static const RE2 plain(R"((?i)^(\d{1,2})\s*tháng\s*(?:(?:của\s*)?năm\s*|/\s*)?((?:19|20)\d{2}))");
  PeriodReader reader(text, at);
  std::string number, end, nay, more;
  std::string year;
  if (reader.Eat(part, &number, &end, &year, &nay, &more)) {
    const int months = NumberWord(number);
    if (!NumberEnds(reader) || months < 1 || months > 12) return {};
    size_t stop = reader.at();
    // "06 tháng đầu và 06 tháng cuối năm 2021"
    if (!more.empty()) stop -= more.size();
    PeriodEnd value;
    value.year = year.empty() ? 0 : std::stoi(year);
    value.month = Lower(end) == "đầu" ? 1 : 13 - months;
    value.last_month = value.month + months - 1;
    return One(at, stop, value, value);
  }
  int months = 0, of_year = 0;
  if (reader.Eat(plain, &months, &of_year) && NumberEnds(reader) && months >= 1 && months <= 12) {
    const PeriodEnd value{of_year, 1, months, 0};
    return One(at, reader.at(), value, value);
  }
  // "Tính chung trong 8 tháng," of a report is the year so far; "trong 8 tháng kể từ ngày" a duration.
  static const RE2 alone(R"((?i)^(\d{1,2})\s*tháng)");
  static const RE2 comma(R"(^\s*,)");
  static const RE2 opens(R"((?i)(?:trong|tính chung|lũy kế|qua)\s+$)");
  constexpr size_t kOpensReach = 24;
  const size_t from = at > kOpensReach ? at - kOpensReach : 0;
  if (reader.Eat(alone, &months) && reader.At(comma) && months >= 2 && months <= 12 &&
      RE2::PartialMatch(re2::StringPiece(text.data() + from, at - from), opens)) {
    const PeriodEnd value{0, 1, months, 0};
    PeriodRun run = One(at, reader.at(), value, value);
    run.periods.front().so_far = true;
    return run;
  }
  return {};
}

PeriodRun HalfYear(std::string_view text, size_t at) {
  static const RE2 pattern(R"((?i)^nửa\s+(đầu|cuối)\s+năm(?:\s*((?:19|20)\d{2}))?)");
  PeriodReader reader(text, at);
  std::string end, year;
  if (!reader.Eat(pattern, &end, &year) || !NumberEnds(reader)) return {};
  PeriodEnd value{year.empty() ? 0 : std::stoi(year), 1, 6, 0};
  if (Lower(end) == "cuối") value.month = 7, value.last_month = 12;
  return One(at, reader.at(), value, value);
}

PeriodRun Plan(std::string_view text, size_t at) {
  static const RE2 head(
      R"((?i)^(?:giai\s*[đd]o[ạaâ]n|thời\s*kỳ)\s*(?:(?:[IVX]+|\d{1,2}\s*năm|\d)\s+)?:?\s*\(?\s*(?:từ\s*)?(?:năm\s*)?)");
  static const RE2 years(
      R"((?i)^((?:19|20)\d{2})\s*(?:[-–—]|đến|tới)\s*(?:hết\s*)?(?:năm\s*)?((?:19|20)\d{2}))");
  PeriodReader reader(text, at);
  PeriodRun run;
  if (!reader.Eat(head)) return run;
  size_t begin = at;
  int first = 0, last = 0;
  while (reader.Eat(years, &first, &last) && NumberEnds(reader)) {
    PrintedPeriod period{begin, reader.at(), {first, 1, 12, 0}, {last, 1, 12, 0}};
    period.possible = first <= last;
    run.periods.push_back(period);
    run.end = reader.at();
    if (!EatLink(reader)) break;
    begin = reader.at();
  }
  return run;
}

}  // namespace vanthu::extractors
