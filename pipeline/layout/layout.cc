#include "pipeline/layout/layout.h"

#include <utility>

#include "pipeline/layout/arrange_words.h"
#include "pipeline/layout/placing_grids.h"
#include "pipeline/layout/text_tables.h"

namespace vanthu::layout {

Page Arrange(Page page) {
  if (!page.words.empty()) return ArrangeWords(std::move(page));
  return DissolvePlacingGrids(FindTextTables(std::move(page)));
}

}  // namespace vanthu::layout
