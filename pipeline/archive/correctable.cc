#include "pipeline/archive/correctable.h"

#include <fmt/format.h>

#include <array>

#include "models/core/date.h"
#include "models/lexicon/doc_types.h"
#include "models/lexicon/docnumber.h"
#include "models/text/normalize.h"
#include "pipeline/archive/corrections.h"
#include "pipeline/archive/letter_head.h"
#include "pipeline/archive/number_query.h"
#include "pipeline/archive/query.h"

namespace vanthu::archive {
namespace {

using nlohmann::ordered_json;

constexpr std::array kFields = {
    Correctable{"number", "number", "normalized"}, Correctable{"issue_date", "issue_date", "year"},
    Correctable{"doc_type", "doc_type", "code"},   Correctable{"issuer", "issuer", "name"},
    Correctable{"parent", "issuer", "parent"},     Correctable{"subject", "subject", "value"},
    Correctable{"signer", "signer", "name"},       Correctable{"signer_title", "signer", "title"},
    Correctable{"place", "place", "value"},        Correctable{"urgency", "urgency", "value"},
    Correctable{"secrecy", "secrecy", "value"},
};

Error Wrong(std::string why) { return {ErrorCode::kUsage, std::move(why), "", 0}; }

bool Is(const Correctable& field, std::string_view name) { return field.name == name; }

// Year, month and day of YYYYMMDD; 0 for what is blank.
struct DayParts {
  int year = 0, month = 0, day = 0;
};
DayParts PartsOf(int key) { return {key / 10000, key / 100 % 100, key % 100}; }

std::optional<int64_t> Known(int part) {
  return part > 0 ? std::optional<int64_t>(part) : std::nullopt;
}

// What the schema takes as a year.
constexpr int kFirstYear = 1900, kLastYear = 2100;

Result<std::string> CheckedDay(const std::string& typed) {
  const std::optional<DateRange> range =
      typed.find("..") == std::string::npos ? ParseDates(typed) : std::nullopt;
  if (range) {
    const DayParts first = PartsOf(range->first), last = PartsOf(range->last);
    const bool one = first.year == last.year &&
                     last.month == (first.month > 0 ? first.month : 99) &&
                     last.day == (first.day > 0 ? first.day : 99);
    const bool real = first.year >= kFirstYear && first.year <= kLastYear && first.month <= 12 &&
                      (first.day == 0 || IsCalendarDate(first.year, first.month, first.day));
    if (one && real) return *DateText(first.year, Known(first.month), Known(first.day));
  }
  return Wrong(fmt::format("\"{}\" is no date such as 2024-03-01, 1/3/2024 or 2024-03", typed));
}

Result<std::string> CheckedType(const std::string& typed) {
  if (const DocTypeEntry* type = DocTypeByCode(typed)) return type->code;
  const std::optional<TypeChoice> choice = ChooseType(typed);
  if (choice && choice->exact.size() == 1) return choice->exact.front();
  return Wrong(fmt::format("\"{}\" is no type of letter such as QĐ or báo cáo", typed));
}

Result<std::string> CheckedNumber(const std::string& typed) {
  const std::optional<vanthu::NumberParts> parts = ParseNumber(typed);
  if (parts && !parts->symbol.empty()) return parts->normalized;
  return Wrong(fmt::format("\"{}\" is no document number such as 650/UBND-ĐNMN", typed));
}

// The object of a field as a person leaves it: with the place and the words that were read, if any.
ordered_json Entered(ordered_json value, const ordered_json& before, const std::string& said,
                     const ordered_json& record) {
  if (before.is_object()) {
    value["raw"] = before.value("raw", "");
    value["evidence"] = before.value("evidence", ordered_json::array());
  } else {
    // Evidence names a page; where nothing was read on any, the letter's first stands for all.
    int page = 1;
    if (const auto pages = record.find("pages");
        pages != record.end() && pages->is_array() && !pages->empty()) {
      page = pages->front().value("page", 1);
    }
    value["raw"] = said;
    value["evidence"] = ordered_json::array();
    value["evidence"].push_back({{"page", page}, {"box", nullptr}});
  }
  value["rule"] = kPersonRule;
  value["score"] = 1.0;
  return value;
}

// The parts of a field that `value` fills by itself.
ordered_json PartsFor(const Correctable& field, const std::string& value) {
  if (Is(field, "number")) {
    const vanthu::NumberParts parts = ParseNumber(value).value_or(vanthu::NumberParts{});
    return {{"serial", OrNull(parts.serial)},
            {"suffix", OrNull(parts.suffix)},
            {"symbol", parts.symbol},
            {"normalized", parts.normalized}};
  }
  if (Is(field, "issue_date")) {
    const DayParts day = PartsOf(ParseDates(value).value_or(DateRange{}).first);
    return {
        {"year", day.year}, {"month", OrNull(Known(day.month))}, {"day", OrNull(Known(day.day))}};
  }
  if (Is(field, "doc_type")) {
    const DocTypeEntry* type = DocTypeByCode(value);
    return {{"code", value}, {"name", type != nullptr ? type->name : value}};
  }
  ordered_json text = ordered_json::object();
  text[field.part] = value;
  return text;
}

// A field of which others are a part: the issuer and its parent, the signer and the title.
void PutPart(const Correctable& field, const std::optional<std::string>& value,
             ordered_json& record) {
  const ordered_json before = record.at(field.key);
  if (!before.is_object()) {
    // What only adds to a value cannot be one by itself, but for a title without a name.
    if (!value || Is(field, "parent")) return;
    ordered_json made = Is(field, "issuer") ? ordered_json{{"name", nullptr}, {"parent", nullptr}}
                                            : ordered_json{{"authority", nullptr},
                                                           {"title", nullptr},
                                                           {"name", nullptr},
                                                           {"cosigners", ordered_json::array()}};
    made[field.part] = *value;
    record[field.key] = Entered(std::move(made), before, *value, record);
    return;
  }
  if (!value && Is(field, "issuer")) {
    record[field.key] = nullptr;
    return;
  }
  ordered_json after = before;
  after[field.part] = OrNull(value);
  record[field.key] = Entered(std::move(after), before, value.value_or(""), record);
}

}  // namespace

std::span<const Correctable> AllCorrectable() { return kFields; }

const Correctable* FindCorrectable(std::string_view name) {
  for (const Correctable& field : kFields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

Result<std::string> CheckedValue(const Correctable& field, std::string_view typed) {
  const std::string value = Normalize(CleanLine(typed)).text;
  if (Is(field, "number")) return CheckedNumber(value);
  if (Is(field, "issue_date")) return CheckedDay(value);
  if (Is(field, "doc_type")) return CheckedType(value);
  return CleanLine(typed);
}

void PutValue(const Correctable& field, const std::optional<std::string>& value,
              ordered_json& record) {
  if (!record.contains(field.key)) record[field.key] = nullptr;
  const std::string_view key = field.key;
  if (key == "issuer" || key == "signer") {
    PutPart(field, value, record);
  } else if (!value) {
    record[field.key] = nullptr;
  } else {
    record[field.key] = Entered(PartsFor(field, *value), record.at(field.key), *value, record);
  }
}

ordered_json ValueOf(const Correctable& field, const ordered_json& record) {
  const auto at = record.find(field.key);
  if (at == record.end() || !at->is_object()) return nullptr;
  if (!Is(field, "issue_date")) return at->value(field.part, ordered_json(nullptr));
  const auto part = [&](const char* name) -> std::optional<int64_t> {
    const auto found = at->find(name);
    if (found == at->end() || !found->is_number_integer()) return std::nullopt;
    return found->get<int64_t>();
  };
  return OrNull(DateText(part("year"), part("month"), part("day")));
}

}  // namespace vanthu::archive
