// A finding of reconciling as a diagnostic.
#pragma once

#include <string>
#include <vector>

#include "models/document/record.h"

namespace vanthu::extractors {

// `places` are those that differ, the first names the page.
Diagnostic Finding(std::string code, std::string message, std::vector<Evidence> places);

// Two decimals at most, without trailing zeros.
std::string ShownNumber(double value);

}  // namespace vanthu::extractors
