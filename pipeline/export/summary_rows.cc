#include "pipeline/export/summary_rows.h"

#include <fmt/format.h>

#include "pipeline/export/fact_rows.h"

namespace vanthu::exporting {
namespace {

using nlohmann::ordered_json;

// What stands at object[key][part], null where something of it is missing.
ordered_json At(const ordered_json& object, const char* key, const char* part) {
  const auto at = object.find(key);
  return at != object.end() && at->is_object() ? at->value(part, ordered_json()) : ordered_json();
}

// A workbook takes bounds as they are: one number is a number.
ordered_json Number(RowFormat format, const ordered_json& bounds) {
  if (format == RowFormat::kXlsx || bounds.is_null()) return bounds;
  return RangeText(bounds);
}

ordered_json Change(RowFormat format, const ordered_json& bounds) {
  if (bounds.is_null()) return bounds;
  const auto min = bounds.at("min").get<int64_t>(), max = bounds.at("max").get<int64_t>();
  if (min != max) return fmt::format("{:+}..{:+}", min, max);
  if (format == RowFormat::kXlsx) return min;
  return min == 0 ? "0" : fmt::format("{:+}", min);
}

ordered_json Word(const char* key, const ordered_json& code, SheetLanguage language) {
  return code.is_string() ? ordered_json(CodeWord(key, code.get<std::string>(), language)) : code;
}

}  // namespace

std::vector<std::string> SummaryColumns(RowFormat format) {
  if (format == RowFormat::kTable) {
    return {"direction", "stage",      "country",    "delegations", "before",  "change",
            "people",    "before (p)", "change (p)", "unknown",     "doubles", "stated"};
  }
  return {"year",
          "direction",
          "stage",
          "part",
          "country",
          "delegations",
          "delegations_before",
          "delegations_change",
          "people",
          "people_before",
          "people_change",
          "people_unknown",
          "people_unknown_before",
          "rows",
          "doubles",
          "stated_delegations",
          "stated_people",
          "stated_period",
          "stated_letter"};
}

ordered_json SummaryRow(RowFormat format, const SummaryWords& words, const ordered_json& row) {
  if (IsJson(format)) return row;
  const auto number = [&](const ordered_json& bounds) { return Number(format, bounds); };
  const auto change = [&](const char* key) { return Change(format, At(row, "change", key)); };
  const ordered_json stated_delegations = number(At(row, "stated", "delegations"));
  const ordered_json stated_people = number(At(row, "stated", "people"));
  if (format == RowFormat::kTable) {
    ordered_json country = row.at("country");
    if (country.is_null()) country = row.at("part") == "all" ? words.all : words.no_country;
    ordered_json stated = stated_delegations;
    if (!stated_people.is_null()) {
      stated = stated.get<std::string>() + " / " + stated_people.get<std::string>();
    }
    return {{"direction", Word("direction", row.at("direction"), words.language)},
            {"stage", Word("stage", row.at("stage"), words.language)},
            {"country", country},
            {"delegations", number(row.at("delegations"))},
            {"before", number(At(row, "before", "delegations"))},
            {"change", change("delegations")},
            {"people", number(row.at("people"))},
            {"before (p)", number(At(row, "before", "people"))},
            {"change (p)", change("people")},
            {"unknown", row.at("people_unknown")},
            {"doubles", row.at("doubles")},
            {"stated", stated}};
  }
  return {{"year", row.at("year")},
          {"direction", row.at("direction")},
          {"stage", row.at("stage")},
          {"part", row.at("part")},
          {"country", row.at("country")},
          {"delegations", number(row.at("delegations"))},
          {"delegations_before", number(At(row, "before", "delegations"))},
          {"delegations_change", change("delegations")},
          {"people", number(row.at("people"))},
          {"people_before", number(At(row, "before", "people"))},
          {"people_change", change("people")},
          {"people_unknown", row.at("people_unknown")},
          {"people_unknown_before", At(row, "before", "people_unknown")},
          {"rows", row.at("rows")},
          {"doubles", row.at("doubles")},
          {"stated_delegations", stated_delegations},
          {"stated_people", stated_people},
          {"stated_period", PeriodText(At(row, "stated", "period"))},
          {"stated_letter", At(row, "stated", "letter_id")}};
}

}  // namespace vanthu::exporting
