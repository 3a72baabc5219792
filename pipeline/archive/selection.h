// Which letters answer one alternative of a query: the part of a statement from FROM on. For search.cc,
// which asks for the best of them, and counts.cc, which counts them all.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/archive/compile.h"

namespace vanthu::archive {

// "FROM … WHERE …". `id` and `date` are what gives a letter's id and date_key; for a citation `citations c` is
// there as well and a letter may come several times.
struct Selection {
  std::string sql;
  std::vector<Value> values;
  const char* id = "l.id";
  const char* date = "l.date_key";
};

// Letters that bear the number (kNumber) or cite it (kCitation). The alternative has a number.
Selection SelectByNumber(const Alternative& alternative, HitKind kind, Level level);

// Letters in which the FTS5 expression `match` fits and the fields of `compiled` that do not look into the index;
// its words do not count. Letters come in the order of their rows in the index, letter_fts.rowid.
Selection SelectByMatch(const std::string& match, const Compiled& compiled);

// Letters that hold the words and fit the fields. None where the alternative asks for nothing.
std::optional<Selection> SelectByWords(const Compiled& compiled);

// The expression of what must be there, words and fields; empty where it is all up to other fields.
std::string MatchOf(const Compiled& compiled);

// The expression narrowed by what the index knows of the other fields, without what must not be there.
std::string Narrowed(const std::string& match, const Compiled& compiled);

}  // namespace vanthu::archive
