// What OCR made of a page, as the archive keeps it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/core/result.h"
#include "models/document/page.h"
#include "pipeline/archive/store.h"
#include "pipeline/reading/reader.h"

namespace vanthu::run {

// The settings under which a page may have been kept, the best first: those given, then the other
// qualities of its model.
std::vector<std::string> ReadingKeys(const reading::Settings& settings);

// The page as it was read under the first of those settings; none where it is not kept.
Result<std::optional<Page>> KeptReading(archive::Archive& archive, const std::string& sha256,
                                        int page, const reading::Settings& settings);

}  // namespace vanthu::run
