#include "models/document/letter.h"

namespace vanthu {

Evidence Letter::Where(const LetterLine& line) const {
  const Page& page = pages[static_cast<size_t>(line.page)];
  return {page.number, page.lines[static_cast<size_t>(line.line)].box, line.line + 1};
}

}  // namespace vanthu
