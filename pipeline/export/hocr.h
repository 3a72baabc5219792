// Pages as hOCR 1.2: XHTML in which every area, paragraph, line and word says where it stands on the
// picture, in pixels, and words how sure the reading is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/document/page.h"

namespace vanthu::exporting {

// `source`: the file's name, which stands as each page's image. A page without words (blank, failed) is
// empty. The places are those of the page as it was scanned.
std::string Hocr(std::string_view source, const std::vector<Page>& pages);

}  // namespace vanthu::exporting
