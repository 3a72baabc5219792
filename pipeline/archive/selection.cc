#include "pipeline/archive/selection.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace vanthu::archive {

std::string BothMatch(const std::string& match, const std::string& other) {
  if (match.empty() || other.empty()) return match.empty() ? other : match;
  return fmt::format("({}) AND {}", match, other);
}

std::string MatchOf(const Compiled& compiled) {
  if (compiled.match.empty() || compiled.field_match.empty())
    return compiled.match + compiled.field_match;
  return fmt::format("{} AND {}", compiled.match, compiled.field_match);
}

Selection SelectByNumber(const Alternative& alternative, HitKind kind, Level level) {
  const NumberQuery& number = *alternative.number;
  Compiled compiled = Compile(alternative, level, kind);
  const bool bears = kind == HitKind::kNumber;
  Condition where = bears ? NumberCondition(number, level, "l", "l.doc_type")
                          : NumberCondition(number, level, "c", "c.type");
  where.And(std::move(compiled.filter));
  if (std::string match = MatchOf(compiled); !match.empty()) {
    // Few letters bear a number: each is looked up in the index, whatever else the words would find.
    where.And({"EXISTS (SELECT 1 FROM letter_fts WHERE letter_fts MATCH ? AND rowid = l.id)",
               {std::move(match)}});
  }
  const std::string from = bears ? "FROM letters l WHERE "
                                 : "FROM citations c JOIN letters l ON l.id = c.letter_id WHERE ";
  return {from + where.text, std::move(where.values)};
}

Selection SelectByMatch(std::string match, const Condition& filter) {
  // CROSS JOIN: the index is asked first, whatever the planner thinks of the filter.
  Selection selection{
      "FROM letter_fts CROSS JOIN letters l ON l.id = letter_fts.rowid WHERE letter_fts MATCH ?",
      {}};
  if (!filter.empty()) selection.sql += " AND " + filter.text;
  selection.values = {std::move(match)};
  std::ranges::copy(filter.values, std::back_inserter(selection.values));
  return selection;
}

std::optional<Selection> SelectByWords(const Compiled& compiled) {
  const std::string match = MatchOf(compiled);
  if (!match.empty()) return SelectByMatch(BothMatch(match, compiled.facets), compiled.filter);
  if (compiled.filter.empty()) return std::nullopt;
  return Selection{"FROM letters l WHERE " + compiled.filter.text, compiled.filter.values};
}

}  // namespace vanthu::archive
