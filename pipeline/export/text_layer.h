// What is read of a page as PDF operators that show nothing: text that can be selected, found and
// copied, under the picture of the page. Fonts and files are pdf_parts.h and searchable_pdf.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/document/page.h"

namespace vanthu::exporting {

// The name by which the layer's operators call their font.
inline constexpr std::string_view kLayerFont = "VanthuText";

struct PageLayer {
  int index = 0;                 // of the page in its file, from 0
  double width = 0, height = 0;  // points of the page as it is shown; 0: not known
  std::string content;  // operators between BT and ET, origin at the lower left; empty: none
};

// The layers of a file. Characters are codes of two bytes: code n is glyphs[n - 1].
struct TextLayer {
  std::vector<PageLayer> pages;
  std::u32string glyphs;
};

// A layer for each page that was read from a picture, an empty one for the others: a page that has text
// keeps it.
TextLayer LayText(const std::vector<Page>& pages);

// A number as PDF writes it: no exponent, no trailing zeros.
std::string PdfNumber(double value);

}  // namespace vanthu::exporting
