// What a sentence says twice and must say alike: a sum, its plan and the percentage; a fraction and its
// percentage; a number and its parts.
#pragma once

#include <vector>

#include "models/document/letter.h"
#include "models/document/passage.h"
#include "models/document/record.h"

namespace vanthu::extractors {

// reconcile_percent: "876 triệu USD, đạt 62,6% kế hoạch năm (KH: 1.400 triệu USD)"; "60/64 xã (93,7%)".
// reconcile_sum: "356 dự án, gồm 54 dự án nước ngoài và 302 dự án trong nước".
void CheckSentences(const Letter& letter, const Passage& passage, std::vector<Diagnostic>& found);

}  // namespace vanthu::extractors
