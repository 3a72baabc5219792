// Lines of print that no word covers, anywhere on a page but in its signature block (recover.h): cut out and
// read by themselves; what stays unread is told with its place, so that nothing is lost in silence.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "models/document/page.h"
#include "pipeline/image/mapping.h"
#include "pipeline/reading/engine.h"
#include "pipeline/reading/sheet.h"

namespace vanthu::reading {

struct LostLines {
  std::vector<ReadWord>
      words;                // of lines that were found; `line` counts from 0, pixels of the image
  std::vector<Box> unread;  // rows that look like print and gave no text, pixels of the image
  double coverage = 1;      // share of the letters on the page that words, old or new, cover
};

// `covered`: places of words and of all else that is no lost line (stamps, fields by hand, the signature
// block). `word`: height of the page's words, pixels. A page whose words cover its ink costs no reading.
LostLines ReadLostLines(Engine& engine, const Sheet& sheet, const std::vector<Box>& covered,
                        double word);

// A diagnostic `text_unread` with its box for each row, and one `text_coverage` for a page of which much
// stays unread.
void NoteLostLines(const LostLines& lost, const image::PageMap& to_page, Page& page);

}  // namespace vanthu::reading
