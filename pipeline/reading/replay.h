// Readings kept on disk and played back, so that tests of everything behind the reader need no OCR.
// Not the archive's cache of readings: that is a table of the archive, keyed by the same Settings.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "pipeline/reading/reader.h"

namespace vanthu::reading {

// Name of the file that a reading of these pixels with these settings has in a folder: FNV-1a of
// 128 bits over size, resolution, pixels and Settings::Key(), as hex, with ".json". Not safe
// against someone who wants two pages to collide, which a test folder need not be.
std::string RecordingName(const Raster& raster, const Settings& settings);

// Answers from `folder`. A page that was not recorded is kNotFound and names the file it wants.
std::unique_ptr<Reader> MakeReplayReader(std::filesystem::path folder, const Settings& settings);

// Reads with `reader` and keeps each answer in `folder`, which must exist. kDisk where it cannot.
std::unique_ptr<Reader> MakeRecordingReader(std::unique_ptr<Reader> reader,
                                            std::filesystem::path folder, const Settings& settings);

}  // namespace vanthu::reading
