// What is asked of an archive without changing it: search, one letter, all letters. Opened for reading,
// so that it works while an import is running.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

#include "models/core/result.h"
#include "pipeline/archive/companions.h"
#include "pipeline/archive/search.h"
#include "pipeline/archive/store.h"

namespace vanthu::run {

// Errors: those of Archive::Open and archive::Search.
Result<archive::SearchAnswer> SearchArchive(const std::filesystem::path& dir,
                                            std::string_view query,
                                            const archive::SearchOptions& options);

// kNotFound where there is no letter of this number.
Result<archive::StoredLetter> ShowLetter(const std::filesystem::path& dir, int64_t id);

// The files in which the letter came beside its own: archive/companions.h.
Result<std::vector<archive::FileInfo>> OtherFilesOf(const std::filesystem::path& dir, int64_t id);

enum class WhichFile { kOwn, kOther };
// Copies the file that the letter came in, or the first of its others, to `to`. kUsage where `to` is there
// already: nothing is overwritten; kNotFound where there is no other.
Status CopyOriginal(const std::filesystem::path& dir, int64_t id, WhichFile which,
                    const std::filesystem::path& to);

// All letters, in the order in which they came. An error of `take` ends it.
Status EachLetter(const std::filesystem::path& dir,
                  const std::function<Status(const archive::StoredLetter&)>& take);

}  // namespace vanthu::run
