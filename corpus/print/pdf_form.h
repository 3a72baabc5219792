// The letter as a PDF with a text layer (cairo writes it): A4 pages, seal as outlines. No pen and
// no incoming stamp; those are on scans alone.
#pragma once

#include <string>

#include "letter.h"
#include "result.h"

namespace vanthu::corpus {

// The bytes of the file; the same every time. The error is cairo's.
Result<std::string> SetAsPdf(const Letter& letter);

}  // namespace vanthu::corpus
