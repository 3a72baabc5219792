// Pages as JSON: what worker frames and the archive's reading table hold. Not the JSON that users
// see (that is letter_json.h).
#pragma once

#include <nlohmann/json.hpp>

#include "models/core/result.h"
#include "models/document/page.h"

namespace vanthu {

nlohmann::json PageToJson(const Page& page);

// kDamaged where a key is missing or of the wrong type.
Result<Page> PageFromJson(const nlohmann::json& json);

std::string_view PageOriginName(PageOrigin origin);  // text, ocr, blank, failed
std::string_view SeverityName(Severity severity);    // info, warning, error

}  // namespace vanthu
