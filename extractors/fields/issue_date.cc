// Địa danh và thời gian ban hành: Decree 30/2020/ND-CP, Annex I, part II, component 4.
#include <re2/re2.h>

#include <optional>

#include "extractors/evidence.h"
#include "extractors/fields/annex_head.h"
#include "models/core/date.h"
#include "models/lexicon/names.h"
#include "models/text/fold.h"

namespace vanthu::extractors {
namespace {

// A part that was left blank, or filled with dots, has no digits. OCR puts blanks between them.
// Pen strokes come out as other signs: then nothing is known, not half of it.
std::optional<int> Digits(const std::string& printed) {
  static const RE2 gap(R"([\s.,_…])");
  std::string digits = printed;
  RE2::GlobalReplace(&digits, gap, "");
  if (digits.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  if (digits.empty() || digits.size() > 4) return std::nullopt;
  return std::stoi(digits);
}

std::optional<int> Within(std::optional<int> value, int low, int high) {
  return value && *value >= low && *value <= high ? value : std::nullopt;
}

// A part is either read or plainly left blank; anything else is a doubt.
bool IsReadOrBlank(const std::string& printed, const std::optional<int>& value) {
  static const RE2 blank(R"(^[\s.,_…]*$)");
  return value.has_value() || RE2::FullMatch(printed, blank);
}

struct PlaceDate {
  std::string place;  // printed, without the comma; empty where there is none
  std::optional<int> day, month, year;
  bool whole = true;  // every part that has digits is a possible one
};

std::optional<PlaceDate> Parse(const std::string& text) {
  static const RE2 pattern(
      R"(^(.*?)[,.]?\s*n[ga]{1,3}y(.{0,16}?)thang(.{0,14}?)nam\s*([\d._…\s]*))");
  const FoldedText folded = FoldWithOffsets(text);
  std::string before, day, month, year;
  if (!RE2::PartialMatch(folded.folded, pattern, &before, &day, &month, &year)) return std::nullopt;
  PlaceDate found;
  found.place = text.substr(0, folded.offsets[before.size()]);
  found.day = Within(Digits(day), 1, 31);
  found.month = Within(Digits(month), 1, 12);
  std::optional<int> printed_year = Digits(year);
  if (printed_year && *printed_year < 100) *printed_year += *printed_year < 50 ? 2000 : 1900;
  found.year = Within(printed_year, 1900, 2100);
  found.whole = IsReadOrBlank(day, found.day) && IsReadOrBlank(month, found.month) &&
                IsReadOrBlank(year, found.year);
  if (found.year && found.month && found.day &&
      !IsCalendarDate(*found.year, *found.month, *found.day)) {
    found.day.reset();
    found.whole = false;
  }
  return found;
}

// The line with place and date, or the number's line where both stand on one.
struct Source {
  const LetterLine* line = nullptr;
  PlaceDate parsed;
};

std::optional<Source> Find(const Letter& letter) {
  for (const Zone zone : {Zone::kPlaceDate, Zone::kNumber}) {
    for (const LetterLine* line : LinesOf(letter, zone)) {
      if (const auto parsed = Parse(line->text)) return Source{line, *parsed};
    }
  }
  return std::nullopt;
}

// A day written by hand, as an annex of the scan prints it.
void SettleDay(const Letter& letter, const Record& record, DateValue& date) {
  if (!record.number || !date.month || !date.year) return;
  const std::optional<AnnexHead> annex = AnnexHeadOf(letter, record.number->symbol);
  if (!annex || !annex->day || annex->number.serial != record.number->serial) return;
  if (annex->month != date.month || annex->year != date.year || annex->day == date.day) return;
  date.day = annex->day;
  date.rule = "issue_date/annex";
  date.score = letter.Printed(*annex->line).confidence;
  date.evidence.push_back(letter.Where(*annex->line));
}

}  // namespace

void ExtractIssueDate(const Letter& letter, Record& record) {
  const auto source = Find(letter);
  if (!source) return;
  const PlaceDate& parsed = source->parsed;
  if (!parsed.year && !parsed.month && !parsed.day) return;
  DateValue date;
  SetEvidence(letter, {source->line}, "issue_date/head", parsed.whole ? 0.98 : 0.5, date);
  date.year = parsed.year;
  date.month = parsed.month;
  date.day = parsed.day;
  if (IsScanned(letter, *source->line)) SettleDay(letter, record, date);
  record.issue_date = std::move(date);
}

void ExtractPlace(const Letter& letter, Record& record) {
  const auto source = Find(letter);
  if (!source) return;
  std::string place = source->parsed.place;
  // On a line shared with the number the place follows a gap: "Số: 12/BC-SNgV    Quảng Ngãi, ngày …".
  if (source->line->zone == Zone::kNumber) {
    static const RE2 last_words(R"((?:^|\s)((?:T[Pp]\.\s?)?(?:\p{Lu}\p{Ll}+\s?(?:-\s)?)+)$)");
    std::string words;
    place = RE2::PartialMatch(place, last_words, &words) ? words : std::string();
  }
  static const RE2 edges(R"(^[^\pL]*(.*?)[\s,.:;-]*$)");
  RE2::FullMatch(place, edges, &place);
  if (place.empty() || place.size() > 60) return;
  if (IsScanned(letter, *source->line)) place = ProvinceNear(place).value_or(place);
  TextValue value;
  SetEvidence(letter, {source->line}, "place/head", 0.97, value);
  value.value = place;
  record.place = std::move(value);
}

}  // namespace vanthu::extractors
