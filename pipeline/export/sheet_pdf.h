// A sheet (xlsx.h) as a PDF that is ready to print: the same page, title, header and columns as its
// workbook. Set with Pango, which breaks and shapes Vietnamese lines and finds a font for what Times lacks.
#pragma once

#include <string>

#include "models/core/result.h"
#include "pipeline/export/xlsx.h"

namespace vanthu::exporting {

// The bytes of a PDF: A4, the columns as wide as the paper in the proportion of their widths, text on as many
// lines as it takes, the header on every page, "page/pages" at the foot. A row that does not fit goes to the
// next page; one that is longer than a page goes on there.
// Errors: kUsage for a sheet without columns; kInternal where the drawing fails.
Result<std::string> SheetPdf(const Sheet& sheet);

}  // namespace vanthu::exporting
