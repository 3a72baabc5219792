// Địa danh và thời gian ban hành: Decree 30/2020/ND-CP, Annex I, part II, component 4.
#include <re2/re2.h>

#include <optional>

#include "extractors/evidence.h"
#include "models/core/date.h"
#include "models/text/fold.h"

namespace vanthu::extractors {
namespace {

// A part that was left blank, or filled with dots, has no digits. OCR puts blanks between them.
std::optional<int> Digits(const std::string& printed) {
  std::string digits;
  for (const char c : printed) {
    if (c >= '0' && c <= '9') digits.push_back(c);
  }
  if (digits.empty() || digits.size() > 4) return std::nullopt;
  return std::stoi(digits);
}

std::optional<int> Within(std::optional<int> value, int low, int high) {
  return value && *value >= low && *value <= high ? value : std::nullopt;
}

struct PlaceDate {
  std::string place;  // printed, without the comma; empty where there is none
  std::optional<int> day, month, year;
  bool whole = true;  // every part that has digits is a possible one
};

std::optional<PlaceDate> Parse(const std::string& text) {
  static const RE2 pattern(
      R"(^(.*?)[,.]?\s*n[ga]{1,3}y\s*([\d._…,\s]*?)\s*thang\s*([\d._…,\s]*?)\s*nam\s*([\d._…\s]*))");
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
  found.whole = found.day.has_value() == Digits(day).has_value() &&
                found.month.has_value() == Digits(month).has_value() &&
                found.year.has_value() == Digits(year).has_value();
  if (found.year && found.month && found.day && !IsCalendarDate(*found.year, *found.month, *found.day)) {
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
  record.issue_date = std::move(date);
}

void ExtractPlace(const Letter& letter, Record& record) {
  const auto source = Find(letter);
  if (!source) return;
  std::string place = source->parsed.place;
  // On a line shared with the number the place follows a gap: "Số: 12/BC-SNgV    Quảng Ngãi, ngày …".
  if (source->line->zone == Zone::kNumber) {
    static const RE2 last_words(R"(((?:\p{Lu}[\pL.]*\s?(?:-\s)?)+)$)");
    std::string words;
    place = RE2::PartialMatch(place, last_words, &words) ? words : std::string();
  }
  static const RE2 edges(R"(^[^\pL]*(.*?)[\s,.:;-]*$)");
  RE2::FullMatch(place, edges, &place);
  if (place.empty() || place.size() > 60) return;
  TextValue value;
  SetEvidence(letter, {source->line}, "place/head", 0.97, value);
  value.value = place;
  record.place = std::move(value);
}

}  // namespace vanthu::extractors
