// Partners, deadlines and diagnostics; delegations and figures are beside.
#include "pipeline/archive/fact_query.h"

#include <fmt/format.h>

#include <set>

#include "pipeline/archive/country_query.h"
#include "pipeline/archive/fact_select.h"
#include "pipeline/archive/letter_head.h"

namespace vanthu::archive {
namespace {

using nlohmann::ordered_json;

// On `partners p` and `letters l`.
Result<Condition> ConditionOf(const PartnerFilter& filter) {
  Condition where = Equals("p.kind", filter.kind);
  if (filter.country) {
    Result<std::string> code = CountryCode(*filter.country);
    if (!code.ok()) return code.error();
    where.And(Equals("p.country", *code));
  }
  if (filter.name) where.And(HasWords("p.name_fold", *filter.name));
  if (filter.year) where.And({"l.year = ?", {int64_t{*filter.year}}});
  if (filter.issuer) where.And(IssuedBy(*filter.issuer));
  return where;
}

// On `deadlines d` and `letters l`.
Condition ConditionOf(const DeadlineFilter& filter) {
  Condition where;
  if (filter.days) {
    where = {"d.due_last >= ? AND d.due_first <= ?",
             {int64_t{filter.days->first}, int64_t{filter.days->last}}};
  }
  if (filter.assignee) where.And(HasWords("d.assignee_fold", *filter.assignee));
  if (filter.issuer) where.And(IssuedBy(*filter.issuer));
  return where;
}

// What rows are added up by: its name and the SQL of it. `number`: a year, not a text.
struct Grouping {
  const char* name;
  const char* column;
  bool number = false;

  ordered_json Value(const Statement& row) const {
    return number ? OrNull(row.OptionalInt(0)) : OrNull(row.OptionalText(0));
  }
};

Grouping GroupingOf(PartnerGroup group) {
  switch (group) {
    case PartnerGroup::kYear: return {"year", "l.year", true};
    case PartnerGroup::kCountry: return {"country", "p.country"};
    case PartnerGroup::kKind: return {"kind", "p.kind"};
    case PartnerGroup::kIssuer: break;
  }
  return {"issuer", "l.issuer"};
}

Grouping GroupingOf(DeadlineGroup group) {
  switch (group) {
    case DeadlineGroup::kAssignee: return {"assignee", "d.assignee"};
    case DeadlineGroup::kYear: return {"year", "d.due_first / 10000", true};
    case DeadlineGroup::kMonth:
      return {"month", "CASE WHEN length(d.due) >= 7 THEN substr(d.due, 1, 7) END"};
    case DeadlineGroup::kIssuer: break;
  }
  return {"issuer", "l.issuer"};
}

ordered_json PartnerRow(const Statement& row) {
  ordered_json json = HeadJson(ReadHead(row));
  int column = kHeadColumnCount;
  for (const char* name : {"name", "kind", "country"}) {
    json[name] = OrNull(row.OptionalText(column++));
  }
  AddPlace(row, column, json);
  return json;
}

ordered_json DeadlineRow(const Statement& row) {
  ordered_json json = HeadJson(ReadHead(row));
  int column = kHeadColumnCount;
  for (const char* name : {"due", "task", "assignee"}) {
    json[name] = OrNull(row.OptionalText(column++));
  }
  AddPlace(row, column, json);
  return json;
}

// The pages that a diagnostic speaks of, in order.
ordered_json PagesOf(const ordered_json& places, std::optional<int64_t> page) {
  std::set<int64_t> pages;
  if (page) pages.insert(*page);
  for (const ordered_json& place : places) {
    if (!place.is_object()) continue;
    const auto at = place.find("page");
    if (at != place.end() && at->is_number_integer()) pages.insert(at->get<int64_t>());
  }
  return pages;
}

ordered_json DiagnosticRow(const Statement& row) {
  ordered_json json = HeadJson(ReadHead(row));
  int column = kHeadColumnCount;
  for (const char* name : {"source", "severity", "code", "message"}) {
    json[name] = OrNull(row.OptionalText(column++));
  }
  const std::optional<int64_t> page = row.OptionalInt(column++);
  json["pages"] = PagesOf(JsonAt(row, column), page);
  return json;
}

}  // namespace

Status EachPartner(Archive& archive, const PartnerFilter& filter, const RowSink& take) {
  const Result<Condition> where = ConditionOf(filter);
  if (!where.ok()) return where.error();
  const std::string sql = fmt::format(
      "SELECT {}, p.name, p.kind, p.country, p.page, p.raw, p.score "
      "FROM partners p JOIN letters l ON l.id = p.letter_id{} "
      "ORDER BY p.name_fold, p.country, l.date_key, l.id, p.ordinal",
      kHeadColumns, Where(*where));
  return EachRow(archive.database(), sql, *where,
                 [&](const Statement& row) { return take(PartnerRow(row)); });
}

Status GroupPartners(Archive& archive, const PartnerFilter& filter, const RowSink& take) {
  const Result<Condition> where = ConditionOf(filter);
  if (!where.ok()) return where.error();
  // SQLite takes the plain columns from the row that holds the max().
  const std::string sql = fmt::format(
      "SELECT p.name, p.kind, p.country, count(DISTINCT l.id) AS letters, l.id, l.number, l.year, "
      "l.month, l.day, max(coalesce(l.date_key, 0)) "
      "FROM partners p JOIN letters l ON l.id = p.letter_id{} "
      "GROUP BY p.name, p.kind, p.country ORDER BY letters DESC, p.name_fold, p.kind, p.country",
      Where(*where));
  return EachRow(archive.database(), sql, *where, [&](const Statement& row) {
    return take({{"name", OrNull(row.OptionalText(0))},
                 {"kind", OrNull(row.OptionalText(1))},
                 {"country", OrNull(row.OptionalText(2))},
                 {"letters", row.Int(3)},
                 {"last_letter_id", row.Int(4)},
                 {"last_number", OrNull(row.OptionalText(5))},
                 {"last_date", OrNull(DateText(row, 6))}});
  });
}

Status SumPartners(Archive& archive, const PartnerFilter& filter, PartnerGroup group,
                   const RowSink& take) {
  const Result<Condition> where = ConditionOf(filter);
  if (!where.ok()) return where.error();
  const Grouping by = GroupingOf(group);
  const std::string sql = fmt::format(
      "SELECT {} AS grp, count(DISTINCT json_array(p.name, p.kind, p.country)), "
      "count(DISTINCT l.id) FROM partners p JOIN letters l ON l.id = p.letter_id{} "
      "GROUP BY grp ORDER BY grp IS NULL, grp",
      by.column, Where(*where));
  return EachRow(archive.database(), sql, *where, [&](const Statement& row) {
    return take({{by.name, by.Value(row)}, {"partners", row.Int(1)}, {"letters", row.Int(2)}});
  });
}

Status EachDeadline(Archive& archive, const DeadlineFilter& filter, const RowSink& take) {
  const Condition where = ConditionOf(filter);
  const std::string sql = fmt::format(
      "SELECT {}, d.due, d.task, d.assignee, d.page, d.raw, d.score "
      "FROM deadlines d JOIN letters l ON l.id = d.letter_id{} "
      "ORDER BY d.due_first IS NULL, d.due_first, l.id, d.ordinal",
      kHeadColumns, Where(where));
  return EachRow(archive.database(), sql, where,
                 [&](const Statement& row) { return take(DeadlineRow(row)); });
}

Status SumDeadlines(Archive& archive, const DeadlineFilter& filter, DeadlineGroup group,
                    const RowSink& take) {
  const Condition where = ConditionOf(filter);
  const Grouping by = GroupingOf(group);
  const std::string sql = fmt::format(
      "SELECT {} AS grp, count(*), count(DISTINCT l.id), min(d.due), max(d.due) "
      "FROM deadlines d JOIN letters l ON l.id = d.letter_id{} "
      "GROUP BY grp ORDER BY grp IS NULL, grp",
      by.column, Where(where));
  return EachRow(archive.database(), sql, where, [&](const Statement& row) {
    return take({{by.name, by.Value(row)},
                 {"deadlines", row.Int(1)},
                 {"letters", row.Int(2)},
                 {"first_due", OrNull(row.OptionalText(3))},
                 {"last_due", OrNull(row.OptionalText(4))}});
  });
}

Status EachDiagnostic(Archive& archive, std::string_view prefix, std::span<const int64_t> letters,
                      const RowSink& take) {
  for (const int64_t letter : letters) {
    Result<Statement> known = archive.database().Prepare("SELECT 1 FROM letters WHERE id = ?");
    if (!known.ok()) return known.error();
    const Result<bool> there = known->With(letter).Step();
    if (!there.ok()) return there.error();
    if (!*there) {
      return Error{ErrorCode::kNotFound, fmt::format("there is no letter {}", letter), "", 0};
    }
  }
  const auto ask = [&](Condition where) {
    where.And({"substr(g.code, 1, length(?)) = ?", {std::string(prefix), std::string(prefix)}});
    const std::string sql = fmt::format(
        "SELECT {}, f.name, g.severity, g.code, g.message, g.page, g.places FROM diagnostics g "
        "JOIN letters l ON l.id = g.letter_id JOIN files f ON f.id = l.file_id{} "
        "ORDER BY l.id, g.ordinal",
        kHeadColumns, Where(where));
    return EachRow(archive.database(), sql, where,
                   [&](const Statement& row) { return take(DiagnosticRow(row)); });
  };
  if (letters.empty()) return ask({});
  for (const int64_t letter : letters) {
    if (Status status = ask({"l.id = ?", {letter}}); !status.ok()) return status;
  }
  return Done{};
}

}  // namespace vanthu::archive
