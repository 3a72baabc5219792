#include "pipeline/layout/layout.h"
namespace vanthu::layout {
Page Arrange(Page page) {
  page.lines.clear();
  int block = -1;
  for (const Word& word : page.words) {
    if (word.block != block || page.lines.empty()) page.lines.emplace_back();
    block = word.block;
    Line& line = page.lines.back();
    if (!line.text.empty()) line.text += ' ';
    line.text += word.text;
  }
  return page;
}
}  // namespace vanthu::layout
