// Lines at a letter's foot that the first reading lost: titles and names under seals and signatures are
// separated from them by their place and form and read again, line by line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/reading/engine.h"
#include "pipeline/reading/sheet.h"

namespace vanthu::reading {

// A title or a name, word by word in its spelling; no corrector need look at it again.
struct RecoveredLine {
  std::vector<ReadWord> words;  // pixels of the prepared image
  std::string raw;              // what the first reading has in its place; may be empty
};

struct RecoveredFoot {
  std::vector<RecoveredLine> lines;
  std::optional<Box>
      region;               // of the block, pixels of the prepared image; none where there is none
  std::vector<Box> unread;  // rows of letters that nobody could read, pixels of the prepared image
};

// Reads the lines of the signature block again, where they were not read well; with further engines what
// the first is not sure of. What they replace is
// taken from sheet.words; other text than titles and names is put there. A page without a foot costs
// nothing.
RecoveredFoot RecoverFoot(const Engines& engines, Sheet& sheet);

// Puts the lines among the page's words, which are in points, in the place of those that meet them, and
// a diagnostic `text_unread` with its box for each row that stays unread.
void AddRecovered(RecoveredFoot foot, const image::PageMap& to_page, Page& page);

}  // namespace vanthu::reading
