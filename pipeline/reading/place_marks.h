// Marks that a worn print lost from the names of places: KHANH HÒA is KHÁNH HÒA.
#pragma once

#include <string>
#include <string_view>

namespace vanthu::reading {

// `text` (capitals, single blanks) with the marks of the places that it names; other words stay. Only
// names whose letters no other place has. The first call reads models/data/places.tsv.
std::string WithPlaceMarks(std::string_view text);

}  // namespace vanthu::reading
