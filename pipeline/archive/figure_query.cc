// Figures of fact_query.h.
#include <fmt/format.h>

#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "models/text/fold.h"
#include "pipeline/archive/country_query.h"
#include "pipeline/archive/decimal_sum.h"
#include "pipeline/archive/fact_select.h"
#include "pipeline/archive/letter_head.h"
#include "pipeline/archive/words.h"

namespace vanthu::archive {
namespace {

using nlohmann::ordered_json;

// Units that are typed otherwise than records hold them; folded.
constexpr std::array kTypedUnits = {
    std::pair{"dong", "vnd"},     std::pair{"vn dong", "vnd"},      std::pair{"do la", "usd"},
    std::pair{"do la my", "usd"}, std::pair{"do la hoa ky", "usd"}, std::pair{"euro", "eur"},
    std::pair{"phan tram", "%"},
};

std::string UnitFold(std::string_view typed) {
  std::string words = FoldedWords(typed);
  if (words.empty()) words = typed;
  for (const auto& [other, unit] : kTypedUnits) {
    if (words == other) return unit;
  }
  return words;
}

Error NoDecimal(std::string_view name, std::string_view text) {
  return {ErrorCode::kUsage,
          fmt::format("{} is a number such as 1500000 or 0.5, not \"{}\"", name, text), "", 0};
}

// kUsage for what is neither a unit of the archive nor a currency.
Status CheckUnit(Database& db, std::string_view typed, const std::string& unit) {
  Result<Statement> known = db.Prepare("SELECT 1 FROM figures WHERE unit_fold = ? LIMIT 1");
  if (!known.ok()) return known.error();
  const Result<bool> there = known->With(unit).Step();
  if (!there.ok()) return there.error();
  if (*there || unit == "%" || IsCurrencyCode(Upper(unit))) return Done{};
  return Error{
      ErrorCode::kUsage,
      fmt::format("no figure of the archive has the unit \"{}\", and it is no currency", typed), "",
      0};
}

// On `figures f` and `letters l`.
Result<Condition> ConditionOf(Database& db, const FigureFilter& filter) {
  Condition where = Equals("f.kind", filter.kind);
  if (filter.unit) {
    const std::string unit = UnitFold(*filter.unit);
    if (Status status = CheckUnit(db, *filter.unit, unit); !status.ok()) return status.error();
    where.And(Equals("f.unit_fold", unit));
  }
  if (filter.label) where.And(HasWords("f.label_fold", *filter.label));
  if (filter.min) {
    if (!IsDecimal(*filter.min)) return NoDecimal("--min", *filter.min);
    where.And({"coalesce(f.amount_max, f.amount) >= CAST(? AS REAL)", {*filter.min}});
  }
  if (filter.max) {
    if (!IsDecimal(*filter.max)) return NoDecimal("--max", *filter.max);
    where.And({"f.amount <= CAST(? AS REAL)", {*filter.max}});
  }
  if (filter.year) where.And({"l.year = ?", {int64_t{*filter.year}}});
  if (filter.issuer) where.And(IssuedBy(*filter.issuer));
  return where;
}

ordered_json FigureRow(const Statement& row) {
  ordered_json json = HeadJson(ReadHead(row));
  int column = kHeadColumnCount;
  for (const char* name : {"kind", "value", "value_max", "unit", "approx", "change", "baseline",
                           "label", "section", "of"}) {
    json[name] = OrNull(row.OptionalText(column++));
  }
  json["same_as"] = OrNull(row.OptionalInt(column++));
  AddPlace(row, column, json);
  return json;
}

// --- Sums ----------------------------------------------------------------------------------------

struct Item {
  int64_t ordinal = 0;
  std::optional<int64_t> same_as;
  std::optional<std::string> group, kind, unit, value, value_max;
};

struct Sum {
  int64_t figures = 0, unknown = 0;
  DecimalSum least, most;
  bool has_ranges = false;
};

using SumKey = std::tuple<std::optional<std::string>, std::optional<std::string>,
                          std::optional<std::string>>;  // group, kind, unit

class Summer {
 public:
  void Add(int64_t letter, Item item) {
    if (letter != letter_) EndLetter();
    letter_ = letter;
    items_.push_back(std::move(item));
  }

  // Which figures are in the sum is known once all those of the letter are.
  void EndLetter() {
    std::set<int64_t> in;
    for (const Item& item : items_) in.insert(item.ordinal);
    for (const Item& item : items_) {
      // Where each points to the other, one stays.
      const bool again =
          item.same_as && *item.same_as != item.ordinal && in.contains(*item.same_as);
      if (again) in.erase(item.ordinal);
    }
    for (const Item& item : items_) {
      if (in.contains(item.ordinal)) Count(item);
    }
    items_.clear();
  }

  const std::map<SumKey, Sum>& sums() const { return sums_; }

 private:
  void Count(const Item& item) {
    Sum& sum = sums_[{item.group, item.kind, item.unit}];
    ++sum.figures;
    if (!item.value || !sum.least.Add(*item.value)) {
      ++sum.unknown;
      return;
    }
    sum.most.Add(item.value_max && IsDecimal(*item.value_max) ? *item.value_max : *item.value);
    sum.has_ranges = sum.has_ranges || item.value_max.has_value();
  }

  int64_t letter_ = 0;
  std::vector<Item> items_;
  std::map<SumKey, Sum> sums_;
};

// Percentages of different wholes add up to nothing.
bool AddsUp(const std::optional<std::string>& kind) { return kind != "percent" && kind != "rate"; }

struct Grouping {
  const char* name;
  const char* column;
};
Grouping GroupingOf(FigureGroup group) {
  switch (group) {
    case FigureGroup::kYear: return {"year", "CAST(l.year AS TEXT)"};
    case FigureGroup::kLabel: return {"label", "f.label"};
    case FigureGroup::kIssuer: return {"issuer", "l.issuer"};
    case FigureGroup::kUnit: break;
  }
  return {"unit", "NULL"};
}

ordered_json SumRow(FigureGroup group, const SumKey& key, const Sum& sum) {
  const auto& [name, kind, unit] = key;
  ordered_json row = ordered_json::object();
  if (group == FigureGroup::kYear) {
    row["year"] = name ? ordered_json(std::stoi(*name)) : ordered_json(nullptr);
  } else if (group != FigureGroup::kUnit) {
    row[GroupingOf(group).name] = OrNull(name);
  }
  const bool adds_up = AddsUp(kind) && sum.unknown < sum.figures;
  row["kind"] = OrNull(kind);
  row["unit"] = OrNull(unit);
  row["figures"] = sum.figures;
  row["sum"] = adds_up ? ordered_json(sum.least.Text()) : ordered_json(nullptr);
  row["sum_max"] =
      adds_up && sum.has_ranges ? ordered_json(sum.most.Text()) : ordered_json(nullptr);
  row["unknown"] = sum.unknown;
  return row;
}

}  // namespace

Status EachFigure(Archive& archive, const FigureFilter& filter, const RowSink& take) {
  const Result<Condition> where = ConditionOf(archive.database(), filter);
  if (!where.ok()) return where.error();
  const std::string sql = fmt::format(
      "SELECT {}, f.kind, f.value, f.value_max, f.unit, f.approx, f.change, f.baseline, f.label, "
      "f.section, f.whole, f.same_as, f.page, f.raw, f.score "
      "FROM figures f JOIN letters l ON l.id = f.letter_id{} "
      "ORDER BY l.date_key, l.id, f.ordinal",
      kHeadColumns, Where(*where));
  return EachRow(archive.database(), sql, *where,
                 [&](const Statement& row) { return take(FigureRow(row)); });
}

Status SumFigures(Archive& archive, const FigureFilter& filter, FigureGroup group,
                  const RowSink& take) {
  const Result<Condition> where = ConditionOf(archive.database(), filter);
  if (!where.ok()) return where.error();
  const std::string sql = fmt::format(
      "SELECT f.letter_id, f.ordinal, f.same_as, {}, f.kind, f.unit, f.value, f.value_max "
      "FROM figures f JOIN letters l ON l.id = f.letter_id{} ORDER BY f.letter_id, f.ordinal",
      GroupingOf(group).column, Where(*where));
  Summer summer;
  const Status read = EachRow(archive.database(), sql, *where, [&](const Statement& row) -> Status {
    summer.Add(row.Int(0),
               {row.Int(1), row.OptionalInt(2), row.OptionalText(3), row.OptionalText(4),
                row.OptionalText(5), row.OptionalText(6), row.OptionalText(7)});
    return Done{};
  });
  if (!read.ok()) return read;
  summer.EndLetter();
  for (const auto& [key, sum] : summer.sums()) {
    if (Status status = take(SumRow(group, key, sum)); !status.ok()) return status;
  }
  return Done{};
}

}  // namespace vanthu::archive
