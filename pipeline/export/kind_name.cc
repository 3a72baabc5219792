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
};

}  // namespace

std::string_view KindName(std::string_view media_type) {
  for (const Known& known : kKnown)
    if (known.media_type == media_type) return known.name;
  return media_type;
}

}  // namespace vanthu::exporting
