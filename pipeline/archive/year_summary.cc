#include "pipeline/archive/year_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "pipeline/archive/delegation_doubles.h"
#include "pipeline/archive/delegation_stage.h"
#include "pipeline/archive/fact_select.h"
#include "pipeline/archive/letter_head.h"

namespace vanthu::archive {
namespace {

using nlohmann::ordered_json;

struct Bounds {
  double min = 0, max = 0;
};

// One row of a table.
struct Row {
  ListedDelegation listed;
  std::string direction;
  DelegationStage stage = DelegationStage::kUnclear;
  int year = 0;
  Bounds count{1, 1};
  std::optional<Bounds> members;
};

struct Tally {
  int64_t rows = 0, unknown = 0, doubles = 0;
  Bounds delegations;
  std::optional<Bounds> people;

  void Add(const Row& row) {
    ++rows;
    delegations.min += row.count.min;
    delegations.max += row.count.max;
    if (!row.members) {
      ++unknown;
      return;
    }
    if (!people) people = Bounds{};
    people->min += row.members->min;
    people->max += row.members->max;
  }
};

// A sum in running text.
struct Stated {
  int64_t letter = 0;
  Bounds delegations;
  std::optional<Bounds> people;
  ordered_json period;
  std::string raw;
  int64_t days = 0;  // that it covers, 0 where that is not said
};

// Of a direction, stage and year.
struct Group {
  Tally all;
  std::map<std::string, Tally> countries;
};
using GroupKey = std::tuple<std::string, DelegationStage, int>;

ordered_json WholeNumber(double number) { return static_cast<int64_t>(number); }

ordered_json BoundsJson(const Bounds& bounds) {
  return {{"min", WholeNumber(bounds.min)}, {"max", WholeNumber(bounds.max)}};
}
ordered_json BoundsJson(const std::optional<Bounds>& bounds) {
  return bounds ? BoundsJson(*bounds) : ordered_json(nullptr);
}

// From one number to another, each of which may lie anywhere within its bounds.
Bounds Difference(const Bounds& now, const Bounds& before) {
  return {now.min - before.max, now.max - before.min};
}

ordered_json TallyJson(const Tally& tally) {
  return {{"delegations", BoundsJson(tally.delegations)},
          {"people", BoundsJson(tally.people)},
          {"rows", tally.rows},
          {"people_unknown", tally.unknown},
          {"doubles", tally.doubles}};
}

// --- Reading -------------------------------------------------------------------------------------

// Titles and heads of the letter's tables of that direction on that page: what the row may stand in.
constexpr const char* kTables =
    "(SELECT json_group_array(json_object('title', json_extract(e.value, '$.title'), 'columns', "
    "json_extract(e.value, '$.columns'))) FROM records r, json_each(r.record, '$.tables') e, "
    "json_each(e.value, '$.pages') p WHERE r.id = l.id AND p.atom = d.page AND "
    "json_extract(e.value, '$.kind') = "
    "CASE d.direction WHEN 'in' THEN 'incoming_delegations' ELSE 'outgoing_delegations' END)";

// On `letters l` and a table `d` with a direction.
Condition ConditionOf(const SummaryQuestion& question) {
  Condition where = Equals("d.direction", question.direction);
  if (question.issuer) where.And(IssuedBy(*question.issuer));
  return where;
}

std::string TextOr(const Statement& row, int column) {
  return row.OptionalText(column).value_or("");
}

std::optional<Bounds> BoundsAt(const Statement& row, int column) {
  if (row.IsNull(column)) return std::nullopt;
  const double min = row.Real(column);
  return Bounds{min, row.IsNull(column + 1) ? min : row.Real(column + 1)};
}

std::vector<std::string> Texts(const ordered_json& list) {
  std::vector<std::string> texts;
  for (const ordered_json& text : list) {
    if (text.is_string()) texts.push_back(text.get<std::string>());
  }
  return texts;
}

std::vector<StagedTable> TablesAt(const Statement& row, int column) {
  std::vector<StagedTable> tables;
  for (const ordered_json& table : JsonAt(row, column)) {
    const ordered_json& title = table.at("title");
    tables.push_back(
        {title.is_string() ? title.get<std::string>() : "", Texts(table.at("columns"))});
  }
  return tables;
}

Row ReadDelegation(const Statement& row) {
  const LetterHead head = ReadHead(row);
  int column = kHeadColumnCount;
  Row read;
  read.listed.letter = head.id;
  read.listed.issuer = head.issuer.value_or("");
  read.listed.place = TextOr(row, column++);
  read.direction = TextOr(row, column++);
  read.listed.purpose = TextOr(row, column++);
  read.listed.head = TextOr(row, column++);
  read.listed.content = TextOr(row, column++);
  for (std::string& country : Texts(JsonAt(row, column++))) {
    read.listed.countries.insert(std::move(country));
  }
  read.members = BoundsAt(row, column);
  if (read.members) read.listed.members = read.members->min;
  column += 2;
  read.count = BoundsAt(row, column).value_or(Bounds{1, 1});
  column += 2;
  read.listed.period_start = TextOr(row, column++);
  read.listed.period_end = TextOr(row, column++);
  const std::string printed = TextOr(row, column++);
  const StagedRow staged{head.doc_type.value_or(""),   head.subject.value_or(""),
                         head.issue_date.value_or(""), read.listed.period_start,
                         read.listed.period_end,       printed,
                         TablesAt(row, column)};
  read.stage = StageOf(staged);
  read.year = YearOf(staged, read.stage).value_or(0);
  return read;
}

// All rows that can be of the two years, newest letter first. A row without a period may be of another year
// than its letter, which YearOf decides.
Result<std::vector<Row>> ReadRows(Archive& archive, const SummaryQuestion& question) {
  Condition where = ConditionOf(question);
  where.And(
      {"(d.period_raw IS NULL OR d.period_start IS NULL AND d.period_end IS NULL "
       "OR d.first_year BETWEEN ? AND ?)",
       {int64_t{question.year} - 1, int64_t{question.year}}});
  const std::string sql = fmt::format(
      "SELECT {}, l.place, d.direction, d.purpose, d.head, d.content, d.countries, d.members_min, "
      "d.members_max, d.count_min, d.count_max, d.period_start, d.period_end, coalesce(d.raw, '') "
      "|| ' ' || "
      "coalesce(d.period_raw, '') || ' ' || coalesce(d.members, ''), {} "
      "FROM delegations d JOIN letters l ON l.id = d.letter_id{} "
      "ORDER BY l.date_key DESC, l.id DESC, d.ordinal",
      kHeadColumns, kTables, Where(where));
  std::vector<Row> rows;
  const Status read = EachRow(archive.database(), sql, where, [&](const Statement& row) -> Status {
    Row one = ReadDelegation(row);
    if (one.year == question.year || one.year == question.year - 1) rows.push_back(std::move(one));
    return Done{};
  });
  if (!read.ok()) return read.error();
  return rows;
}

// Days from `start` to `end`, by the calendar of 31-day months: enough to tell which is longer.
int64_t DaysCovered(const std::string& start, const std::string& end) {
  const auto days = [](const std::string& iso) {
    return iso.size() == 10 ? std::stoll(iso.substr(0, 4)) * 372 +
                                  std::stoll(iso.substr(5, 2)) * 31 + std::stoll(iso.substr(8, 2))
                            : 0;
  };
  return start.empty() || end.empty() ? 0 : days(end) - days(start) + 1;
}

bool SaysMore(const Stated& a, const Stated& b) {
  return std::tuple(a.days, a.delegations.max) > std::tuple(b.days, b.delegations.max);
}

// By direction: the sum that says most of the year. One without a period is of the year that the letter's subject
// looks back on.
Result<std::map<std::string, Stated>> ReadStated(Archive& archive,
                                                 const SummaryQuestion& question) {
  Condition where = ConditionOf(question);
  where.And(
      {"(d.period_start IS NULL AND d.period_end IS NULL OR d.first_year = ? AND "
       "d.last_year = ?) AND d.count_min IS NOT NULL",
       {int64_t{question.year}, int64_t{question.year}}});
  const std::string sql = fmt::format(
      "SELECT {}, d.direction, d.count_min, d.count_max, d.members_min, d.members_max, "
      "d.period_start, d.period_end, d.period_raw, d.raw "
      "FROM delegation_totals d JOIN letters l ON l.id = d.letter_id{} "
      "ORDER BY l.date_key DESC, l.id DESC, d.ordinal",
      kHeadColumns, Where(where));
  std::map<std::string, Stated> most;
  const Status read = EachRow(archive.database(), sql, where, [&](const Statement& row) -> Status {
    const LetterHead head = ReadHead(row);
    const int first = kHeadColumnCount;
    const StagedRow staged{"",
                           head.subject.value_or(""),
                           head.issue_date.value_or(""),
                           TextOr(row, first + 5),
                           TextOr(row, first + 6),
                           ""};
    if (YearOf(staged, DelegationStage::kReported) != question.year) return Done{};
    Stated stated;
    stated.letter = head.id;
    stated.delegations = BoundsAt(row, first + 1).value_or(Bounds{});
    stated.people = BoundsAt(row, first + 3);
    stated.period = PeriodAt(row, first + 5);
    stated.raw = TextOr(row, first + 8);
    stated.days = DaysCovered(staged.period_start, staged.period_end);
    const auto [at, is_new] = most.try_emplace(TextOr(row, first), stated);
    if (!is_new && SaysMore(stated, at->second)) at->second = std::move(stated);
    return Done{};
  });
  if (!read.ok()) return read.error();
  return most;
}

// --- Adding up -----------------------------------------------------------------------------------

std::map<GroupKey, Group> Grouped(std::vector<Row> rows) {
  std::map<GroupKey, std::vector<Row>> parted;
  for (Row& row : rows) {
    parted[{row.direction, row.stage, row.year}].push_back(std::move(row));
  }
  std::map<GroupKey, Group> groups;
  for (const auto& entry : parted) {
    const auto& [key, rows_of] = entry;
    const std::vector<Row>& part = rows_of;
    std::vector<ListedDelegation> listed;
    for (const Row& row : part) listed.push_back(row.listed);
    const std::vector<bool> doubles = FindDoubles(listed);
    Group& group = groups[key];
    for (size_t i = 0; i < part.size(); ++i) {
      const auto add = [&](Tally& tally) {
        if (doubles[i]) {
          ++tally.doubles;
        } else {
          tally.Add(part[i]);
        }
      };
      add(group.all);
      if (part[i].listed.countries.empty()) add(group.countries[""]);
      for (const std::string& country : part[i].listed.countries) add(group.countries[country]);
    }
  }
  return groups;
}

ordered_json ChangeJson(const Tally& now, const Tally& before) {
  ordered_json change = {
      {"delegations", BoundsJson(Difference(now.delegations, before.delegations))}};
  change["people"] = now.people && before.people
                         ? BoundsJson(Difference(*now.people, *before.people))
                         : ordered_json(nullptr);
  return change;
}

ordered_json StatedJson(const Stated& stated) {
  return {{"delegations", BoundsJson(stated.delegations)},
          {"people", BoundsJson(stated.people)},
          {"period", stated.period},
          {"letter_id", stated.letter},
          {"raw", stated.raw}};
}

// Countries of both years, most delegations first.
std::vector<std::string> CountriesOf(const Group* now, const Group* before) {
  std::set<std::string> names;
  for (const Group* group : {now, before}) {
    if (group == nullptr) continue;
    for (const auto& [country, tally] : group->countries) names.insert(country);
  }
  std::vector<std::string> countries(names.begin(), names.end());
  const auto count = [](const Group* group, const std::string& country) {
    if (group == nullptr || !group->countries.contains(country)) return 0.0;
    return group->countries.at(country).delegations.max;
  };
  std::ranges::stable_sort(countries, [&](const std::string& a, const std::string& b) {
    return std::pair(count(now, a), count(before, a)) > std::pair(count(now, b), count(before, b));
  });
  return countries;
}

// A country that a year's letters do not name had no delegation; a year of which no letter tells may have had some.
std::optional<Tally> TallyOf(const Group* group, const std::optional<std::string>& country) {
  if (group == nullptr) return std::nullopt;
  if (!country) return group->all;
  const auto at = group->countries.find(*country);
  if (at != group->countries.end()) return at->second;
  Tally none;
  none.people = Bounds{};
  return none;
}

class Writer {
 public:
  Writer(const SummaryQuestion& question, std::map<GroupKey, Group> groups,
         std::map<std::string, Stated> stated)
      : question_(question), groups_(std::move(groups)), stated_(std::move(stated)) {}

  Status Write(const RowSink& take) const {
    for (const char* direction : {"out", "in"}) {
      for (const DelegationStage stage :
           {DelegationStage::kPlanned, DelegationStage::kReported, DelegationStage::kUnclear}) {
        if (Status status = WriteStage(direction, stage, take); !status.ok()) return status;
      }
    }
    return Done{};
  }

 private:
  const Group* Find(const std::string& direction, DelegationStage stage, int year) const {
    const auto at = groups_.find({direction, stage, year});
    return at == groups_.end() ? nullptr : &at->second;
  }

  Status WriteStage(const std::string& direction, DelegationStage stage,
                    const RowSink& take) const {
    const Group* now = Find(direction, stage, question_.year);
    const Group* before = Find(direction, stage, question_.year - 1);
    const auto stated = stated_.find(direction);
    const bool says = stage == DelegationStage::kReported && stated != stated_.end();
    if (now == nullptr && before == nullptr && !says) return Done{};
    std::vector<std::optional<std::string>> countries = {std::nullopt};
    for (std::string& country : CountriesOf(now, before)) countries.push_back(std::move(country));
    for (const std::optional<std::string>& country : countries) {
      ordered_json row = {
          {"year", question_.year},
          {"direction", direction},
          {"stage", StageName(stage)},
          {"part", country ? "country" : "all"},
          {"country", OrNull(country && !country->empty() ? country : std::nullopt)}};
      const std::optional<Tally> this_year = TallyOf(now, country);
      const std::optional<Tally> last_year = TallyOf(before, country);
      const ordered_json nothing = {{"delegations", nullptr},
                                    {"people", nullptr},
                                    {"rows", 0},
                                    {"people_unknown", 0},
                                    {"doubles", 0}};
      row.update(this_year ? TallyJson(*this_year) : nothing);
      row["before"] = last_year ? TallyJson(*last_year) : ordered_json(nullptr);
      row["change"] = this_year && last_year
                          ? ChangeJson(*this_year, *last_year)
                          : ordered_json{{"delegations", nullptr}, {"people", nullptr}};
      row["stated"] = says && !country ? StatedJson(stated->second) : ordered_json(nullptr);
      if (Status status = take(row); !status.ok()) return status;
    }
    return Done{};
  }

  SummaryQuestion question_;
  std::map<GroupKey, Group> groups_;
  std::map<std::string, Stated> stated_;
};

}  // namespace

Status SummarizeYear(Archive& archive, const SummaryQuestion& question, const RowSink& take) {
  Result<std::vector<Row>> rows = ReadRows(archive, question);
  if (!rows.ok()) return rows.error();
  Result<std::map<std::string, Stated>> stated = ReadStated(archive, question);
  if (!stated.ok()) return stated.error();
  return Writer(question, Grouped(std::move(*rows)), std::move(*stated)).Write(take);
}

}  // namespace vanthu::archive
