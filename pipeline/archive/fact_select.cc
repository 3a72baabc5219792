#include "pipeline/archive/fact_select.h"

#include <fmt/format.h>

#include <cmath>

#include "models/lexicon/names.h"
#include "models/text/fold.h"
#include "models/text/normalize.h"
#include "pipeline/archive/letter_head.h"
#include "pipeline/archive/words.h"

namespace vanthu::archive {

using nlohmann::ordered_json;

Condition HasWords(const std::string& fold_column, std::string_view typed) {
  // A filter of no words lets nothing through: instr() finds two blanks nowhere.
  return {fmt::format("instr(' ' || {} || ' ', ' ' || ? || ' ') > 0", fold_column),
          {FoldedWords(Normalize(typed).text)}};
}

Condition IssuedBy(std::string_view typed) {
  const std::string column = "vanthu_words(l.issuer)";
  Condition either = HasWords(column, typed);
  Condition full = HasWords(column, AgencyName(Upper(Normalize(typed).text)));
  either.text = fmt::format("({} OR {})", either.text, full.text);
  either.values.push_back(full.values.front());
  return either;
}

Condition Equals(const std::string& column, const std::optional<std::string>& text) {
  if (!text) return {};
  return {column + " = ?", {*text}};
}

Condition InYear(const std::string& table, std::optional<int> year) {
  if (!year) return {};
  return {fmt::format("? BETWEEN {0}.first_year AND {0}.last_year", table), {int64_t{*year}}};
}

std::string Where(const Condition& condition) {
  return condition.empty() ? "" : " WHERE " + condition.text;
}

Status EachRow(Database& db, const std::string& sql, const Condition& condition,
               const ReadRow& read) {
  Result<Statement> row = db.Prepare(sql);
  if (!row.ok()) return row.error();
  BindAll(*row, condition.values);
  while (true) {
    const Result<bool> there = row->Step();
    if (!there.ok()) return there.error();
    if (!*there) return Done{};
    if (Status status = read(*row); !status.ok()) return status;
  }
}

ordered_json JsonAt(const Statement& row, int column) {
  if (row.IsNull(column)) return nullptr;
  ordered_json json = ordered_json::parse(row.Text(column), nullptr, false);
  return json.is_discarded() ? ordered_json(nullptr) : json;
}

ordered_json PeriodAt(const Statement& row, int first_column) {
  const std::optional<std::string> raw = row.OptionalText(first_column + 2);
  if (!raw && row.IsNull(first_column) && row.IsNull(first_column + 1)) return nullptr;
  return {{"start", OrNull(row.OptionalText(first_column))},
          {"end", OrNull(row.OptionalText(first_column + 1))},
          {"raw", OrNull(raw)}};
}

ordered_json NumberAt(const Statement& row, int column) {
  if (row.IsNull(column)) return nullptr;
  const double value = row.Real(column);
  if (std::floor(value) == value && std::abs(value) < 1e15) return static_cast<int64_t>(value);
  return value;
}

void AddPlace(const Statement& row, int first_column, ordered_json& json) {
  json["page"] = row.Int(first_column);
  json["raw"] = OrNull(row.OptionalText(first_column + 1));
  json["score"] = NumberAt(row, first_column + 2);
}

}  // namespace vanthu::archive
