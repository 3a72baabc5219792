#include "pipeline/layout/layout.h"

#include <utility>

#include "pipeline/layout/arrange_words.h"

namespace vanthu::layout {

Page Arrange(Page page) {
  if (!page.words.empty()) return ArrangeWords(std::move(page));
  return page;
}

}  // namespace vanthu::layout
