// From letters that were found to the rows that are printed: what the letter is and the printed piece
// that shows why it was found. For search.cc and similar.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "pipeline/archive/compile.h"
#include "pipeline/archive/search.h"
#include "pipeline/archive/sqlite.h"

namespace vanthu::archive {

struct Hit {
  int64_t id = 0;
  double fit = 0;  // within its stage; any scale
  int64_t date = 0;
  HitKind kind = HitKind::kWords;
  Level level = Level::kExact;
};

// None where the letter went away since it was found.
Result<std::optional<SearchRow>> RowOf(Database& db, const Query& query, const Hit& hit);

// A letter that was found by something else than a query: `patterns` are marked. Its score is 0.
Result<std::optional<SearchRow>> RowShowing(Database& db, int64_t letter,
                                            std::span<const Pattern> patterns);

}  // namespace vanthu::archive
