// What the text says of a year's delegations against the rows that its annex lists.
#pragma once

#include <vector>

#include "models/document/record.h"

namespace vanthu::extractors {

// reconcile_rows: more delegations, or more people, listed for a year than the text says there are in all.
// Fewer is no finding: lists often name only some ("do lãnh đạo tỉnh làm trưởng đoàn").
void CheckDelegations(const Record& record, std::vector<Diagnostic>& found);

}  // namespace vanthu::extractors
