// The letter as WordprocessingML (ECMA-376): heads and feet as borderless tables of two columns,
// tables with merged cells and repeated header rows, real footnotes, a section for every annex.
// Hand-filled text is ordinary type; there is no seal, signature or incoming stamp.
#pragma once

#include <string>

#include "letter.h"
#include "result.h"

namespace vanthu::corpus {

// The bytes of the .docx file. The error is the zip library's.
Result<std::string> SetAsDocx(const Letter& letter);

}  // namespace vanthu::corpus
