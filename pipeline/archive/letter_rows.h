// The rows of a letter beside its values: the full-text index, and what goes with a letter when it goes.
// For what stores, corrects and throws letters away. Inside a transaction of the caller.
#pragma once

#include <cstdint>

#include "models/core/result.h"
#include "pipeline/archive/sqlite.h"

namespace vanthu::archive {

// Puts the letter into the full-text index as its rows stand.
Status IndexLetter(Database& db, int64_t letter);
// Takes it out, before its rows are changed.
Status UnindexLetter(Database& db, int64_t letter);

// Takes all rows of the letter out, those of the index and of facts.h as well.
Status RemoveLetterRows(Database& db, int64_t letter);

}  // namespace vanthu::archive
