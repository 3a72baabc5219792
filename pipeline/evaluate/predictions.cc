#include "pipeline/evaluate/predictions.h"

#include <fmt/format.h>

#include <algorithm>

namespace vanthu::evaluate {

using nlohmann::ordered_json;

std::string_view Prediction::PageText(int page) const {
  std::string_view rest = text;
  if (page == 0) return rest;
  for (int i = 1; i < page; ++i) {
    const size_t feed = rest.find('\f');
    if (feed == std::string_view::npos) return {};
    rest.remove_prefix(feed + 1);
  }
  return rest.substr(0, rest.find('\f'));
}

std::string PredictionLine(std::string_view name, const Prediction& prediction) {
  const ordered_json json = {
      {"file", name}, {"letter", prediction.letter}, {"text", prediction.text}};
  // A file's name may hold bytes that are no UTF-8.
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

Result<Predictions> ParsePredictions(std::string_view lines) {
  Predictions predictions;
  int number = 0;
  for (size_t begin = 0; begin < lines.size();) {
    const size_t end = std::min(lines.find('\n', begin), lines.size());
    const std::string_view line = lines.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.empty()) continue;
    ordered_json json = ordered_json::parse(line, nullptr, false);
    const bool fits = json.is_object() && json.contains("file") && json["file"].is_string() &&
                      json.contains("letter") &&
                      (json["letter"].is_object() || json["letter"].is_null()) &&
                      json.contains("text") && json["text"].is_string();
    if (!fits) {
      return Error{ErrorCode::kDamaged, fmt::format("line {} is no prediction", number), "", 0};
    }
    predictions[json["file"].get<std::string>()] = {std::move(json["letter"]),
                                                    json["text"].get<std::string>()};
  }
  return predictions;
}

}  // namespace vanthu::evaluate
