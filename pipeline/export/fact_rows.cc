#include "pipeline/export/fact_rows.h"

#include <fmt/format.h>

#include <charconv>
#include <string_view>
#include <utility>

#include "models/core/date.h"

namespace vanthu::exporting {
namespace {

using nlohmann::ordered_json;

struct Column {
  const char* key;
  const char* label;  // in a table; empty: in a CSV alone
};

const std::vector<Column>& ColumnsOf(FactRows kind) {
  static const std::vector<Column> delegations = {
      {"letter_id", "id"},    {"number", "number"}, {"issue_date", ""},     {"issuer", ""},
      {"direction", "dir"},   {"seq", "seq"},       {"purpose", "purpose"}, {"countries", "to"},
      {"head", "head"},       {"content", ""},      {"partners", ""},       {"members", "people"},
      {"days", "days"},       {"count", "count"},   {"period", "period"},   {"year", ""},
      {"funding", "funding"}, {"page", "page"}};
  static const std::vector<Column> conferences = {{"letter_id", "id"},
                                                  {"number", "number"},
                                                  {"issue_date", ""},
                                                  {"issuer", ""},
                                                  {"seq", "seq"},
                                                  {"name", "name"},
                                                  {"period", "period"},
                                                  {"year", ""},
                                                  {"local_delegates", "local"},
                                                  {"foreign_delegates", "foreign"},
                                                  {"content", ""},
                                                  {"funding", "funding"},
                                                  {"page", "page"}};
  static const std::vector<Column> figures = {
      {"letter_id", "id"},  {"number", "number"}, {"issue_date", "date"}, {"issuer", ""},
      {"kind", "kind"},     {"value", "value"},   {"value_max", "to"},    {"unit", "unit"},
      {"approx", "approx"}, {"change", "change"}, {"baseline", ""},       {"label", "label"},
      {"section", ""},      {"of", ""},           {"same_as", ""},        {"raw", "raw"},
      {"page", "page"}};
  static const std::vector<Column> partners = {
      {"name", "name"},       {"kind", "kind"},           {"country", "country"},
      {"letters", "letters"}, {"last_letter_id", "last"}, {"last_number", "number"},
      {"last_date", "date"}};
  static const std::vector<Column> partner_letters = {
      {"name", "name"},     {"kind", "kind"},     {"country", "country"},
      {"letter_id", "id"},  {"number", "number"}, {"issue_date", "date"},
      {"issuer", "issuer"}, {"raw", ""},          {"page", "page"}};
  static const std::vector<Column> deadlines = {
      {"due", "due"},      {"task", "task"},     {"assignee", "assignee"},
      {"letter_id", "id"}, {"number", "number"}, {"issue_date", ""},
      {"issuer", ""},      {"raw", ""},          {"page", "page"}};
  static const std::vector<Column> diagnostics = {
      {"letter_id", "id"}, {"number", "number"},   {"issue_date", ""},
      {"issuer", ""},      {"source", ""},         {"severity", ""},
      {"code", "code"},    {"message", "message"}, {"pages", "pages"}};
  switch (kind) {
    case FactRows::kDelegations: return delegations;
    case FactRows::kConferences: return conferences;
    case FactRows::kFigures: return figures;
    case FactRows::kPartners: return partners;
    case FactRows::kPartnerLetters: return partner_letters;
    case FactRows::kDeadlines: return deadlines;
    case FactRows::kDiagnostics: return diagnostics;
  }
  return delegations;
}

const char* NameIn(const Column& column, RowFormat format) {
  return format == RowFormat::kTable ? column.label : column.key;
}

std::string TextAt(const ordered_json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : "";
}

// 2010-04..2010-06 -> 2010-04..06, as narrow as ISO 8601 lets a span be.
std::string Narrowed(std::string span) {
  const size_t dots = span.find("..");
  if (dots == std::string::npos || dots < 7 || span.compare(0, 5, span, dots + 2, 5) != 0)
    return span;
  return span.erase(dots + 2, 5);
}

// "none" and "exact" are what a reader takes for granted.
ordered_json Cell(RowFormat format, const Column& column, const ordered_json& value) {
  const std::string_view key = column.key;
  if (key == "period") {
    return format == RowFormat::kTable ? Narrowed(PeriodText(value)) : PeriodText(value);
  }
  if (value.is_object() && value.contains("min")) return RangeText(value);
  if (format == RowFormat::kTable && (value == "none" || value == "exact")) return nullptr;
  return value;
}

// A sheet takes values as they are; a period has its words and two days, each in a cell.
ordered_json SheetRow(ordered_json row) {
  const auto at = row.find("period");
  if (at == row.end() || !at->is_object()) return row;
  const ordered_json period = *at;
  for (const auto& [column, part] :
       {std::pair{"period", "raw"}, {"period_start", "start"}, {"period_end", "end"}}) {
    row[column] = period.value(part, ordered_json());
  }
  return row;
}

int NumberAt(std::string_view text, size_t begin, size_t size) {
  int number = 0;
  if (begin + size <= text.size()) {
    std::from_chars(text.data() + begin, text.data() + begin + size, number);
  }
  return number;
}

bool IsFirstOfMonth(std::string_view date) { return date.ends_with("-01"); }
bool IsLastOfMonth(std::string_view date) {
  const int day = NumberAt(date, 8, 2);
  return day > 0 && day == DaysInMonth(NumberAt(date, 0, 4), NumberAt(date, 5, 2));
}

}  // namespace

std::vector<std::string> FactColumns(FactRows kind, RowFormat format) {
  std::vector<std::string> names;
  for (const Column& column : ColumnsOf(kind)) {
    const std::string name = NameIn(column, format);
    if (!name.empty()) names.push_back(name);
    if (format == RowFormat::kXlsx && name == "period") {
      names.insert(names.end(), {"period_start", "period_end"});
    }
  }
  return names;
}

ordered_json FactRow(FactRows kind, RowFormat format, const ordered_json& row) {
  if (IsJson(format)) return row;
  if (format == RowFormat::kXlsx) return SheetRow(row);
  ordered_json flat = ordered_json::object();
  for (const Column& column : ColumnsOf(kind)) {
    const auto at = row.find(column.key);
    const std::string name = NameIn(column, format);
    if (at != row.end() && !name.empty()) flat[name] = Cell(format, column, *at);
  }
  return flat;
}

std::string RangeText(const ordered_json& range) {
  if (!range.is_object()) return "";
  const auto min = range.find("min"), max = range.find("max");
  if (min == range.end() || !min->is_number()) return TextAt(range, "raw");
  std::string text;
  if (range.value("approx", false)) text += '~';
  text += min->dump();
  if (max != range.end() && max->is_number() && *max != *min) text.append("-").append(max->dump());
  return text;
}

std::string PeriodText(const ordered_json& period) {
  if (!period.is_object()) return "";
  std::string start = TextAt(period, "start"), end = TextAt(period, "end");
  if (start.empty() && end.empty()) return TextAt(period, "raw");
  if (start == end) return start;
  if (IsFirstOfMonth(start) && IsLastOfMonth(end)) {
    const bool years = start.ends_with("-01-01") && end.ends_with("-12-31");
    start.resize(years ? 4 : 7);
    end.resize(years ? 4 : 7);
    if (start == end) return start;
  }
  return fmt::format("{}..{}", start, end);
}

}  // namespace vanthu::exporting
