// Delegations of fact_query.h.
#include <fmt/format.h>

#include "pipeline/archive/country_query.h"
#include "pipeline/archive/fact_select.h"
#include "pipeline/archive/letter_head.h"

namespace vanthu::archive {
namespace {

using nlohmann::ordered_json;

// The filter with its country as a code.
Result<DelegationFilter> Resolved(DelegationFilter filter) {
  if (!filter.country) return filter;
  Result<std::string> code = CountryCode(*filter.country);
  if (!code.ok()) return code.error();
  filter.country = *code;
  return filter;
}

// On `delegations d` and `letters l`.
Condition ConditionOf(const DelegationFilter& filter) {
  Condition where = Equals("d.direction", filter.direction);
  where.And(InYear("d", filter.year));
  const auto among = [](const std::string& table, Condition fits) {
    fits.text = fmt::format(
        "EXISTS (SELECT 1 FROM {} x WHERE x.letter_id = d.letter_id AND x.ordinal = d.ordinal "
        "AND {})",
        table, fits.text);
    return fits;
  };
  if (filter.country) {
    where.And(among("delegation_countries", Equals("x.country", filter.country)));
  }
  if (filter.partner) {
    where.And(among("delegation_partners", HasWords("x.name_fold", *filter.partner)));
  }
  if (filter.issuer) where.And(IssuedBy(*filter.issuer));
  return where;
}

// Numbers of people and of delegations, over `delegations d`.
constexpr const char* kSums =
    "count(*), total(coalesce(d.count_min, 1)), "
    "total(coalesce(d.count_max, d.count_min, 1)), sum(d.members_min), "
    "sum(coalesce(d.members_max, d.members_min)), sum(d.members_min IS NULL)";

ordered_json SumRow(const std::string& name, ordered_json group, const Statement& row) {
  ordered_json sum = {{name, std::move(group)}};
  sum["rows"] = row.Int(1);
  sum["delegations_min"] = NumberAt(row, 2);
  sum["delegations_max"] = NumberAt(row, 3);
  sum["members_min"] = NumberAt(row, 4);
  sum["members_max"] = NumberAt(row, 5);
  sum["members_unknown"] = row.Int(6);
  return sum;
}

ordered_json DelegationRow(const Statement& row) {
  ordered_json json = HeadJson(ReadHead(row));
  int column = kHeadColumnCount;
  json["direction"] = OrNull(row.OptionalText(column++));
  json["seq"] = OrNull(row.OptionalInt(column++));
  json["purpose"] = OrNull(row.OptionalText(column++));
  json["countries"] = JsonAt(row, column++);
  json["head"] = OrNull(row.OptionalText(column++));
  json["content"] = OrNull(row.OptionalText(column++));
  for (const char* name : {"partners", "members", "days", "count"}) {
    json[name] = JsonAt(row, column++);
  }
  json["period"] = PeriodAt(row, column);
  column += 3;
  json["year"] = OrNull(row.OptionalInt(column++));
  json["funding"] = OrNull(row.OptionalText(column++));
  AddPlace(row, column, json);
  return json;
}

}  // namespace

Status EachDelegation(Archive& archive, const DelegationFilter& filter, const RowSink& take) {
  const Result<DelegationFilter> resolved = Resolved(filter);
  if (!resolved.ok()) return resolved.error();
  const Condition where = ConditionOf(*resolved);
  const std::string sql = fmt::format(
      "SELECT {}, d.direction, d.seq, d.purpose, d.countries, d.head, d.content, d.partners, "
      "d.members, d.days, d.count, d.period_start, d.period_end, d.period_raw, d.first_year, "
      "d.funding, d.page, d.raw, d.score "
      "FROM delegations d JOIN letters l ON l.id = d.letter_id{} "
      "ORDER BY l.date_key, l.id, d.ordinal",
      kHeadColumns, Where(where));
  return EachRow(archive.database(), sql, where,
                 [&](const Statement& row) { return take(DelegationRow(row)); });
}

Status SumDelegations(Archive& archive, const DelegationFilter& filter, DelegationGroup group,
                      const RowSink& take) {
  const Result<DelegationFilter> resolved = Resolved(filter);
  if (!resolved.ok()) return resolved.error();
  Condition where = ConditionOf(*resolved);
  std::string name = "issuer", column = "l.issuer", join;
  if (group == DelegationGroup::kYear) {
    name = "year";
    // What lasts over the turn of a year counts in the year that was asked for.
    column = resolved->year ? std::to_string(*resolved->year) : "d.first_year";
  } else if (group == DelegationGroup::kDirection) {
    name = column = "direction";
  } else if (group == DelegationGroup::kCountry) {
    name = "country";
    column = "c.country";
    join =
        " LEFT JOIN (SELECT DISTINCT letter_id, ordinal, country FROM delegation_countries) c "
        "ON c.letter_id = d.letter_id AND c.ordinal = d.ordinal";
    where.And(Equals("c.country", resolved->country));
  }
  const std::string sql = fmt::format(
      "SELECT {} AS name, {} FROM delegations d JOIN letters l ON l.id = d.letter_id{}{} "
      "GROUP BY name ORDER BY name IS NULL, name",
      column, kSums, join, Where(where));
  return EachRow(archive.database(), sql, where, [&](const Statement& row) {
    return take(SumRow(
        name,
        group == DelegationGroup::kYear ? OrNull(row.OptionalInt(0)) : OrNull(row.OptionalText(0)),
        row));
  });
}

}  // namespace vanthu::archive
