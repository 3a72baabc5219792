// The pages of a file as they lay on the desk, before they are letters: put into order, blank ones and
// separator sheets taken out, one pile a letter. Pure. Page numbers stay those of the file.
#pragma once

#include <vector>

#include "models/document/page.h"

namespace vanthu::segment {

enum class PageOrder {
  kAsGiven,
  // All fronts, then all backs as the stack comes when it is turned over: of 2n pages 1, 2n, 2, 2n-1 …
  kStacks,
};

// The pages of one letter, laid out, in reading order, and what is to be said of them.
struct LetterPages {
  std::vector<Page> pages;
  std::vector<Diagnostic> notes;
};

// Never empty where pages are not. A letter ends
//   - at a separator sheet: a page with little text that says PATCHT or PATCH T, in print or in a barcode, or
//     a page with a barcode that is no link, and nothing else. It is taken out, noted as separator_sheet with
//     what the code says;
//   - before a page with the head of a letter (national heading, issuer, number or date, and then a title, a
//     subject or addressees) where the pages before it ended with a signature or Nơi nhận; noted as
//     letter_begins with the lines that say so. A head with neither serial nor month, as forms have them, one
//     that is captioned as part of another document ("Kèm theo …", Phụ lục, Mẫu số) begins nothing.
// Blank pages are taken out and noted as blank_page. Where nothing else is there, all stay. Of an odd
// number of pages kStacks makes nothing: they stay as they are, noted as odd_stacks.
std::vector<LetterPages> PileUp(std::vector<Page> pages, PageOrder order);

}  // namespace vanthu::segment
