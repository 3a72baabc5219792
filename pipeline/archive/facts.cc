#include "pipeline/archive/facts.h"

#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <string>
#include <string_view>

#include "models/document/letter_json.h"
#include "models/document/page_json.h"
#include "pipeline/archive/letter_head.h"
#include "pipeline/archive/words.h"

namespace vanthu::archive {
namespace {

using Text = std::optional<std::string>;

constexpr std::array<std::string_view, 10> kTables = {"figures",
                                                      "partners",
                                                      "deadlines",
                                                      "delegations",
                                                      "delegation_countries",
                                                      "delegation_partners",
                                                      "delegation_totals",
                                                      "conferences",
                                                      "diagnostics",
                                                      "stamps"};

// A row of the table; its columns in their order.
template <typename... T>
Status Insert(Database& db, std::string_view table, const T&... columns) {
  std::string sql = fmt::format("INSERT INTO {} VALUES (?", table);
  for (size_t i = 1; i < sizeof...(columns); ++i) sql += ",?";
  Result<Statement> insert = db.Prepare(sql + ")");
  if (!insert.ok()) return insert.error();
  return insert->With(columns...).Run();
}

int FirstPage(const Evidenced& value) {
  return value.evidence.empty() ? 0 : value.evidence[0].page;
}

Text Folded(const Text& text) {
  if (!text) return std::nullopt;
  return FoldedWords(*text);
}

// A unit that is all marks (%) stays as it is.
Text FoldedUnit(const Text& unit) {
  Text folded = Folded(unit);
  return folded && folded->empty() ? unit : folded;
}

std::optional<double> Amount(const Text& decimal) {
  if (!decimal) return std::nullopt;
  return std::strtod(decimal->c_str(), nullptr);
}

std::string Dump(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// A range as a row holds it: the record's own object, and its ends.
struct Span {
  explicit Span(const std::optional<Range>& range) {
    if (!range) return;
    json = Dump(RangeToJson(*range));
    min = range->min;
    max = range->max;
  }
  Text json;
  std::optional<double> min, max;
};

// A period as a row holds it; the years are those of the letter where it has none.
struct Times {
  Times(const std::optional<Period>& period, std::optional<int> letter_year)
      : first_year(letter_year), last_year(letter_year) {
    if (!period) return;
    raw = period->raw;
    if (period->start) start = IsoDate(*period->start);
    if (period->end) end = IsoDate(*period->end);
    if (const auto& first = period->start ? period->start : period->end) first_year = first->year;
    if (const auto& last = period->end ? period->end : period->start) last_year = last->year;
  }
  Text start, end, raw;
  std::optional<int> first_year, last_year;
};

std::optional<int> YearOf(const Record& record) {
  return record.issue_date ? record.issue_date->year : std::nullopt;
}

Status FillFigures(Database& db, int64_t letter, const Record& record) {
  int ordinal = 0;
  for (const Figure& f : record.figures) {
    const Status added =
        Insert(db, "figures", letter, ordinal++, FigureKindName(f.kind), f.value, f.value_max,
               Amount(f.value), Amount(f.value_max), f.unit, FoldedUnit(f.unit),
               ApproximationName(f.approx), ChangeName(f.change), f.baseline, f.label,
               Folded(f.label), f.section, f.of, f.same_as, FirstPage(f), f.raw, Rounded(f.score));
    if (!added.ok()) return added;
  }
  return Done{};
}

Status FillPartners(Database& db, int64_t letter, const Record& record) {
  int ordinal = 0;
  for (const Partner& p : record.partners) {
    const Status added =
        Insert(db, "partners", letter, ordinal++, p.name, FoldedWords(p.name),
               PartnerKindName(p.kind), p.country, FirstPage(p), p.raw, Rounded(p.score));
    if (!added.ok()) return added;
  }
  return Done{};
}

Status FillDeadlines(Database& db, int64_t letter, const Record& record) {
  int ordinal = 0;
  for (const Deadline& d : record.deadlines) {
    const DateValue& due = d.due;
    std::optional<int> first, last;
    if (due.year) {
      const int day = due.month ? due.day.value_or(0) : 0;
      const int last_day = due.month ? due.day.value_or(99) : 99;
      first = *due.year * 10000 + due.month.value_or(0) * 100 + day;
      last = *due.year * 10000 + due.month.value_or(99) * 100 + last_day;
    }
    const Status added =
        Insert(db, "deadlines", letter, ordinal++, DateText(due.year, due.month, due.day), first,
               last, d.task, d.assignee, Folded(d.assignee), FirstPage(d), d.raw, Rounded(d.score));
    if (!added.ok()) return added;
  }
  return Done{};
}

Status FillDelegations(Database& db, int64_t letter, const Record& record) {
  int ordinal = 0;
  for (const Delegation& d : record.delegations) {
    const Span members(d.members), days(d.days), count(d.count);
    const Times times(d.period, YearOf(record));
    const Status added =
        Insert(db, "delegations", letter, ordinal++, DirectionName(d.direction), d.seq, d.purpose,
               Dump(d.countries), d.head, d.content, Dump(d.partners), members.json, members.min,
               members.max, days.json, days.min, days.max, count.json, count.min, count.max,
               times.start, times.end, times.raw, times.first_year, times.last_year, d.funding,
               FirstPage(d), d.raw, Rounded(d.score));
    if (!added.ok()) return added;
  }
  return Done{};
}

// The countries and partners of the delegations one by one.
Status FillDelegationLists(Database& db, int64_t letter, const Record& record) {
  int ordinal = 0;
  for (const Delegation& d : record.delegations) {
    int place = 0;
    for (const std::string& country : d.countries) {
      const Status added = Insert(db, "delegation_countries", letter, ordinal, place++, country);
      if (!added.ok()) return added;
    }
    place = 0;
    for (const std::string& partner : d.partners) {
      const Status added =
          Insert(db, "delegation_partners", letter, ordinal, place++, FoldedWords(partner));
      if (!added.ok()) return added;
    }
    ++ordinal;
  }
  return Done{};
}

Status FillTotals(Database& db, int64_t letter, const Record& record) {
  int ordinal = 0;
  for (const DelegationTotal& t : record.delegation_totals) {
    const Span count(t.count), members(t.members);
    const Times times(t.period, YearOf(record));
    const Status added =
        Insert(db, "delegation_totals", letter, ordinal++, DirectionName(t.direction), count.json,
               count.min, count.max, members.json, members.min, members.max, times.start, times.end,
               times.raw, times.first_year, times.last_year, FirstPage(t), t.raw, Rounded(t.score));
    if (!added.ok()) return added;
  }
  return Done{};
}

Status FillConferences(Database& db, int64_t letter, const Record& record) {
  int ordinal = 0;
  for (const Conference& c : record.conferences) {
    const Span local(c.local_delegates), foreign(c.foreign_delegates);
    const Times times(c.period, YearOf(record));
    const Status added = Insert(db, "conferences", letter, ordinal++, c.seq, c.name, times.start,
                                times.end, times.raw, times.first_year, times.last_year, local.json,
                                local.min, local.max, foreign.json, foreign.min, foreign.max,
                                c.content, c.funding, FirstPage(c), c.raw, Rounded(c.score));
    if (!added.ok()) return added;
  }
  return Done{};
}

Status FillDiagnostics(Database& db, int64_t letter, const Record& record) {
  int ordinal = 0;
  for (const Diagnostic& d : record.diagnostics) {
    const Text places = d.evidence.empty() ? Text() : Dump(EvidenceToJson(d.evidence));
    std::optional<int64_t> page;
    if (d.page > 0) page = d.page;
    const Status added = Insert(db, "diagnostics", letter, ordinal++, SeverityName(d.severity),
                                d.code, d.message, page, places);
    if (!added.ok()) return added;
  }
  return Done{};
}

Status FillStamp(Database& db, int64_t letter, const Record& record) {
  if (!record.stamp) return Done{};
  const Stamp& stamp = *record.stamp;
  const DateValue date = stamp.date.value_or(DateValue{});
  return Insert(db, "stamps", letter, stamp.office, stamp.number, date.year, date.month, date.day,
                stamp.forwarded_to, FirstPage(stamp));
}

}  // namespace

Status FillFacts(Database& db, int64_t letter, const Record& record) {
  for (const auto fill :
       {FillFigures, FillPartners, FillDeadlines, FillDelegations, FillDelegationLists, FillTotals,
        FillConferences, FillDiagnostics, FillStamp}) {
    if (Status status = fill(db, letter, record); !status.ok()) return status;
  }
  return Done{};
}

Status FillFactsAsStored(Database& db, int64_t letter) {
  for (const std::string_view table : kTables) {
    Result<Statement> insert = db.Prepare(
        fmt::format("INSERT INTO {0} SELECT * FROM {0}_in_records WHERE letter_id = ?", table));
    if (!insert.ok()) return insert.error();
    if (Status status = insert->With(letter).Run(); !status.ok()) return status;
  }
  return Done{};
}

Status ClearFacts(Database& db, int64_t letter) {
  for (const std::string_view table : kTables) {
    Result<Statement> statement =
        db.Prepare(fmt::format("DELETE FROM {} WHERE letter_id = ?", table));
    if (!statement.ok()) return statement.error();
    if (Status status = statement->With(letter).Run(); !status.ok()) return status;
  }
  return Done{};
}

}  // namespace vanthu::archive
