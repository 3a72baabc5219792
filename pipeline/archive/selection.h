// Which letters answer one alternative of a query: the part of a statement from FROM on. For search.cc,
// which asks for the best of them, and counts.cc, which counts them all.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/archive/compile.h"

namespace vanthu::archive {

// "FROM … WHERE …", in which a letter is `letters l`; for a citation `citations c` is there as well and
// a letter may come several times.
struct Selection {
  std::string sql;
  std::vector<Value> values;
};

// Letters that bear the number (kNumber) or cite it (kCitation). The alternative has a number.
Selection SelectByNumber(const Alternative& alternative, HitKind kind, Level level);

// Letters in which the FTS5 expression `match` fits and that `filter` lets through.
Selection SelectByMatch(std::string match, const Condition& filter);

// Letters that hold the words and fit the fields. None where the alternative asks for nothing.
std::optional<Selection> SelectByWords(const Compiled& compiled);

// Both expressions must fit; either may be empty.
std::string BothMatch(const std::string& match, const std::string& other);

// The whole expression of a compiled alternative; empty where fields alone are asked.
std::string MatchOf(const Compiled& compiled);

}  // namespace vanthu::archive
