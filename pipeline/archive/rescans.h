// Letters that may be one paper scanned twice: the same number, symbol, year and issuer in files of
// other bytes. They are named, never merged or deleted: which one is kept a person decides.
//
// Numbers begin anew each year and with each office, so that all must be known and the same; of two
// names of an issuer one may say more than the other (resolve.h). A number whose serial was left blank
// is no number.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "models/core/result.h"
#include "pipeline/archive/fact_query.h"
#include "pipeline/archive/letter_head.h"
#include "pipeline/archive/store.h"

namespace vanthu::archive {

struct ScannedLetter {
  LetterHead head;
  std::string source;    // the file's name
  std::string added_at;  // ISO 8601, UTC
};

// The other letters that this one may be a rescan of, the oldest first. None for a letter that is gone.
Result<std::vector<ScannedLetter>> RescansOf(Archive& archive, int64_t id);

// Each pair of the archive, the letter that came first as `first`: of three scans the first with each
// other. Objects with number, year, issuer, first, second (id, source, added_at) and differences (field,
// first, second; texts or null), in the order of the numbers.
Status EachRescan(Archive& archive, const RowSink& take);

}  // namespace vanthu::archive
