// Countries and units of money as people type them. Pure; names are those of
// models/data/countries.tsv and of ICU, Vietnamese and English.
#pragma once

#include <string>
#include <string_view>

#include "models/core/result.h"

namespace vanthu::archive {

// ISO 3166-1 alpha-2 of a code (la, LA) or a name (Lào, lao, Laos, Cam-pu-chia, Mỹ). kUsage for
// what is neither.
Result<std::string> CountryCode(std::string_view typed);

// Its usual name in Vietnamese.
std::string CountryName(std::string_view code);

// Whether the text is an ISO 4217 code of a currency, in capitals.
bool IsCurrencyCode(std::string_view text);

}  // namespace vanthu::archive
