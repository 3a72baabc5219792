#include "extractors/time/periods.h"

#include <re2/re2.h>

#include <algorithm>

#include "extractors/time/period_grammar.h"

namespace vanthu::extractors {
namespace {

// "đến 16 giờ 00 phút ngày" is the longest that joins two periods.
constexpr size_t kLinkReach = 48;

// Words before a period that say what it is to the sentence.
constexpr size_t kBeforeReach = 24;

// So far before a date "Hằng năm," may stand.
constexpr size_t kAgainReach = 120;

// A year in the sentence can be lent to dates round it when it is this near to the year of issue.
constexpr int kNearYears = 1;

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Whether the character that ends before byte `at` is a letter: “ and – are none.
bool LetterBefore(std::string_view text, size_t at) {
  if (at == 0) return false;
  const char c = text[at - 1];
  if (IsAsciiLetter(c)) return true;
  if (static_cast<unsigned char>(c) < 0x80) return false;
  return !(at >= 3 && text[at - 3] == '\xE2' && text[at - 2] == '\x80');
}

std::string_view Before(std::string_view text, size_t at, size_t reach) {
  size_t from = at > reach ? at - reach : 0;
  while (from < at && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  return text.substr(from, at - from);
}

// All printed periods in reading order, not overlapping.
std::vector<PrintedPeriod> Printed(std::string_view text) {
  std::vector<PrintedPeriod> found;
  size_t at = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (IsDigit(c)) {
      // The middle of a number or of a code is no beginning: 60/12/5, B12/3/2014.
      const bool inside =
          at > 0 && ((text[at - 1] >= 'A' && text[at - 1] <= 'Z') ||
                     ((text[at - 1] == '/' || text[at - 1] == '.' || text[at - 1] == ',' ||
                       text[at - 1] == '-') &&
                      at > 1 && (IsDigit(text[at - 2]) || IsAsciiLetter(text[at - 2]))));
      PeriodRun run;
      if (!inside) run = PeriodsAt(text, at);
      if (run.end > at) {
        found.insert(found.end(), run.periods.begin(), run.periods.end());
        at = run.end;
      } else {
        while (at < text.size() && IsDigit(text[at])) ++at;
      }
    } else if (IsAsciiLetter(c) && !LetterBefore(text, at)) {
      const PeriodRun run = PeriodsAt(text, at);
      found.insert(found.end(), run.periods.begin(), run.periods.end());
      at = run.end > at ? run.end : at + 1;
    } else {
      ++at;
    }
  }
  return found;
}

PeriodEnd WithMissing(PeriodEnd end, const PeriodEnd& other) {
  if (end.month == 0) {
    end.month = other.month;
    end.last_month = other.last_month;
  }
  if (end.year == 0) end.year = other.year;
  return end;
}

bool IsPossibleDay(const PeriodEnd& end) {
  return end.day == 0 ||
         (end.month != 0 && IsCalendarDate(end.year != 0 ? end.year : 2000, end.month, end.day));
}

std::pair<int, int> Order(const PeriodEnd& end) { return {end.month, end.day}; }

// "từ ngày 10/4 đến ngày 12/4/2018", "tháng 7 hoặc tháng 8/2019": two that make one.
std::vector<PrintedPeriod> Joined(std::string_view text,
                                  const std::vector<PrintedPeriod>& printed) {
  static const RE2 range(
      R"((?i)^\s*(?:đến|tới|[-–—])\s*(?:(?:hết|trước)\s*)?(?:(?:lúc)?\s*\d{1,2}\s*(?:giờ|h|g)\s*(?:\d{1,2}\s*(?:phút)?)?\s*,?\s*)?$)");
  static const RE2 choice(R"((?i)^\s*,?\s*(?:hoặc|hay)\s*(?:trong\s*|vào\s*|đến\s*)?$)");
  std::vector<PrintedPeriod> joined;
  for (const PrintedPeriod& period : printed) {
    if (!joined.empty()) {
      PrintedPeriod& above = joined.back();
      const size_t gap = period.begin - above.end;
      const re2::StringPiece between = Piece(text.substr(above.end, gap));
      if (gap <= kLinkReach &&
          (RE2::FullMatch(between, range) || RE2::FullMatch(between, choice))) {
        PrintedPeriod both = above;
        both.end = period.end;
        both.last = WithMissing(period.last, above.last);
        both.first = WithMissing(above.first, period.first);
        both.possible = above.possible && period.possible && IsPossibleDay(both.first) &&
                        IsPossibleDay(both.last);
        // from 28/12 to 05/01/2022
        if (above.first.year == 0 && both.first.year != 0 && Order(both.last) < Order(both.first)) {
          --both.first.year;
        } else if (period.last.year == 0 && both.last.year != 0 &&
                   Order(both.last) < Order(both.first)) {
          ++both.last.year;
        }
        both.whole_year = above.whole_year && period.whole_year;
        above = both;
        continue;
      }
    }
    joined.push_back(period);
  }
  // "ngày 20, ngày 21/5/2021": two days, the month printed once.
  static const RE2 listed(R"(^\s*(?:,|và|,\s*và)\s*$)");
  for (size_t i = joined.size(); i-- > 1;) {
    PrintedPeriod& above = joined[i - 1];
    const size_t gap = joined[i].begin - above.end;
    if (above.first.month != 0 || gap > kLinkReach ||
        !RE2::FullMatch(Piece(text.substr(above.end, gap)), listed)) {
      continue;
    }
    above.first = WithMissing(above.first, joined[i].first);
    above.last = WithMissing(above.last, joined[i].first);
    above.possible = above.possible && IsPossibleDay(above.first) && IsPossibleDay(above.last);
  }
  return joined;
}

// An occasion in brackets after a period: "Tháng 8/2014 (vào dịp kỷ niệm … 19/8/2014)".
bool IsOccasion(std::string_view text, const PrintedPeriod& above, const PrintedPeriod& period) {
  constexpr size_t kOccasionReach = 160;
  if (period.begin - above.end > kOccasionReach) return false;
  static const RE2 bracket(R"((?i)^\s*\((?:[^().;]*\s)?k[ỷỉ] niệm\s[^()]*$)");
  return RE2::FullMatch(Piece(text.substr(above.end, period.begin - above.end)), bracket);
}

// Where sentences begin, by period: equal numbers stand in one sentence.
std::vector<size_t> Sentences(std::string_view text, const std::vector<PrintedPeriod>& periods) {
  std::vector<size_t> numbers;
  size_t number = 0, at = 0;
  for (const PrintedPeriod& period : periods) {
    for (; at < period.begin; ++at) {
      const char c = text[at];
      if ((c == '.' || c == ';' || c == '!' || c == '?') && at + 1 < text.size() &&
          (text[at + 1] == ' ' || text[at + 1] == '\n')) {
        ++number;
      } else if (c == '\n') {
        ++number;
      }
    }
    numbers.push_back(number);
  }
  return numbers;
}

bool HasYear(const PrintedPeriod& period) { return period.first.year != 0; }

// The year that a period lends to others of its sentence, 0 for none. A year that is measured against
// ("so với năm 2020") or planned for ("kế hoạch năm 2022") says nothing of them.
int Lends(std::string_view text, const PrintedPeriod& period, bool opens_sentence,
          const IssuedOn& issued) {
  if (!HasYear(period) || period.first.year != period.last.year || !period.possible) return 0;
  if (period.whole_year && !opens_sentence) return 0;
  static const RE2 baseline(R"((?i)(?:so\s+với|cùng\s+kỳ|hơn|kể\s+từ)[^,;]*$)");
  if (RE2::PartialMatch(Piece(Before(text, period.begin, kBeforeReach)), baseline)) return 0;
  if (issued.year && std::abs(period.first.year - *issued.year) > kNearYears) return 0;
  return period.first.year;
}

// A date of the last quarter in a letter of January is last year's, one of January in December next year's. What is to
// be done by a day ("trước ngày 15/12") is never past.
int YearByIssue(std::string_view text, const PrintedPeriod& period, const IssuedOn& issued) {
  if (!issued.year) return 0;
  if (!issued.month || period.first.month == 0) return *issued.year;
  static const RE2 due(R"((?i)(?:trước|(?:chậm|muộn)\s+nhất|đến\s+hết|hạn)[^,;]*$)");
  if (*issued.month == 1 && period.first.month >= 10 &&
      !RE2::PartialMatch(Piece(Before(text, period.begin, kBeforeReach)), due)) {
    return *issued.year - 1;
  }
  if (*issued.month == 12 && period.first.month == 1 && period.last.last_month == 1) {
    return *issued.year + 1;
  }
  return *issued.year;
}

// "06 tháng đầu năm và … 06 tháng cuối năm 2022": the year of the next one in the list or the sentence.
std::vector<YearFrom> FindYears(std::string_view text, std::vector<PrintedPeriod>& periods,
                                const IssuedOn& issued) {
  const std::vector<size_t> sentences = Sentences(text, periods);
  std::vector<YearFrom> from(periods.size(), YearFrom::kPrinted);
  std::vector<int> lends(periods.size(), 0);
  for (size_t i = 0; i < periods.size(); ++i) {
    static const RE2 opening(R"((?i)(?:^|[.;:]\s+|\n\s*|[-+]\s)(?:trong\s+|vào\s+|tính đến\s+)?$)");
    const bool opens =
        RE2::PartialMatch(Piece(Before(text, periods[i].begin, kBeforeReach)), opening);
    lends[i] = Lends(text, periods[i], opens, issued);
  }
  // The nearest lender above and below in the same sentence, below first.
  std::vector<int> year(periods.size(), 0);
  int near = 0;
  for (size_t i = periods.size(); i-- > 0;) {
    if (i + 1 < periods.size() && sentences[i] != sentences[i + 1]) near = 0;
    if (lends[i] != 0 && !periods[i].whole_year) near = lends[i];
    year[i] = near;
  }
  near = 0;
  for (size_t i = 0; i < periods.size(); ++i) {
    if (i > 0 && sentences[i] != sentences[i - 1]) near = 0;
    if (lends[i] != 0) near = lends[i];
    if (year[i] == 0) year[i] = near;
  }
  for (size_t i = 0; i < periods.size(); ++i) {
    if (HasYear(periods[i])) continue;
    // "Hằng năm, trước ngày 15/11" comes again.
    static const RE2 again(R"((?i)(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng)[^.;]{0,60}$)");
    if (RE2::PartialMatch(Piece(Before(text, periods[i].begin, kAgainReach)), again)) {
      periods[i].possible = false;
    }
    from[i] = year[i] != 0 ? YearFrom::kSentence : YearFrom::kIssue;
    if (year[i] == 0) year[i] = YearByIssue(text, periods[i], issued);
    periods[i].last.year = periods[i].first.year = year[i];
    if (year[i] != 0 && Order(periods[i].last) < Order(periods[i].first)) --periods[i].first.year;
  }
  return from;
}

std::optional<CalendarDate> FirstDay(const PeriodEnd& end) {
  const CalendarDate date{end.year, end.month, end.day != 0 ? end.day : 1};
  if (!IsCalendarDate(date.year, date.month, date.day)) return std::nullopt;
  return date;
}

std::optional<CalendarDate> LastDay(const PeriodEnd& end) {
  const int day = end.day != 0 ? end.day : DaysInMonth(end.year, end.last_month);
  const CalendarDate date{end.year, end.last_month, day};
  if (!IsCalendarDate(date.year, date.month, date.day)) return std::nullopt;
  return date;
}

}  // namespace

std::vector<PeriodSpan> FindPeriods(std::string_view text, const IssuedOn& issued) {
  std::vector<PrintedPeriod> periods = Joined(text, Printed(text));
  const std::vector<YearFrom> from = FindYears(text, periods, issued);
  std::vector<PeriodSpan> spans;
  const PrintedPeriod* above = nullptr;
  for (size_t i = 0; i < periods.size(); ++i) {
    const PrintedPeriod& period = periods[i];
    if (above != nullptr && IsOccasion(text, *above, period)) continue;
    above = &period;
    // "Trong 8 tháng," of a letter of August or September
    if (period.so_far && issued.month && period.last.last_month != *issued.month &&
        period.last.last_month != *issued.month - 1) {
      continue;
    }
    if (!period.possible || period.first.year == 0 || period.first.month == 0) continue;
    const std::optional<CalendarDate> start = FirstDay(period.first);
    const std::optional<CalendarDate> last = LastDay(period.last);
    if (!start || !last || *last < *start) continue;
    spans.push_back({period.begin, period.end, start, last, from[i]});
  }
  return spans;
}

}  // namespace vanthu::extractors
