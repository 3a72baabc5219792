#include "pipeline/archive/condition.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

#include "models/text/fold.h"

namespace vanthu::archive {
namespace {

std::string Compact(const NumberQuery& number) {
  std::string text = std::to_string(*number.serial);
  for (const std::string& part : number.symbol) text += Fold(part);
  return text;
}

std::string SymbolText(const NumberQuery& number) {
  std::string text;
  for (const std::string& part : number.symbol) text.append("-").append(part);
  return text;
}

// Begins with `key`, at the edge of a part; written so that an index of the column narrows it. `.` is what
// comes after `-`.
Condition KeyBegins(const std::string& column, const std::string& key) {
  return {fmt::format("({0} >= ? AND {0} < ? AND ({0} = ? OR {0} >= ?))", column),
          {key, fmt::format("{}.", key), key, fmt::format("{}-", key)}};
}

}  // namespace

void Condition::And(Condition other) {
  if (other.empty()) return;
  text = text.empty() ? std::move(other.text) : fmt::format("{} AND {}", text, other.text);
  std::ranges::move(other.values, std::back_inserter(values));
}

void BindAll(Statement& statement, const std::vector<Value>& values) {
  int index = 0;
  for (const Value& value : values) {
    std::visit([&](const auto& v) { statement.Bind(index++, v); }, value);
  }
}

Condition TypeCondition(const TypeChoice& types, Level level, const std::string& column,
                        const std::string& or_else) {
  Condition condition;
  const auto add = [&](const std::vector<std::string>& codes) {
    for (const std::string& code : codes) {
      condition.text += condition.values.empty() ? "?" : ",?";
      condition.values.emplace_back(code);
    }
  };
  add(types.exact);
  if (level != Level::kExact) add(types.near);
  condition.text = fmt::format("({} IN ({}){})", column, condition.text, or_else);
  return condition;
}

Condition NumberCondition(const NumberQuery& number, Level level, const std::string& alias,
                          const std::string& type) {
  const std::string key = alias + ".number_key";
  const std::string fold = alias + ".number_fold";
  const std::string serial = number.serial ? std::to_string(*number.serial) : "";
  const std::string symbol = SymbolText(number);
  const bool by_key = number.exact && !symbol.empty() && level == Level::kExact;
  Condition condition;
  if (number.serial) {
    // A key begins with its serial: hundreds of letters share a serial and few a key, so that the index of
    // serials is kept out of it.
    condition = {fmt::format("{}{}.serial = ?", by_key ? "+" : "", alias), {*number.serial}};
  } else {
    condition = {fmt::format("{}.serial IS NULL AND {} IS NOT NULL", alias, key), {}};
  }
  const std::string inside = fmt::format("{}-", Fold(symbol));
  if (!symbol.empty() && level == Level::kExact) {
    condition.And(by_key ? KeyBegins(key, serial + symbol)
                         : KeyBegins(fold, Fold(serial + symbol)));
  } else if (!symbol.empty() && number.serial) {
    const std::string compact = Compact(number);
    condition.And({fmt::format("(substr(replace({0}, '-', ''), 1, length(?)) = ? OR "
                               "instr('-' || {0} || '-', ?) > 0)",
                               fold),
                   {compact, compact, inside}});
  } else if (!symbol.empty()) {
    condition.And({fmt::format("instr('-' || {} || '-', ?) > 0", fold), {inside}});
  }
  // What is not known of a letter, its year or its type, does not fit but comes near.
  const auto or_unknown = [&](const std::string& column) {
    return level == Level::kExact ? "" : fmt::format(" OR {} IS NULL", column);
  };
  if (number.year) {
    const std::string year = alias + ".year";
    Condition fits = {fmt::format("({} = ?", year), {int64_t{*number.year}}};
    if (number.year_in_number) {
      const std::string begin = fmt::format("{}-{}-", serial, *number.year);
      fits.text += fmt::format(" OR substr({}, 1, length(?)) = ?", key);
      fits.values.insert(fits.values.end(), {begin, begin});
    }
    fits.text += or_unknown(year) + ")";
    condition.And(std::move(fits));
  }
  if (number.types) {
    condition.And(TypeCondition(*number.types, level, type, or_unknown(type)));
  }
  return condition;
}

}  // namespace vanthu::archive
