// What a person should look at first: letters whose fields are missing or were read with little certainty, or
// of which something was found wrong.
#pragma once

#include "models/core/result.h"
#include "pipeline/archive/fact_query.h"
#include "pipeline/archive/store.h"

namespace vanthu::archive {

struct DoubtFilter {
  double below = 0.95;  // fields with a lower score are doubtful
  int64_t limit = 50;   // letters
};

// The most doubtful letter first: by the lowest score of a field, 0 where one is missing; then those with more
// doubts. letter_id, number, issue_date, issuer, score, missing (names of corrections.h), doubtful
// ("subject 0.62"), findings (codes of warnings and errors), source. What a person corrected is not
// doubtful, nor missing where they said so. Letters without a doubt are left out.
Status EachDoubt(Archive& archive, const DoubtFilter& filter, const RowSink& take);

}  // namespace vanthu::archive
