// The parts of a .docx beside its body: styles, footnotes, headers and footers, relationships.
#pragma once

#include <string>
#include <vector>

#include "letter.h"
#include "sheet.h"
#include "zip_file.h"

namespace vanthu::corpus {

// All parts but word/document.xml, [Content_Types].xml first.
std::vector<ZipPart> DocxPartsBesideBody(const Letter& letter, const Sheet& sheet);

// The relationship ids by which the body's sections name their headers and footers. A reference
// that does not apply is empty.
struct DocxSectionReferences {
  std::string every_page;  // header or footer with the page number
  std::string first_page;  // footer with the address lines
};
DocxSectionReferences ReferencesFor(const Letter& letter, const Sheet& sheet);

inline constexpr const char* kWordNamespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
inline constexpr const char* kXmlDeclaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

}  // namespace vanthu::corpus
