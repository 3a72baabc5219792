// A Record as the JSON that `vanthu extract` prints: the contract of letter.schema.json, version 1.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

#include "models/document/record.h"

namespace vanthu {

inline constexpr int kLetterSchemaVersion = 1;

nlohmann::ordered_json LetterToJson(const Record& record);

// basis, reply_to, attached, amends, replaces, cites. Valid for the program's life.
std::string_view ReferenceRoleName(ReferenceRole role);

}  // namespace vanthu
