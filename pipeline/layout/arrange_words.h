// Lines of a page that has words with boxes.
#pragma once

#include "models/document/page.h"

namespace vanthu::layout {

// Sets page.lines and page.grids from page.words; adds a diagnostic where words were taken for
// noise.
Page ArrangeWords(Page page);

}  // namespace vanthu::layout
