// A PDF whose end is cut off lacks its trailer, and often its catalog: every reader refuses it,
// though most of its pages are there. This writes the missing end anew.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vanthu::intake {

// The bytes with an end that names the pages that are found, in the order in which they stand in
// the file. None where no page is found (or only inside compressed objects), or the file is
// encrypted.
std::optional<std::string> SalvagePdf(std::string_view pdf);

}  // namespace vanthu::intake
