// The lines of a page as blocks of paragraphs: what hOCR calls areas and ALTO text blocks. A cell of a
// table is a block, so is each side of a head or a foot.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/document/page.h"

namespace vanthu::exporting {

struct PageParagraph {
  std::vector<const Line*> lines;  // one at least, each with a box
  Box box;
};

struct PageBlock {
  std::vector<PageParagraph> paragraphs;  // one at least
  Box box;
};

// In reading order; valid as long as the page. Lines without a place are left out.
std::vector<PageBlock> BlocksOf(const Page& page);

// The words of a line; a line that has none is one word. An empty text is none.
std::vector<Word> WordsOf(const Line& line);

// Pixels of the page's picture; a page that was not read from one is taken at 300 an inch.
struct PixelBox {
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};
struct PixelPage {
  explicit PixelPage(const Page& page);
  // Not beyond the page, at least one pixel wide and high.
  PixelBox Map(const Box& box) const;

  double dpi;
  int width, height;
};

// What every format of places needs: a page with a size. Text, Word and HTML have none.
bool HavePlaces(const std::vector<Page>& pages);

// For XML: marks escaped, characters that XML cannot hold left out.
std::string XmlText(std::string_view text);

}  // namespace vanthu::exporting
