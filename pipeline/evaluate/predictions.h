// What the program said about letters, kept so that it can be scored again without reading them.
// As a file: one JSON object a line, {"file": …, "letter": record or null, "text": …}.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "models/core/result.h"

namespace vanthu::evaluate {

struct Prediction {
  // In the form of letter.schema.json; null where nothing could be read.
  nlohmann::ordered_json letter;
  // As `--format text` prints it, a form feed between pages.
  std::string text;

  // Text of a page, from 1; empty where there is no such page. 0: all of it.
  std::string_view PageText(int page) const;
};

// By the name of the reading (plan.h).
using Predictions = std::map<std::string, Prediction, std::less<>>;

// One line, with its line break.
std::string PredictionLine(std::string_view name, const Prediction& prediction);

// kDamaged names the first line that is none.
Result<Predictions> ParsePredictions(std::string_view lines);

}  // namespace vanthu::evaluate
