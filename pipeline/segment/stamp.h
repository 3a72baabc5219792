// The receiving office's incoming stamp (dấu công văn đến): its number and day are never the letter's.
// Source of its words: Decree 30/2020/ND-CP, Annex IV.
#pragma once

#include <cstddef>

#include "models/document/letter.h"

namespace vanthu::segment {

// Gives Zone::kStamp to the lines of a stamp that stands together: two of its words or more (ĐẾN, Số:,
// Ngày:, Chuyển:) and the name of the office over them. It may stand anywhere in the head, above the
// letter's own number or between title and trích yếu. To be called before MarkHead.
void MarkStamp(Letter& letter);

// Whether line i looks like a line of a stamp by itself; good only where the letter's own number is known
// to stand elsewhere. Cells: whether their grid is a stamp.
bool LooksLikeStamp(const Letter& letter, size_t i);

}  // namespace vanthu::segment
