// The parts of a .docx that hold text, unpacked and parsed.
#pragma once

#include <filesystem>
#include <memory>
#include <pugixml.hpp>
#include <string_view>

#include "models/core/result.h"
#include "pipeline/intake/intake.h"

namespace vanthu::intake {

// A part that the file lacks is an empty document; only `document` is never empty.
struct DocxPackage {
  std::unique_ptr<pugi::xml_document> document, styles, numbering, footnotes, endnotes;
};

// kDamaged where word/document.xml is missing or no XML, kLimit where a part is too large.
Result<DocxPackage> ReadDocxPackage(const std::filesystem::path& file, const Limits& limits);

}  // namespace vanthu::intake
