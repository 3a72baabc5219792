// Conditions of SQL with their values.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "pipeline/archive/number_query.h"
#include "pipeline/archive/patterns.h"
#include "pipeline/archive/sqlite.h"

namespace vanthu::archive {

using Value = std::variant<int64_t, std::string>;

// A condition and the values of its `?`, in order. Empty text: nothing is asked.
struct Condition {
  std::string text;
  std::vector<Value> values;

  bool empty() const { return text.empty(); }
  // Both must hold.
  void And(Condition other);
};

void BindAll(Statement& statement, const std::vector<Value>& values);

// Types that fit at this level, or what `or_else` adds (" OR …").
Condition TypeCondition(const TypeChoice& types, Level level, const std::string& column,
                        const std::string& or_else = "");

// `alias` is a table with serial, number_key, number_fold and year; `type` its column with the
// type. At kExact the number as typed or longer (650/UBND for 650/UBND-ĐNMN); at the other levels
// what is like it without accents and separators, or holds the symbol somewhere.
Condition NumberCondition(const NumberQuery& number, Level level, const std::string& alias,
                          const std::string& type);

}  // namespace vanthu::archive
