#include "pipeline/evaluate/fields.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>

namespace vanthu::evaluate {
namespace {

using nlohmann::ordered_json;

constexpr ValueKind kText = ValueKind::kText;
constexpr ValueKind kCode = ValueKind::kCode;

// One value, or null. `name` and the place where it stands: member, or member.inner.
FieldSpec Single(std::string_view name, std::string_view member, std::string_view inner,
                 ValueKind kind, bool head) {
  return {name, member, inner, Shape::kSingle, head, {{name, kind, {}}}, {}, {}};
}

FieldSpec List(std::string_view name, std::vector<PartSpec> key, std::vector<PartSpec> more = {},
               std::vector<std::string_view> hints = {}) {
  return {name, name, "", Shape::kList, false, std::move(key), std::move(more), std::move(hints)};
}

std::vector<FieldSpec> MakeFields() {
  FieldSpec addressees = List("addressees", {{"value", kText, {}}});
  addressees.head = true;
  FieldSpec cosigners = List("signer.cosigners", {{"name", kText, {}}},
                             {{"authority", kText, {}}, {"title", kText, {}}});
  cosigners.member = "signer";
  cosigners.inner = "cosigners";
  return {
      Single("doc_type", "doc_type", "code", kCode, true),
      Single("number", "number", "normalized", kText, true),
      Single("issuer", "issuer", "name", kText, true),
      Single("issuer.parent", "issuer", "parent", kText, true),
      Single("place", "place", "value", kText, true),
      Single("issue_date", "issue_date", "", kCode, true),
      Single("subject", "subject", "value", kText, true),
      addressees,
      Single("signer", "signer", "name", kText, true),
      Single("signer.title", "signer", "title", kText, true),
      Single("signer.authority", "signer", "authority", kText, true),
      cosigners,
      List("recipients", {{"value", kText, {}}}),
      Single("urgency", "urgency", "value", kText, true),
      Single("secrecy", "secrecy", "value", kText, true),
      Single("stamp.number", "stamp", "number", kCode, false),
      Single("stamp.date", "stamp", "date", kCode, false),
      Single("stamp.office", "stamp", "office", kText, false),
      Single("stamp.forwarded_to", "stamp", "forwarded_to", kText, false),
      List("sections", {{"path", kCode, {}}, {"heading", kText, {}}}, {{"text", kText, {}}}),
      List("annexes", {{"label", kText, {}}, {"title", kText, {}}}),
      // A document is its number, a law its title; what has neither is told by who issued it.
      List("references", {{"number", kText, {"number", "title", "issuer", "type"}}},
           {{"type", kCode, {}}, {"date", kCode, {}}, {"issuer", kText, {}}, {"role", kCode, {}}},
           {"raw"}),
      List("dates", {{"start", kCode, {}}, {"end", kCode, {}}}, {}, {"raw"}),
      List("deadlines", {{"due", kCode, {}}, {"task", kText, {}}}, {{"assignee", kText, {}}}),
      List("figures", {{"value", kCode, {}}, {"value_max", kCode, {}}, {"unit", kCode, {}}},
           {{"kind", kCode, {}},
            {"approx", kCode, {}},
            {"change", kCode, {}},
            {"baseline", kText, {}},
            {"label", kText, {}},
            {"section", kCode, {}},
            {"of", kCode, {}}},
           {"section", "raw"}),
      List("partners", {{"name", kText, {}}, {"kind", kCode, {}}, {"country", kCode, {}}}),
      List("delegations",
           {{"direction", kCode, {}}, {"purpose", kText, {}}, {"countries", kCode, {}}},
           {{"seq", kCode, {}},
            {"head", kText, {}},
            {"content", kText, {}},
            {"partners", kText, {}},
            {"members", kCode, {}},
            {"days", kCode, {}},
            {"count", kCode, {}},
            {"period", kCode, {}},
            {"funding", kText, {}}},
           {"seq", "head"}),
      List("conferences", {{"name", kText, {}}},
           {{"seq", kCode, {}},
            {"period", kCode, {}},
            {"local_delegates", kCode, {}},
            {"foreign_delegates", kCode, {}},
            {"content", kText, {}},
            {"funding", kText, {}}},
           {"seq"}),
      List("footnotes", {{"label", kCode, {}}, {"text", kText, {}}}),
  };
}

// 12.50 and 12.5 are the same decimal.
std::string WithoutTrailingZeros(std::string text) {
  static const RE2 decimal(R"(-?\d+\.\d+)");
  if (!RE2::FullMatch(text, decimal)) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string Padded(const ordered_json& number, int width) {
  return number.is_number_integer() ? fmt::format("{:0{}}", number.get<int>(), width) : "null";
}

const ordered_json* Find(const ordered_json& object, std::string_view key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(key);
  return found == object.end() ? nullptr : &*found;
}

std::string Number(const ordered_json& number) {
  if (number.is_number_integer()) return std::to_string(number.get<int64_t>());
  return number.is_number() ? WithoutTrailingZeros(fmt::format("{:.6f}", number.get<double>()))
                            : "";
}

std::optional<std::string> RangeText(const ordered_json& range, const ordered_json& min) {
  const ordered_json* max = Find(range, "max");
  if (!min.is_number() && (max == nullptr || !max->is_number())) {
    const ordered_json* raw = Find(range, "raw");
    return raw == nullptr ? std::nullopt : ValueText(*raw);
  }
  const ordered_json* approx = Find(range, "approx");
  const bool about = approx != nullptr && approx->is_boolean() && approx->get<bool>();
  const std::string low = Number(min);
  const std::string high = max == nullptr ? low : Number(*max);
  return (about ? "~" : "") + (low == high ? low : low + ".." + high);
}

std::optional<std::string> ObjectText(const ordered_json& object) {
  if (const ordered_json* value = Find(object, "value")) return ValueText(*value);
  if (const ordered_json* year = Find(object, "year")) {
    const ordered_json none;
    const ordered_json* month = Find(object, "month");
    const ordered_json* day = Find(object, "day");
    const std::string text =
        fmt::format("{}-{}-{}", Padded(*year, 4), Padded(month != nullptr ? *month : none, 2),
                    Padded(day != nullptr ? *day : none, 2));
    return text == "null-null-null" ? std::nullopt : std::optional(text);
  }
  if (const ordered_json* start = Find(object, "start")) {
    const ordered_json* end = Find(object, "end");
    const std::optional<std::string> last = end == nullptr ? std::nullopt : ValueText(*end);
    const std::optional<std::string> first = ValueText(*start);
    if (!first && !last) return std::nullopt;
    return first.value_or("") + ".." + last.value_or("");
  }
  if (const ordered_json* min = Find(object, "min")) return RangeText(object, *min);
  return std::nullopt;
}

Part MakePart(const PartSpec& spec, const ordered_json& object, Casing casing) {
  Part part{spec.name, false, std::nullopt};
  const auto look = [&](std::string_view key) {
    const ordered_json* found = Find(object, key);
    if (found == nullptr || part.value) return;
    part.answered = true;
    if (std::optional<std::string> text = ValueText(*found); text && !text->empty()) {
      if (spec.kind == kCode) text = WithoutTrailingZeros(*text);
      part.value.emplace(*text, spec.kind, casing);
    }
  };
  if (spec.one_of.empty()) look(spec.name);
  for (const std::string_view key : spec.one_of) look(key);
  return part;
}

std::string HintOf(const FieldSpec& field, const ordered_json& object) {
  std::string hint;
  for (const std::string_view key : field.hints) {
    const ordered_json* found = Find(object, key);
    if (found == nullptr) continue;
    hint += ValueText(*found).value_or("");
    hint += '\n';
  }
  return hint;
}

std::optional<double> ScoreOf(const ordered_json& object) {
  const ordered_json* score = Find(object, "score");
  return score != nullptr && score->is_number() ? std::optional(score->get<double>())
                                                : std::nullopt;
}

std::optional<std::vector<Item>> SingleItem(const FieldSpec& field, const ordered_json& value,
                                            std::optional<double> score, Casing casing) {
  const std::optional<std::string> text = ValueText(value);
  if (!text || text->empty()) return std::vector<Item>{};
  Item item;
  item.score = score;
  item.key.push_back(
      {field.key.front().name, true, Comparable(*text, field.key.front().kind, casing)});
  return std::vector<Item>{std::move(item)};
}

// Keys of a letter that say nothing about what is written in it.
constexpr std::string_view kUnscored[] = {"schema_version", "source", "pages", "diagnostics"};

std::optional<Shape> ShapeOf(std::string_view member) {
  if (member == "tables") return Shape::kList;
  const auto field = std::ranges::find(Fields(), member, &FieldSpec::member);
  if (field == Fields().end()) return std::nullopt;
  return field->shape;
}

bool HasShape(const ordered_json& value, Shape shape) {
  if (shape == Shape::kSingle) return value.is_object() || value.is_null();
  return value.is_array() &&
         std::ranges::all_of(value, [](const ordered_json& entry) { return entry.is_object(); });
}

}  // namespace

const std::vector<FieldSpec>& Fields() {
  static const std::vector<FieldSpec> fields = MakeFields();
  return fields;
}

std::string Item::Shown() const {
  std::string out;
  for (const Part& part : key) {
    if (!out.empty()) out += " | ";
    out += part.value ? part.value->shown() : "-";
  }
  return out;
}

std::optional<std::string> ValueText(const ordered_json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return Number(value);
  if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
  if (value.is_object()) return ObjectText(value);
  if (!value.is_array() || value.empty()) return std::nullopt;
  std::string out;
  for (const ordered_json& entry : value) {
    if (!out.empty()) out += ", ";
    out += ValueText(entry).value_or("");
  }
  return out;
}

std::optional<std::vector<Item>> ItemsOf(const FieldSpec& field, const ordered_json& letter,
                                         Casing casing) {
  const ordered_json* value = Find(letter, field.member);
  if (value == nullptr) return std::nullopt;
  if (value->is_null()) return std::vector<Item>{};
  const std::optional<double> score = ScoreOf(*value);
  if (!field.inner.empty()) {
    value = Find(*value, field.inner);
    if (value == nullptr) return std::nullopt;
  }
  if (field.shape == Shape::kSingle) return SingleItem(field, *value, score, casing);
  if (!value->is_array()) return std::nullopt;
  std::vector<Item> items;
  for (const ordered_json& entry : *value) {
    if (!entry.is_object()) continue;
    Item item;
    for (const PartSpec& part : field.key) item.key.push_back(MakePart(part, entry, casing));
    for (const PartSpec& part : field.more) item.more.push_back(MakePart(part, entry, casing));
    item.hint = HintOf(field, entry);
    item.score = ScoreOf(entry);
    items.push_back(std::move(item));
  }
  return items;
}

CheckedGold CheckGold(const ordered_json& gold) {
  CheckedGold checked;
  if (!gold.is_object()) {
    checked.problems.emplace_back("gold answers are not a JSON object");
    return checked;
  }
  for (const auto& [key, value] : gold.items()) {
    const std::optional<Shape> shape = ShapeOf(key);
    if (shape && HasShape(value, *shape)) {
      checked.fields[key] = value;
    } else if (shape) {
      checked.problems.push_back(
          fmt::format("\"{}\" is not in the form of the schema: not scored", key));
    } else if (std::ranges::find(kUnscored, key) == std::end(kUnscored)) {
      checked.problems.push_back(fmt::format("\"{}\" is no field of the schema", key));
    }
  }
  return checked;
}

}  // namespace vanthu::evaluate
