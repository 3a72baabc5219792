#include "extractors/time/period_grammar.h"

#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <string>

#include "extractors/time/period_parts.h"
#include "extractors/time/period_reader.h"
#include "models/core/date.h"

namespace vanthu::extractors {
namespace {

struct Item {
  PeriodEnd value;
  size_t begin = 0, end = 0;
  Link link = Link::kList;
  bool number_only = true;  // of a day: its month stands with a later one
};

int FullYear(int year) {
  if (year >= 100) return year;
  return year < 50 ? year + 2000 : year + 1900;
}

// ---- Days ----

// 05/3/2021, 30-4-2018, 21 / 6/ 1994; 5 tháng 3 năm 2021; 5 tháng 3; 5/3; 5.
std::optional<PeriodEnd> EatDay(PeriodReader& reader) {
  static const RE2 full(R"(^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*([/.-])\s*(\d{4}|\d{2}))");
  static const RE2 worded(R"((?i)^(\d{1,2})\s*th[áaảâăà]ng\s*(\d{1,2}))");
  static const RE2 slashed(R"(^(\d{1,2})\s*/\s*(\d{1,2}))");
  static const RE2 bare(R"(^(\d{1,2}))");
  static const RE2 year_after(R"((?i)^(?:\s*,?\s*n[ăaãâắ]m\s*|\s*[/-]\s*)((?:19|20)\d{2}))");
  const size_t from = reader.at();
  PeriodEnd day;
  std::string left, right;
  if (reader.Eat(full, &day.day, &left, &day.month, &right, &day.year)) {
    // 1.12.20 is a number of a chapter.
    if (left == right && !(left == "." && day.year < 100) && NumberEnds(reader)) {
      day.year = FullYear(day.year);
      day.last_month = day.month;
      return day;
    }
    reader.MoveTo(from);
    day = {};
  }
  if (reader.Eat(worded, &day.day, &day.month) || reader.Eat(slashed, &day.day, &day.month)) {
    const size_t printed = reader.at();
    if (!reader.Eat(year_after, &day.year)) day.year = 0;
    if (!NumberEnds(reader)) {
      // "ngày 5/3 - 2021" was no year.
      reader.MoveTo(printed);
      day.year = 0;
    }
    day.last_month = day.month;
    if (NumberEnds(reader)) return day;
    reader.MoveTo(from);
    return std::nullopt;
  }
  if (reader.Eat(bare, &day.day)) {
    static const RE2 other(R"((?i)^\s*(?:giờ|h\d|h\s|phút))");
    if (NumberEnds(reader) && !reader.At(other)) return day;
  }
  reader.MoveTo(from);
  return std::nullopt;
}

// "3, 4/5/2020": month and year are printed once, with the last.
void FillBackwards(std::vector<Item>& items) {
  for (size_t i = items.size(); i-- > 1;) {
    PeriodEnd& value = items[i - 1].value;
    const PeriodEnd& next = items[i].value;
    if (value.month == 0) {
      value.month = next.month;
      value.last_month = next.last_month;
    }
    if (value.year != 0) continue;
    value.year = next.year;
    // from 28/12 to 05/01/2022
    const bool later =
        value.month > next.month || (value.month == next.month && value.day > next.day);
    if (later && next.year != 0 && items[i].link == Link::kSpan) --value.year;
  }
}

bool Follows(const PeriodEnd& before, const PeriodEnd& value) {
  if (before.year != value.year) {
    return before.year != 0 && value.year == before.year + 1 && before.last_month == 12 &&
           value.month == 1 && before.day == 0;
  }
  if (before.day != 0) return before.month == value.month && value.day == before.day + 1;
  return value.month == before.last_month + 1;
}

// Items joined to periods: the ends of a span, and a list without a gap (Quý II, III, IV).
std::vector<PrintedPeriod> Join(const std::vector<Item>& items) {
  std::vector<PrintedPeriod> periods;
  bool number_only = false;  // the item above
  for (const Item& item : items) {
    const bool joins =
        !periods.empty() &&
        (item.link == Link::kSpan || (number_only && Follows(periods.back().last, item.value)));
    number_only = item.number_only;
    if (joins) {
      periods.back().last = item.value;
      periods.back().end = item.end;
    } else {
      periods.push_back({item.begin, item.end, item.value, item.value});
    }
    if (!IsPossible(item.value)) periods.back().possible = false;
  }
  return periods;
}

// Whether the words before byte `at` end as the pattern says.
bool StandsBehind(std::string_view text, size_t at, const RE2& words) {
  constexpr size_t kReach = 32;
  const size_t from = at > kReach ? at - kReach : 0;
  return RE2::PartialMatch(re2::StringPiece(text.data() + from, at - from), words);
}

// "trước 30/6": with these words, and no fraction.
bool IsHalfDue(std::string_view text, size_t at, const PeriodEnd& first) {
  static const RE2 before(R"((?i)(?:^|[\s(])(?:trước|hết)\s+$)");
  return first.month != 0 && first.day > first.month && StandsBehind(text, at, before);
}

// "hôm 03/8", "muộn nhất 31/8", "sáng 20/6": no fraction stands behind these words.
bool IsSaidDay(std::string_view text, size_t at, const PeriodEnd& last) {
  static const RE2 before(
      R"((?i)(?:^|[\s(,])(?:hôm|sáng|chiều|tối|(?:chậm|muộn)\s+nhất(?:\s+(?:là|vào))?|không\s+(?:chậm|muộn|trễ)\s+hơn)\s+$)");
  return last.month != 0 && StandsBehind(text, at, before);
}

// "từ 28/8 đến 01/9", "từ 05 đến 09 tháng 11".
bool IsSpanOfDays(std::string_view text, size_t at, const std::vector<Item>& items) {
  static const RE2 before(R"((?i)(?:^|[\s(,])từ\s+$)");
  if (items.size() != 2 || items[1].link != Link::kSpan || items[1].value.month == 0 ||
      !StandsBehind(text, at, before)) {
    return false;
  }
  const PeriodEnd &first = items[0].value, &last = items[1].value;
  const std::string_view printed = text.substr(items[1].begin, items[1].end - items[1].begin);
  if (first.month == 0) return printed.find("th") != std::string_view::npos && first.day < last.day;
  return first.day > first.month || last.day > last.month;
}

// Days after "ngày" (worded), or standing alone. `begin` is where the first one's words begin.
PeriodRun Days(std::string_view text, size_t begin, size_t at, bool worded) {
  PeriodReader reader(text, at);
  std::vector<Item> items;
  // chậm nhất 20-6
  static const RE2 dashed(R"(^(\d{1,2})\s?-\s?(\d{1,2}))");
  PeriodEnd half;
  if (!worded && reader.Eat(dashed, &half.day, &half.month)) {
    if (NumberEnds(reader) && IsSaidDay(text, at, half)) {
      half.last_month = half.month;
      return {Join({{half, begin, reader.at(), Link::kList, false}}), reader.at()};
    }
    reader.MoveTo(at);
  }
  Link link = Link::kList;
  for (;;) {
    const size_t from = reader.at();
    const std::optional<PeriodEnd> day = EatDay(reader);
    if (!day) break;
    items.push_back({*day, items.empty() ? begin : from, reader.at(), link, day->month == 0});
    const std::optional<Link> next = EatLink(reader);
    if (!next) break;
    link = *next;
  }
  // "ngày 5/3/2021, 12 đoàn": a number at the end is no day.
  while (items.size() > 1 && items.back().value.month == 0) items.pop_back();
  if (items.empty()) return {};
  // Days of the moon's calendar, and days that come again: 15 tháng 7 hằng năm.
  static const RE2 other(
      R"((?i)^\s*\(?(?:(?:năm\s+\pL+\s+\pL+\s+)?âm\s+lịch|(?:của\s+)?(?:hằng|hàng|mỗi)\s+(?:năm|tháng|quý)))");
  reader.MoveTo(items.back().end);
  if (reader.At(other)) return {{}, reader.at()};
  if (!worded) {
    const PeriodEnd& first = items.front().value;
    if (first.year == 0 && (IsHalfDue(text, at, first) || IsSaidDay(text, at, items.back().value) ||
                            IsSpanOfDays(text, at, items))) {
      // trước 30/6
    } else if (first.year == 0) {
      // 15 - 16/9/2016, 01/4-31/3/2022; not 12/5, and not "điểm 3, 15/8/2021".
      if (items.size() < 2 || items[1].value.year == 0) return {};
      if (items[1].link == Link::kList && first.month == 0) return {};
    }
  }
  FillBackwards(items);
  const size_t end = items.back().end;
  return {Join(items), end};
}

// ---- Months and quarters ----

// The year after a month or a quarter: /2014, năm 2014, - 2014.
int EatYearAfter(PeriodReader& reader) {
  static const RE2 pattern(
      R"((?i)^(?:\s*[/.]\s*(?:năm\s*)?|\s*[-–]\s*|\s*,?\s*(?:của\s+)?n[ăaãâắ]m\s*|\s+)((?:19|20)\d{2}))");
  // A note's mark that lost its place above the line: Quý III/20141.
  static const RE2 noted(R"(^\s*/\s*((?:19|20)\d{2})\d(?:[\s.,;:)]|$))");
  const size_t from = reader.at();
  int year = 0;
  if (reader.Eat(pattern, &year) && NumberEnds(reader)) return year;
  reader.MoveTo(from);
  if (!reader.Eat(noted, &year)) return 0;
  static const RE2 slash(R"(^\s*/\s*\d{4})");
  reader.MoveTo(from);
  reader.Eat(slash);
  return year;
}

std::optional<PeriodEnd> EatMonth(PeriodReader& reader) {
  static const RE2 number(R"(^(\d{1,2}))");
  const size_t from = reader.at();
  PeriodEnd month;
  if (reader.Eat(number, &month.month)) {
    month.last_month = month.month;
    month.year = EatYearAfter(reader);
    if (month.month != 0 && (month.year != 0 || NumberEnds(reader))) return month;
  }
  reader.MoveTo(from);
  return std::nullopt;
}

std::optional<PeriodEnd> EatQuarter(PeriodReader& reader) {
  static const RE2 number(R"(^(IV|III|II|I|[1-4]))");
  static const RE2 letter(R"(^\pL)");
  const size_t from = reader.at();
  std::string printed;
  if (reader.Eat(number, &printed) && !reader.At(letter)) {
    const int quarter = printed == "IV"     ? 4
                        : printed[0] == 'I' ? static_cast<int>(printed.size())
                                            : printed[0] - '0';
    PeriodEnd months{0, 3 * quarter - 2, 3 * quarter, 0};
    months.year = EatYearAfter(reader);
    if (months.year != 0 || NumberEnds(reader)) return months;
  }
  reader.MoveTo(from);
  return std::nullopt;
}

// Months or quarters after their word. A list ends with the last number that has a year ("tháng 3, 5 đoàn"
// is one month); Roman numbers need none.
template <typename EatItem>
PeriodRun Months(std::string_view text, size_t begin, size_t at, EatItem eat, bool sure) {
  PeriodReader reader(text, at);
  std::vector<Item> items;
  Link link = Link::kList;
  for (;;) {
    const size_t from = reader.at();
    const std::optional<PeriodEnd> item = eat(reader);
    if (!item) break;
    items.push_back({*item, items.empty() ? begin : from, reader.at(), link});
    const std::optional<Link> next = EatLink(reader);
    if (!next) break;
    link = *next;
  }
  if (!sure) {
    while (items.size() > 1 && items.back().value.year == 0) items.pop_back();
  }
  if (items.empty()) return {};
  FillBackwards(items);
  const size_t end = items.back().end;
  return {Join(items), end};
}

// "mỗi tháng 2 lần", "đồng/tháng", "3 tháng 10 ngày", "rằm tháng 7" are no months of the calendar.
bool IsCounted(std::string_view text, size_t word, size_t end) {
  const size_t from = word > 16 ? word - 16 : 0;
  const std::string_view before = text.substr(from, word - from);
  static const RE2 counter(R"((?i)(?:/|\d|mỗi|một|hằng|hàng|rằm|mùng\s*\d{1,2}|vài)\s*$)");
  if (RE2::PartialMatch(re2::StringPiece(before.data(), before.size()), counter)) return true;
  const std::string_view after = text.substr(end, kPartReach);
  static const RE2 unit(
      R"((?i)^\s*(?:lần|buổi|triệu|nghìn|ngàn|đồng|kỳ|tỷ|tỉ|lượt|âm lịch|\(âm lịch|(?:của\s+)?(?:hằng|hàng|mỗi)\s+năm))");
  return RE2::PartialMatch(re2::StringPiece(after.data(), after.size()), unit);
}

// ---- Years ----

std::optional<PeriodEnd> EatYear(PeriodReader& reader) {
  static const RE2 number(R"(^((?:19|20)\d{2}))");
  const size_t from = reader.at();
  PeriodEnd year{0, 1, 12, 0};
  if (reader.Eat(number, &year.year) && NumberEnds(reader)) return year;
  reader.MoveTo(from);
  return std::nullopt;
}

// năm 2014, năm 2016 - 2020, các năm 2019, 2020, năm (2016-2020).
PeriodRun Years(std::string_view text, size_t begin, size_t at) {
  PeriodRun run = Months(text, begin, at, EatYear, true);
  for (PrintedPeriod& period : run.periods) {
    period.whole_year = true;
    if (period.first.year > period.last.year) period.possible = false;
  }
  return run;
}

}  // namespace

PeriodRun PeriodsAt(std::string_view text, size_t at) {
  if (text[at] >= '0' && text[at] <= '9') {
    PeriodRun run = PartOfYear(text, at);
    if (run.periods.empty()) run = Days(text, at, at, false);
    return run;
  }
  static const RE2 day(R"((?i)^ng[àaáảâ]y\s*:?\s*)");
  static const RE2 month(R"((?i)^th[áaảâăà]ng\s*)");
  static const RE2 quarter(R"((?i)^qu[ýíỷỳ]\s*)");
  static const RE2 year(R"((?i)^n[ăãâắ]m\s*(?:(?:ngân sách|kế hoạch|kinh phí)\s*)?\(?\s*)");
  static const RE2 part_words(R"((?i)^(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+tháng)");
  PeriodReader reader(text, at);
  switch (text[at] | 0x20) {
    case 'n':
      if (reader.Eat(day)) return Days(text, at, reader.at(), true);
      if (reader.At(part_words)) return PartOfYear(text, at);
      if (reader.Eat(year)) return Years(text, at, reader.at());
      return HalfYear(text, at);
    case 't': {
      if (!reader.Eat(month)) {
        if (reader.At(part_words)) return PartOfYear(text, at);
        return Plan(text, at);
      }
      PeriodRun run = Months(text, at, reader.at(), EatMonth, false);
      if (!run.periods.empty() && IsCounted(text, at, run.end)) return {{}, run.end};
      return run;
    }
    case 'q':
      if (!reader.Eat(quarter)) return {};
      return Months(text, at, reader.at(), EatQuarter, true);
    case 'g': return Plan(text, at);
    case 'h':
    case 'b':
    case 's':
    case 'c':
    case 'm':
      if (reader.At(part_words)) return PartOfYear(text, at);
      return {};
    default: return {};
  }
}

}  // namespace vanthu::extractors
