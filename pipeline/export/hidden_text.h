// The invisible text of an earlier OCR on a page of a PDF. Where a page is read again it would be found
// twice. Knows qpdf; for searchable_pdf.cc alone.
#pragma once

#include <optional>
#include <string>

class QPDFPageObjectHelper;

namespace vanthu::exporting {

// The page's operators without those that show text in mode 3 (ISO 32000-1, 9.3.6); none where it has no
// such text of its own. Forms that the page paints are left alone: other pages may paint them too.
// Throws what qpdf throws.
std::optional<std::string> WithoutHiddenText(QPDFPageObjectHelper& page);

}  // namespace vanthu::exporting
