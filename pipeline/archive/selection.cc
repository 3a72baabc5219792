#include "pipeline/archive/selection.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "pipeline/archive/facets.h"
#include "pipeline/archive/index_rows.h"

namespace vanthu::archive {

namespace {

// "(a) AND (b)"; either may be empty.
std::string BothMatch(const std::string& match, const std::string& other) {
  if (match.empty() || other.empty()) return match.empty() ? other : match;
  return fmt::format("({}) AND ({})", match, other);
}

// Whether `match` fits one letter, `letters l`.
Condition FitsLetter(std::string match) {
  return {
      "EXISTS (SELECT 1 FROM letter_fts WHERE letter_fts MATCH ? AND rowid = "
      "(SELECT id FROM index_rows WHERE letter_id = l.id))",
      {std::move(match)}};
}

}  // namespace

std::string MatchOf(const Compiled& compiled) {
  std::string match = BothMatch(compiled.match, compiled.field_match);
  // What must not be there needs something to be taken from.
  if (match.empty() && !compiled.absent.empty()) match = InFacets(EveryLetterFacet());
  return match;
}

std::string Narrowed(const std::string& match, const Compiled& compiled) {
  std::string narrowed = BothMatch(match, compiled.facets);
  if (compiled.absent.empty()) return narrowed;
  return fmt::format("({}) NOT ({})", narrowed, compiled.absent);
}

Selection SelectByNumber(const Alternative& alternative, HitKind kind, Level level) {
  const NumberQuery& number = *alternative.number;
  const Compiled compiled = Compile(alternative, level, kind);
  const bool bears = kind == HitKind::kNumber;
  Condition where = bears ? NumberCondition(number, level, "l", "l.doc_type")
                          : NumberCondition(number, level, "c", "c.type");
  where.And(compiled.filter);
  if (const std::string match = MatchOf(compiled); !match.empty()) {
    // Few letters bear a number: each is looked up in the index, whatever else the words would find.
    where.And(FitsLetter(Narrowed(match, compiled)));
  }
  const std::string from = bears ? "FROM letters l WHERE "
                                 : "FROM citations c JOIN letters l ON l.id = c.letter_id WHERE ";
  return {from + where.text, std::move(where.values)};
}

Selection SelectByMatch(const std::string& match, const Compiled& compiled) {
  const RowRange rows = RowsOf(compiled.dates);
  // CROSS JOIN: the index is asked first, whatever the planner thinks of the filter.
  Selection selection{"FROM letter_fts CROSS JOIN index_rows r ON r.id = letter_fts.rowid",
                      {Narrowed(match, compiled), rows.first, rows.last},
                      "r.letter_id",
                      "r.date_key"};
  if (!compiled.beyond.empty()) selection.sql += " CROSS JOIN letters l ON l.id = r.letter_id";
  selection.sql += " WHERE letter_fts MATCH ? AND letter_fts.rowid BETWEEN ? AND ?";
  if (!IsOfWholeMonths(compiled.dates)) {
    selection.sql += " AND r.date_key BETWEEN ? AND ?";
    selection.values.emplace_back(int64_t{compiled.dates.first});
    selection.values.emplace_back(int64_t{compiled.dates.last});
  }
  if (!compiled.beyond.empty()) selection.sql += " AND " + compiled.beyond.text;
  std::ranges::copy(compiled.beyond.values, std::back_inserter(selection.values));
  return selection;
}

std::optional<Selection> SelectByWords(const Compiled& compiled) {
  const std::string match = MatchOf(compiled);
  if (!match.empty()) return SelectByMatch(match, compiled);
  if (compiled.filter.empty()) return std::nullopt;
  return Selection{"FROM letters l WHERE " + compiled.filter.text, compiled.filter.values};
}

}  // namespace vanthu::archive
