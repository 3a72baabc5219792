// What the queries of fact_query.h share: conditions, and running a SELECT row by row.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/archive/compile.h"
#include "pipeline/archive/fact_query.h"
#include "pipeline/archive/sqlite.h"

namespace vanthu::archive {

// Words side by side in a column that holds vanthu_words().
Condition HasWords(const std::string& fold_column, std::string_view typed);

// An agency by its name or its abbreviation: UBND tỉnh is Ủy ban nhân dân tỉnh.
Condition IssuedBy(std::string_view typed);

// column = text, where the text is given.
Condition Equals(const std::string& column, const std::optional<std::string>& text);

// A year within the columns first_year and last_year of `table`.
Condition InYear(const std::string& table, std::optional<int> year);

// " WHERE …", or nothing.
std::string Where(const Condition& condition);

using ReadRow = std::function<Status(const Statement& row)>;
Status EachRow(Database& db, const std::string& sql, const Condition& condition,
               const ReadRow& read);

// JSON that stands in a column; null for NULL and for what is no JSON.
nlohmann::ordered_json JsonAt(const Statement& row, int column);

// {"start", "end", "raw"} of three columns, null where all are.
nlohmann::ordered_json PeriodAt(const Statement& row, int first_column);

// 13, not 13.0.
nlohmann::ordered_json NumberAt(const Statement& row, int column);

// page, raw and score of a value, of three columns.
void AddPlace(const Statement& row, int first_column, nlohmann::ordered_json& json);

}  // namespace vanthu::archive
