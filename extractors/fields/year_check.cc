// The year that a number prints (02/2016/NQ-HĐND) is the year of issue: Decree 30/2020/ND-CP, Annex I, part II,
// component 3. Where the two differ one of them was misread; which one, a person must see.
#include <re2/re2.h>

#include "models/document/letter.h"
#include "models/document/record.h"

namespace vanthu::extractors {

// What is left of a score that another value contradicts: `review` shows it first.
constexpr double kContradicted = 0.5;

void CheckYear(const Letter&, Record& record) {
  static const RE2 year_first(R"(^((?:19|20)\d{2})/)");
  int printed = 0;
  if (!record.number || !record.issue_date || !record.issue_date->year) return;
  if (!RE2::PartialMatch(record.number->symbol, year_first, &printed)) return;
  if (printed == *record.issue_date->year) return;
  record.number->score *= kContradicted;
  record.issue_date->score *= kContradicted;
  record.diagnostics.push_back({Severity::kWarning, "number_and_date_differ",
                                "the number is of " + std::to_string(printed) + ", the date of " +
                                    std::to_string(*record.issue_date->year),
                                record.number->evidence.front().page});
}

}  // namespace vanthu::extractors
