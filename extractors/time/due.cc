#include "extractors/time/due.h"

#include <re2/re2.h>

#include <algorithm>

namespace vanthu::extractors {
namespace {

// "chậm nhất là trước 16 giờ 30 phút, thứ Sáu " is the longest that stands before a date.
constexpr size_t kTriggerReach = 96;

// So far before a day "Hằng tháng," may stand.
constexpr size_t kRecurringReach = 120;

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

std::string_view Before(std::string_view text, size_t at, size_t reach) {
  size_t from = at > reach ? at - reach : 0;
  while (from < at && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  return text.substr(from, at - from);
}

// Where the words that make a date a deadline begin, counted from the start of `before`.
std::optional<size_t> Trigger(std::string_view before) {
  static const RE2 pattern(
      R"((?i)(?:^|[\s(:,;-])((?:trước|(?:chậm|muộn)\s+nhất|không\s+(?:(?:để\s+)?quá|(?:chậm|muộn|trễ)\s+hơn)|(?:thời\s+)?hạn\s+(?:cuối(?:\s+cùng)?|chót)(?:\s+\pL+){0,5}?|đến\s+hết|(?:thời\s+(?:hạn|gian)|hạn)(?:\s+(?:hoàn\s+thành|thực\s+hiện\s+xong))?\s*(?::|là)|(?:thời\s+hạn|thời\s+gian|hạn)\s+hoàn\s+thành)(?:\s*(?:là|:))?(?:\s+(?:vào|trước|đến|trong|hết))*\s*(?:(?:(?:cuối|hết)\s+)?giờ\s+(?:chiều|sáng|hành\s+chính|làm\s+việc)\s*,?\s*)?(?:(?:lúc\s*)?\d{1,2}\s*(?:giờ|h|g|:)\s*(?:\d{1,2}\s*(?:phút|['’])?)?\s*(?:sáng|chiều|tối)?\s*,?\s*)?(?:\(?(?:thứ\s+\pL+|chủ\s+nhật)\)?\s*,?\s*)?)$)");
  re2::StringPiece found;
  if (!RE2::PartialMatch(Piece(before), pattern, &found)) return std::nullopt;
  return static_cast<size_t>(found.data() - before.data());
}

std::optional<Due> DueOf(std::string_view text, const PeriodSpan& span) {
  const bool one_day = *span.start == *span.last;
  const bool one_month = !one_day && span.start->year == span.last->year &&
                         span.start->month == span.last->month && span.start->day == 1 &&
                         span.last->day == DaysInMonth(span.last->year, span.last->month);
  if (!one_day && !one_month) return std::nullopt;
  Due due;
  due.date_begin = span.begin;
  due.date_end = due.end = span.end;
  due.year = span.start->year;
  due.month = span.start->month;
  if (one_day) due.day = span.start->day;
  due.year_from = span.year_from;
  const std::string_view before = Before(text, span.begin, kTriggerReach);
  if (const std::optional<size_t> at = Trigger(before)) {
    due.begin = span.begin - before.size() + *at;
    if (before.substr(*at).starts_with("đến")) due.kind = DueKind::kUntil;
    return due;
  }
  // "Hạn gửi báo cáo: ngày 15/8/2015", "Thời hạn nộp hồ sơ đến ngày 15/8/2015": what is due stands inside.
  static const RE2 limit(
      R"((?i)(?:^|[\s(:,;-])(?:thời\s+)?hạn\s+(?:gửi|nộp|báo\s+cáo|đăng\s+ký|nhận|trình|tiếp\s+nhận|góp\s+ý)[^.;:\d]{0,60}?(\s*(?::|\s(?:là|đến))\s*(?:trước|hết|vào)?\s*(?:\d{1,2}\s*(?:giờ|h|g|:)\s*(?:\d{1,2}\s*(?:phút|['’])?)?\s*,?\s*)?)$)");
  static const RE2 within(R"((?:^|[\s(,])([Tt]rong\s+)$)");
  re2::StringPiece found;
  if (RE2::PartialMatch(Piece(before), limit, &found)) {
    due.begin = span.begin - found.size();
    return due;
  }
  if (one_month && RE2::PartialMatch(Piece(before), within, &found)) {
    due.begin = span.begin - found.size();
    due.kind = DueKind::kWithin;
    return due;
  }
  // "gửi về Sở trong ngày 15/8/2015"
  if (one_day && RE2::PartialMatch(Piece(before), within, &found)) {
    due.begin = span.begin - found.size();
    due.kind = DueKind::kUntil;
    return due;
  }
  return std::nullopt;
}

// "trước ngày 20 hằng tháng", "trước ngày 15 tháng 7 hằng năm", "Hằng tháng, trước ngày 25", "định kỳ ngày 25 hằng
// tháng".
std::vector<Due> Recurring(std::string_view text) {
  static const RE2 pattern(
      R"re((?i)(?:^|[\s(:,;-])((?:trước|(?:chậm|muộn)\s+nhất|định\s+kỳ|vào)(?:\s+là)?(?:\s+(?:vào|trước|đến))*\s+(?:\d{1,2}\s*giờ\s*,?\s*)?(ngày\s*(\d{1,2})(?:(?:\s*tháng\s*|\s*/\s*)(\d{1,2}))?)))re");
  static const RE2 after(
      R"((?i)^(\s*,?\s*\(?(?:của\s+)?(?:(?:hằng|hàng|mỗi|từng)\s+(?:tháng|quý|năm|kỳ)|(?:tháng|quý)\s+(?:cuối|đầu|sau|kế|tiếp|liền|báo cáo))))");
  static const RE2 before(R"((?i)(?:hằng|hàng|mỗi)\s+(?:tháng|quý|năm)[^.;]*$)");
  static const RE2 goes_on(R"((?i)^(?:\d|\s*[/-]\s*\d|\s*,?\s*(?:tháng|năm)\s*\d))");
  std::vector<Due> dues;
  re2::StringPiece rest = Piece(text), all, date, day, month;
  while (RE2::FindAndConsume(&rest, pattern, &all, &date, &day, &month)) {
    Due due;
    due.begin = static_cast<size_t>(all.data() - text.data());
    due.date_begin = static_cast<size_t>(date.data() - text.data());
    due.date_end = due.end = due.date_begin + date.size();
    const re2::StringPiece follows = Piece(text.substr(due.end, kTriggerReach));
    if (RE2::PartialMatch(follows, goes_on)) continue;
    re2::StringPiece again;
    if (RE2::PartialMatch(follows, after, &again)) {
      due.end += again.size();
    } else if (!RE2::PartialMatch(Piece(Before(text, due.begin, kRecurringReach)), before)) {
      continue;
    }
    due.kind = DueKind::kRecurring;
    due.day = std::stoi(std::string(day));
    if (!month.empty()) due.month = std::stoi(std::string(month));
    if (IsCalendarDate(2000, due.month.value_or(1), *due.day)) dues.push_back(due);
  }
  return dues;
}

}  // namespace

std::vector<Due> FindDues(std::string_view text, const std::vector<PeriodSpan>& spans) {
  std::vector<Due> dues = Recurring(text);
  for (const PeriodSpan& span : spans) {
    if (const std::optional<Due> due = DueOf(text, span)) dues.push_back(*due);
  }
  std::ranges::stable_sort(dues, {}, &Due::date_begin);
  // A day that comes again is no day of this year.
  const auto same = std::unique(dues.begin(), dues.end(), [](const Due& a, const Due& b) {
    return a.date_begin == b.date_begin;
  });
  dues.erase(same, dues.end());
  return dues;
}

}  // namespace vanthu::extractors
