// The ways in which letters write the name of a foreign partner: Champasak, Chăm-pa-sắc, Chămpasak.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vanthu::archive {

// All names of the partners in models/data (foreign_localities.tsv, partners.tsv) that `typed` is one name
// of, without case, marks, blanks and hyphens. Empty where no table holds it.
std::vector<std::string> SpellingsOf(std::string_view typed);

}  // namespace vanthu::archive
