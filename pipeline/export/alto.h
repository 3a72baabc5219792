// Pages as ALTO 4.4 (Library of Congress, ns-v4#): blocks, lines and words with their places in pixels,
// words with their confidence, and what the engine read where a word was put right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/document/page.h"

namespace vanthu::exporting {

// `source`: the file's name. Places are those of the page as it was scanned.
std::string Alto(std::string_view source, const std::vector<Page>& pages);

}  // namespace vanthu::exporting
