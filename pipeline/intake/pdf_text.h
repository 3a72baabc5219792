// The text layer of a PDF page, by poppler: words with boxes and the fonts they are set in. What is
// written in an encoding before Unicode is converted, and kept as it was in `raw`.
#pragma once

#include <string>
#include <vector>

#include "models/document/page.h"

namespace poppler {
class page;
}

namespace vanthu::intake {

struct TextLayer {
  std::vector<Word> words;         // in poppler's reading order; block: the line poppler sees
  std::vector<std::string> fonts;  // of each word, as the file names it
  size_t letters = 0;              // of any script
  size_t turned_letters = 0;       // of them, in words that do not run from left to right
};

// Boxes are in points from the top left of the page as it is shown (crop box, rotation applied).
TextLayer ReadTextLayer(const poppler::page& page);

}  // namespace vanthu::intake
