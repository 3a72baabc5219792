// The rows of a letter as a whole: its record, and what goes with a letter when it goes.
// For what stores, corrects and throws letters away. Inside a transaction of the caller.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>

#include "models/core/result.h"
#include "pipeline/archive/letter_index.h"
#include "pipeline/archive/sqlite.h"

namespace vanthu::archive {

// Takes all rows of the letter out, those of the index and of facts.h as well.
Status RemoveLetterRows(Database& db, LetterIndex& index, int64_t letter);

// The stored record. kNotFound, kDamaged.
Result<nlohmann::ordered_json> RecordOf(Database& db, int64_t letter);
Status PutRecord(Database& db, int64_t letter, const nlohmann::ordered_json& record);

}  // namespace vanthu::archive
