// Dấu "Đến" of the receiving office: Decree 30/2020/ND-CP, Annex IV. Its number and date are never the
// letter's own.
#include <re2/re2.h>

#include "extractors/evidence.h"
#include "models/core/date.h"

namespace vanthu::extractors {
namespace {

std::optional<DateValue> DateOf(const Letter& letter, const LetterLine* line) {
  static const RE2 pattern(R"((\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{2,4}))");
  int day = 0, month = 0, year = 0;
  if (!RE2::PartialMatch(line->text, pattern, &day, &month, &year)) return std::nullopt;
  if (year < 100) year += year < 50 ? 2000 : 1900;
  if (!IsCalendarDate(year, month, day) || year < 1900 || year > 2100) return std::nullopt;
  DateValue date;
  SetEvidence(letter, {line}, "stamp/date", 0.85, date);
  date.day = day;
  date.month = month;
  date.year = year;
  return date;
}

}  // namespace

void ExtractStamp(const Letter& letter, Record& record) {
  const auto lines = LinesOf(letter, Zone::kStamp);
  if (lines.empty()) return;
  Stamp stamp;
  static const RE2 number(R"((?i)\bs[ốoô]\s*:?[\s._…]*(\d{1,6}))");
  static const RE2 forwarded(R"((?i)^chuy[eêểẻ]n\s*:?\s*(.*)$)");
  // "SỞ NGOẠI VỤ" and "ĐẠI HỌC HUẾ" are offices, "Số:" and "ĐẾN" are not.
  static const RE2 caption(
      R"(^(?:(?:cv|cong van)?\s*d[a-z]{1,2}n?\W*$|cv\b|(?:so|ngay|gio|chuyen)\s*(?:[:.…]|$)))");
  for (const LetterLine* line : lines) {
    std::string found;
    if (RE2::PartialMatch(line->text, forwarded, &found)) {
      if (!found.empty()) stamp.forwarded_to = found;
      continue;
    }
    if (!stamp.number && RE2::PartialMatch(line->text, number, &found)) stamp.number = found;
    if (!stamp.date) stamp.date = DateOf(letter, line);
    if (!stamp.office && !RE2::PartialMatch(line->folded, caption) && line->text.size() > 6 &&
        line->text.find_first_of("0123456789") == std::string::npos) {
      stamp.office = letter.Printed(*line).text;
    }
  }
  if (!stamp.number && !stamp.date && !stamp.office) return;
  SetEvidence(letter, lines, "stamp/incoming", 0.85, stamp);
  record.stamp = std::move(stamp);
}

}  // namespace vanthu::extractors
