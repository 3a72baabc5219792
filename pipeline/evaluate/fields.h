// What of a letter is scored, and how: each field of letter.schema.json as a list of comparable
// items, taken alike from a gold answer and from a prediction. A value that is not there in a gold
// answer (the key is missing) is not scored; one that is null or [] says that the letter has none.
// Tables are scored cell by cell: tables.h.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/evaluate/compare.h"

namespace vanthu::evaluate {

// One value inside an item. Without `answered` it is not scored; without a value it is null.
struct Part {
  std::string_view name;  // as FieldSpec has it; valid for the program's life
  bool answered = false;
  std::optional<Comparable> value;
};

struct Item {
  std::vector<Part> key;   // what it is recognised by: all must agree
  std::vector<Part> more;  // counted one by one where the key was found ("references.date")
  std::string hint;        // tells items with the same key apart: words as printed, the section
  std::optional<double> score;  // how sure the program is, 0..1; a gold answer has none

  std::string Shown() const;  // the key, " | " between its parts
};

struct PartSpec {
  std::string_view name;  // as reports call it: "date"
  ValueKind kind = ValueKind::kText;
  // Keys in the object, the first that is not null counts; empty: `name`.
  std::vector<std::string_view> one_of;
};

enum class Shape { kSingle, kList };

struct FieldSpec {
  std::string_view name;    // as reports call it: "issuer.parent"
  std::string_view member;  // key of the letter: "issuer"
  std::string_view inner;   // key inside that object that holds the value; empty: the member itself
  Shape shape = Shape::kSingle;
  bool head = false;  // counts for the whole-letter rate
  std::vector<PartSpec> key;
  std::vector<PartSpec> more;
  std::vector<std::string_view> hints;
};

// In the order of the schema. Valid for the program's life.
const std::vector<FieldSpec>& Fields();

// The items of a field; none where the letter does not answer it.
std::optional<std::vector<Item>> ItemsOf(const FieldSpec& field,
                                         const nlohmann::ordered_json& letter, Casing casing);

// Gold answers with what cannot be scored taken out: fields that the schema does not know and
// values of the wrong type. One message each.
struct CheckedGold {
  nlohmann::ordered_json fields = nlohmann::ordered_json::object();
  std::vector<std::string> problems;
};
CheckedGold CheckGold(const nlohmann::ordered_json& gold);

// A value of the schema as one string: a text's value, a date as 2021-06-null, a period as
// 2021-06-01..2021-06-30, a range as 6..7, a list of strings joined with ", ". None for null.
std::optional<std::string> ValueText(const nlohmann::ordered_json& value);

}  // namespace vanthu::evaluate
