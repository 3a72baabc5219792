#include "pipeline/segment/segment.h"

#include "models/text/fold.h"
#include "models/text/normalize.h"
#include "pipeline/segment/annex.h"
#include "pipeline/segment/foot.h"
#include "pipeline/segment/head.h"
#include "pipeline/segment/notes.h"
#include "pipeline/segment/outline.h"
#include "pipeline/segment/shape.h"
#include "pipeline/segment/tables.h"

namespace vanthu::segment {
namespace {

Letter LinesOf(std::vector<Page> pages) {
  Letter letter;
  letter.pages = std::move(pages);
  for (size_t p = 0; p < letter.pages.size(); ++p) {
    const Page& page = letter.pages[p];
    letter.diagnostics.insert(letter.diagnostics.end(), page.diagnostics.begin(),
                              page.diagnostics.end());
    for (size_t l = 0; l < page.lines.size(); ++l) {
      LetterLine line;
      line.page = static_cast<int>(p);
      line.line = static_cast<int>(l);
      line.text = Normalize(page.lines[l].text).text;
      line.folded = Fold(line.text);
      letter.lines.push_back(std::move(line));
    }
  }
  return letter;
}

// A page number stands alone as the first or last line of a page.
void MarkPageNumbers(Letter& letter) {
  for (size_t i = 0; i < letter.lines.size(); ++i) {
    LetterLine& line = letter.lines[i];
    const Page& page = letter.pages[static_cast<size_t>(line.page)];
    const bool edge = line.line == 0 || line.line + 1 == static_cast<int>(page.lines.size());
    if (edge && page.width && IsPageNumber(line.folded)) line.zone = Zone::kPageNumber;
  }
}

}  // namespace

Letter Segment(std::vector<Page> pages) {
  Letter letter = LinesOf(std::move(pages));
  MarkPageNumbers(letter);
  MarkFootnotes(letter);
  const size_t body = MarkHead(letter);
  const size_t after_foot = MarkFoot(letter, body);
  MarkAnnexes(letter, after_foot);
  MarkOutline(letter, body, letter.lines.size());
  CollectTables(letter);
  return letter;
}

}  // namespace vanthu::segment
