// Conferences of fact_query.h.
#include <fmt/format.h>

#include "pipeline/archive/fact_select.h"
#include "pipeline/archive/letter_head.h"

namespace vanthu::archive {
namespace {

using nlohmann::ordered_json;

// On `conferences c` and `letters l`.
Condition ConditionOf(const ConferenceFilter& filter) {
  Condition where = InYear("c", filter.year);
  if (filter.name) where.And(HasWords("vanthu_words(c.name)", *filter.name));
  if (filter.issuer) where.And(IssuedBy(*filter.issuer));
  return where;
}

ordered_json ConferenceRow(const Statement& row) {
  ordered_json json = HeadJson(ReadHead(row));
  int column = kHeadColumnCount;
  json["seq"] = OrNull(row.OptionalInt(column++));
  json["name"] = OrNull(row.OptionalText(column++));
  json["period"] = PeriodAt(row, column);
  column += 3;
  json["year"] = OrNull(row.OptionalInt(column++));
  json["local_delegates"] = JsonAt(row, column++);
  json["foreign_delegates"] = JsonAt(row, column++);
  json["content"] = OrNull(row.OptionalText(column++));
  json["funding"] = OrNull(row.OptionalText(column++));
  AddPlace(row, column, json);
  return json;
}

}  // namespace

Status EachConference(Archive& archive, const ConferenceFilter& filter, const RowSink& take) {
  const Condition where = ConditionOf(filter);
  const std::string sql = fmt::format(
      "SELECT {}, c.seq, c.name, c.period_start, c.period_end, c.period_raw, c.first_year, "
      "c.local_delegates, c.foreign_delegates, c.content, c.funding, c.page, c.raw, c.score "
      "FROM conferences c JOIN letters l ON l.id = c.letter_id{} "
      "ORDER BY l.date_key, l.id, c.ordinal",
      kHeadColumns, Where(where));
  return EachRow(archive.database(), sql, where,
                 [&](const Statement& row) { return take(ConferenceRow(row)); });
}

Status SumConferences(Archive& archive, const ConferenceFilter& filter, ConferenceGroup group,
                      const RowSink& take) {
  const Condition where = ConditionOf(filter);
  const bool years = group == ConferenceGroup::kYear;
  // What lasts over the turn of a year counts in the year that was asked for.
  const std::string year = filter.year ? std::to_string(*filter.year) : "c.first_year";
  const std::string sql = fmt::format(
      "SELECT {} AS grp, count(*), sum(c.local_min), sum(coalesce(c.local_max, c.local_min)), "
      "sum(c.local_min IS NULL), sum(c.foreign_min), sum(coalesce(c.foreign_max, c.foreign_min)), "
      "sum(c.foreign_min IS NULL) FROM conferences c JOIN letters l ON l.id = c.letter_id{} "
      "GROUP BY grp ORDER BY grp IS NULL, grp",
      years ? year : "l.issuer", Where(where));
  return EachRow(archive.database(), sql, where, [&](const Statement& row) {
    ordered_json sum = {{years ? "year" : "issuer",
                         years ? OrNull(row.OptionalInt(0)) : OrNull(row.OptionalText(0))}};
    int column = 1;
    for (const char* name : {"rows", "local_min", "local_max", "local_unknown", "foreign_min",
                             "foreign_max", "foreign_unknown"}) {
      sum[name] = NumberAt(row, column++);
    }
    return take(sum);
  });
}

}  // namespace vanthu::archive
