// What the annexes of a letter print again of its head: "(Kèm theo Quyết định số 47/QĐ-UBND ngày
// 17/01/2025 của …)". On a scan it settles what a pen wrote there.
#pragma once

#include <optional>
#include <string_view>

#include "models/document/letter.h"
#include "models/lexicon/docnumber.h"

namespace vanthu::extractors {

// Whether the line was read from a picture.
bool IsScanned(const Letter& letter, const LetterLine& line);

struct AnnexHead {
  NumberParts number;
  std::optional<int> day, month, year;  // all or none
  const LetterLine* line = nullptr;
};

// The first "kèm theo … số" with a serial and this symbol. Valid as long as `letter`.
std::optional<AnnexHead> AnnexHeadOf(const Letter& letter, std::string_view symbol);

}  // namespace vanthu::extractors
