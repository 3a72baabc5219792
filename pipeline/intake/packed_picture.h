// One page of a picture file as a packed picture. The bytes of a JPEG, of most PNGs and of a fax TIFF in
// one strip are taken as they are; anything else is decoded and packed again without a loss.
#pragma once

#include <filesystem>
#include <string_view>

#include "models/core/result.h"
#include "models/document/picture.h"
#include "pipeline/intake/intake.h"

namespace vanthu::intake {

// `bytes`: the whole of `file`, read once for all its pages. `type`: kJpeg, kPng or kTiff; `index` from 0.
// Errors as SourceFile::ReadPage; kUnsupported for other kinds.
Result<PackedPicture> ReadPacked(const std::filesystem::path& file, std::string_view bytes,
                                 MediaType type, int index, const Limits& limits);

}  // namespace vanthu::intake
