// Numbers that are missing or given twice, by agency and year (số bị thiếu, số trùng).
//
// Outgoing numbers begin anew with 1 each year. An office numbers all its letters in one series, or gives
// some types a series of their own (decisions, plans …): the decree leaves that to the office, so it is
// told from the letters. In one series numbers rise with the days; a type whose numbers contradict the
// others' has its own. Texts whose number holds the year (12/2021/QĐ-UBND) always have.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/archive/fact_query.h"
#include "pipeline/archive/papers.h"

namespace vanthu::archive {

// A letter with a serial, of one agency and year.
struct NumberedLetter {
  int64_t id = 0;
  std::string number;  // as shown
  int64_t serial = 0;
  std::string suffix;  // B of 3176B: a number of its own, between 3176 and 3177
  std::string type;    // code
  bool year_in_number = false;
  std::optional<int64_t> day = {};  // of the year, where it is known; months may be taken as of 31
};

enum class SeriesRule {
  kAuto,   // as above
  kOne,    // all types but those with the year in the number share one
  kTypes,  // each type has its own
};

struct NumberSeries {
  std::vector<std::string> types;  // codes, in the order of the alphabet
  bool year_in_number = false;
  std::vector<NumberedLetter> letters;  // by serial, suffix, id
};
std::vector<NumberSeries> SeriesOf(std::vector<NumberedLetter> letters, SeriesRule rule);

// From `first` to `last`: missing; or given to several letters.
struct NumberFinding {
  int64_t first = 0, last = 0;
  std::vector<NumberedLetter> letters;  // empty: missing
};
// In order of the numbers. Missing are those between 1 and the highest that no letter has, with or without
// suffix.
std::vector<NumberFinding> FindingsIn(const NumberSeries& series);

struct GapFilter {
  int year = 0;
  Direction direction = Direction::kOut;   // kIn: numbers of arrival at our office
  std::optional<std::string> issuer = {};  // words of its name, or an abbreviation
  SeriesRule rule = SeriesRule::kAuto;
};
// Outgoing: letters of our own office, where it is known, else of every agency; `issuer` asks for others.
// Rows: issuer, year, series (codes of types; "đến" for arrivals), kind (missing, double), first, last, count,
// letters (letter_id, number).
Status EachGap(Archive& archive, const Office& office, const GapFilter& filter,
               const RowSink& take);

}  // namespace vanthu::archive
