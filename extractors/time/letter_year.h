// The year that dates of a letter are in where they do not print one.
#pragma once

#include <vector>

#include "extractors/time/periods.h"
#include "models/document/passage.h"
#include "models/document/record.h"

namespace vanthu::extractors {

class LetterYears {
 public:
  LetterYears(const Letter& letter, const Record& record);

  // For a passage: the year of the section's heading ("NHIỆM VỤ NĂM 2019"), its parents', else that of issue,
  // else that of the subject.
  IssuedOn For(const Passage& passage) const;

 private:
  IssuedOn issued_;
  std::vector<int> by_section_;  // by index into Letter::sections, 0 for none
};

}  // namespace vanthu::extractors
