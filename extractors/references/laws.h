// Documents cited by their name: luật, bộ luật, pháp lệnh, Hiến pháp, hiệp định, công ước.
// Decree 30/2020/ND-CP, Annex I, part II, component 6: laws and ordinances are cited without a number.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/references/citation.h"

namespace vanthu::extractors {

std::vector<Citation> FindLaws(std::string_view text);

}  // namespace vanthu::extractors
