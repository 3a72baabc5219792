// The gold answers of one letter, whatever form they came in.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "models/core/result.h"

namespace vanthu::evaluate {

struct Gold {
  // In the form of letter.schema.json, values alone; what is absent is not scored.
  nlohmann::ordered_json fields = nlohmann::ordered_json::object();
  // Fields that were taken from a line in capitals: their letter case is not compared.
  std::set<std::string, std::less<>> any_case;
  // Fields of which digits are filled in by hand, where that is known of the letter at all.
  std::optional<std::set<std::string, std::less<>>> handwritten;
  // What of it could not be used, one message each.
  std::vector<std::string> problems;
};

// NAME.gold.json. kDamaged where it is no JSON.
Result<Gold> GoldFromJson(std::string_view json_text);

// NAME.meta.json: fields of a scanned letter as printed (../shared/scans). Turned into the same
// form: the number normalised, the issuer's name in full with the province of its parent, the type
// as a code, the subject without "V/v" and closing full stop, the signer without academic titles,
// the printed title split into authority and title, the incoming stamp taken apart. What it does
// not answer is not scored. kDamaged where it is no JSON object.
Result<Gold> GoldFromMeta(std::string_view json_text);

}  // namespace vanthu::evaluate
