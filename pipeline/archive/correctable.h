// The fields of a record that a person may correct: what may stand in them, and how a value is put there.
// Pure; corrections.h keeps them.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "models/core/result.h"

namespace vanthu::archive {

struct Correctable {
  std::string_view name;  // as it is typed
  const char* key;        // of the record
  const char* part;       // of what stands there: what a reader of the field sees
};
// Of one key those that make the value come before those that add to it (issuer, parent).
std::span<const Correctable> AllCorrectable();
// nullptr where there is none of this name.
const Correctable* FindCorrectable(std::string_view name);

// The value as it is kept: a type's code, a day as 2024-03-01. kUsage says what it is not.
Result<std::string> CheckedValue(const Correctable& field, std::string_view typed);

// Puts a value that was checked into the record; none: the letter has none.
void PutValue(const Correctable& field, const std::optional<std::string>& value,
              nlohmann::ordered_json& record);

// What stands in the field: text, for a date 2024-03-01; null where there is none.
nlohmann::ordered_json ValueOf(const Correctable& field, const nlohmann::ordered_json& record);

}  // namespace vanthu::archive
