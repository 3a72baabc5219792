// The XML parts of a file that is a ZIP of them (Word, OpenDocument), unpacked and parsed.
#pragma once

#include <filesystem>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "models/core/result.h"
#include "pipeline/intake/intake.h"

namespace vanthu::intake {

// In the order of `names`; a part that the file lacks or that is no XML is an empty document. kDamaged
// where the ZIP breaks off, kLimit where a part is too large.
Result<std::vector<std::unique_ptr<pugi::xml_document>>> ReadXmlParts(
    const std::filesystem::path& file, const std::vector<std::string>& names, const Limits& limits);

}  // namespace vanthu::intake
