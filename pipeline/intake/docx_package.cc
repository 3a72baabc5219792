#include "pipeline/intake/docx_package.h"

#include <utility>

#include "pipeline/intake/bytes.h"
#include "pipeline/intake/xml_parts.h"

namespace vanthu::intake {

Result<DocxPackage> ReadDocxPackage(const std::filesystem::path& file, const Limits& limits) {
  auto parts = ReadXmlParts(file,
                            {"word/document.xml", "word/styles.xml", "word/numbering.xml",
                             "word/footnotes.xml", "word/endnotes.xml"},
                            limits);
  if (!parts) return parts.error();
  auto part = parts->begin();
  const auto next = [&part] { return std::move(*part++); };
  DocxPackage package = {next(), next(), next(), next(), next()};
  if (!package.document->document_element()) {
    return FileError(ErrorCode::kDamaged, "word/document.xml is missing or is no XML", file);
  }
  return package;
}

}  // namespace vanthu::intake
