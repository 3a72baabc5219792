// A letter as the records office holds it: what was read of it, what its stamp says, what people entered,
// which way it goes. What register, states, dossiers and the standard's metadata are made of.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/archive/compile.h"
#include "pipeline/archive/entries.h"
#include "pipeline/archive/letter_head.h"
#include "pipeline/archive/office.h"
#include "pipeline/archive/store.h"

namespace vanthu::archive {

struct Paper {
  LetterHead head;
  LetterPlace place;
  Direction direction = Direction::kIn;
  std::optional<std::string> type_name, symbol, suffix, signer, signer_title, urgency;
  std::optional<int64_t> serial, year;
  std::vector<std::string> addressees, recipients;
  int64_t pages = 0;
  Entries entries;

  // What a person entered; else what our own stamp says.
  std::optional<std::string> arrival_number, arrival_date, unit;

  std::optional<std::string> Entered(EntryField field) const;
  // Of the arrival date, else of the letter; none where neither is known.
  std::optional<int64_t> ArrivalYear() const;
};

// What numbers of arrival are sorted by: 12 of "012a". None where it begins with no digit.
std::optional<int64_t> ArrivalSerial(const std::string& number);

// Papers whose letter `l` fits `where`, oldest first. An error of `take` ends it.
Status EachPaper(Archive& archive, const Office& office, const Condition& where,
                 const std::function<Status(Paper paper)>& take);

// kNotFound where there is no letter of this id.
Result<Paper> GetPaper(Archive& archive, const Office& office, int64_t letter_id);

// Of the year: outgoing ones issued in it, incoming ones that arrived in it.
Result<std::vector<Paper>> PapersOfYear(Archive& archive, const Office& office, Direction direction,
                                        int year);

// The incoming papers that have this number in this year of arrival.
Result<std::vector<Paper>> PapersOfArrival(Archive& archive, const Office& office, int64_t year,
                                           const std::string& number);

// One more than the highest number of arrival of the year; 1 for the first.
Result<int64_t> NextArrivalNumber(Archive& archive, const Office& office, int64_t year);

}  // namespace vanthu::archive
