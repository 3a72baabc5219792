// The contract of an extractor: a pure function that reads a segmented letter (and what earlier
// extractors of the registry put into the record) and adds its own values, each with evidence.
#pragma once

#include <string_view>
#include <vector>

#include "models/document/letter.h"
#include "models/document/record.h"

namespace vanthu::extractors {

using Extract = void (*)(const Letter& letter, Record& record);

struct Extractor {
  std::string_view field;
  Extract extract;
};

// All extractors in the order in which they run (registry.def).
const std::vector<Extractor>& Registry();

// Runs them all over one letter. The record's pages, sections, tables, annexes, footnotes and
// diagnostics are taken from the letter; source is left as it is.
void ExtractAll(Letter letter, Record& record);

}  // namespace vanthu::extractors
