#include "pipeline/evaluate/gold.h"

#include "pipeline/evaluate/fields.h"

namespace vanthu::evaluate {

Result<Gold> GoldFromJson(std::string_view json_text) {
  const auto json = nlohmann::ordered_json::parse(json_text, nullptr, false);
  if (json.is_discarded()) return Error{ErrorCode::kDamaged, "not JSON", "", 0};
  CheckedGold checked = CheckGold(json);
  Gold gold;
  gold.fields = std::move(checked.fields);
  gold.problems = std::move(checked.problems);
  return gold;
}

}  // namespace vanthu::evaluate
