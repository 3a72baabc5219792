// What a table of a letter is about, by its title, its heads and what its columns hold.
#pragma once

#include <string>

#include "models/document/letter.h"

namespace vanthu::segment {

// `over` is the heading over the table: one whose own words do not say its kind may list what that names
// ("b) Đoàn vào"). Where nothing says it, a table of names and numbers is kIndicators.
TableKind KindUnder(const Table& table, const std::string& over);

}  // namespace vanthu::segment
