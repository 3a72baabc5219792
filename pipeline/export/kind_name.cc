#include "pipeline/export/kind_name.h"

#include <array>

namespace vanthu::exporting {
namespace {

struct Known {
  std::string_view media_type, name;
};
constexpr std::array kKnown = {
    Known{"application/pdf", "PDF"},
    Known{"image/tiff", "TIFF"},
    Known{"image/png", "PNG"},
    Known{"image/jpeg", "JPEG"},
    Known{"text/plain", "TXT"},
    Known{"text/markdown", "Markdown"},
    Known{"text/html", "HTML"},
    Known{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX"},
    Known{"application/msword", "DOC"},
    Known{"application/rtf", "RTF"},
    Known{"application/vnd.ms-word.xml", "XML (Word)"},
    Known{"application/vnd.oasis.opendocument.text", "ODT"},
    Known{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"},
    Known{"application/vnd.ms-excel", "XLS"},
    Known{"application/vnd.oasis.opendocument.spreadsheet", "ODS"},
};

}  // namespace

std::string_view KindName(std::string_view media_type) {
  for (const Known& known : kKnown)
    if (known.media_type == media_type) return known.name;
  return media_type;
}

}  // namespace vanthu::exporting
