// The one place that knows the order of the stages after reading: layout, letters of a file,
// segments, extractors. Pure; runs in the parent, on any thread.
#pragma once

#include <string>
#include <vector>

#include "models/document/page.h"
#include "models/document/record.h"
#include "pipeline/segment/sheets.h"

namespace vanthu::run {

struct MadeLetter {
  Record record;
  std::string text;  // as `--format text` prints it (pipeline/export/letter_text.h)
  std::string json;  // the record as one line of JSON (models/document/letter_json.h)
};

// A page as a gate gave it, laid out. A text layer's words stand in their lines alone afterwards: a
// thousand pages of them twice would be 50 MB.
Page LayOut(Page page);

// The letters of a file from its pages, laid out (segment/sheets.h). Each has its place (letter,
// letters) in its source, and a diagnostic on each page that failed. None where there is no page.
std::vector<MadeLetter> MakeLetters(const SourceInfo& source, std::vector<Page> pages,
                                    segment::PageOrder order = segment::PageOrder::kAsGiven);

}  // namespace vanthu::run
