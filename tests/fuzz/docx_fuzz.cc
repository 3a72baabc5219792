// Word files: the input is a whole package where it begins as one, else what stands inside w:body, with
// styles and numbering about it.
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/source.h"
#include "tests/unit/intake/fixtures.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace vanthu;
  const std::string_view bytes = fuzz::Text(data, size);
  if (bytes.starts_with("PK")) {
    fuzz::ReadSource(bytes, intake::MediaType::kDocx);
    return 0;
  }
  intake::DocxParts parts;
  parts.body = bytes;
  parts.styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:pPr><w:outlineLvl "
      "w:val=\"1\"/></w:pPr></w:style>";
  parts.numbering =
      "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
      "<w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1)\"/></w:lvl></w:abstractNum>"
      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";
  fuzz::ReadSource(intake::MakeDocx(parts), intake::MediaType::kDocx);
  return 0;
}
