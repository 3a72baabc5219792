#include "pipeline/export/rescan_rows.h"

#include <fmt/format.h>

namespace vanthu::exporting {
namespace {

using nlohmann::ordered_json;

std::string LetterText(const ordered_json& letter) {
  return fmt::format("{}: {}", letter.at("id").get<int64_t>(),
                     letter.at("source").get<std::string>());
}

}  // namespace

std::vector<std::string> RescanColumns(RowFormat format) {
  if (format == RowFormat::kTable) return {"number", "field", "first", "second"};
  return {"number", "year", "issuer", "first_id", "second_id", "field", "first", "second"};
}

std::vector<ordered_json> RescanRows(RowFormat format, const ordered_json& rescan) {
  const ordered_json &first = rescan.at("first"), &second = rescan.at("second");
  std::vector<ordered_json> rows;
  if (format == RowFormat::kTable) {
    rows.push_back({{"number", rescan.at("number")},
                    {"field", "source"},
                    {"first", LetterText(first)},
                    {"second", LetterText(second)}});
    for (const ordered_json& difference : rescan.at("differences")) rows.push_back(difference);
    return rows;
  }
  const auto add = [&](const ordered_json& field, const ordered_json& one,
                       const ordered_json& other) {
    rows.push_back({{"number", rescan.at("number")},
                    {"year", rescan.at("year")},
                    {"issuer", rescan.at("issuer")},
                    {"first_id", first.at("id")},
                    {"second_id", second.at("id")},
                    {"field", field},
                    {"first", one},
                    {"second", other}});
  };
  add("source", first.at("source"), second.at("source"));
  for (const ordered_json& difference : rescan.at("differences")) {
    add(difference.at("field"), difference.at("first"), difference.at("second"));
  }
  return rows;
}

}  // namespace vanthu::exporting
