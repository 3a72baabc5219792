// What is asked of an archive beside plain search: counts of a match, similar letters, possible rescans,
// queries kept under a name. One function a question; what they answer and their errors are said in
// archive/counts.h, similar.h, rescans.h and saved_searches.h, to which come those of Archive::Open.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "models/core/result.h"
#include "pipeline/archive/counts.h"
#include "pipeline/archive/rescans.h"
#include "pipeline/archive/saved_searches.h"
#include "pipeline/archive/similar.h"

namespace vanthu::run {

Result<archive::Counts> CountLetters(const std::filesystem::path& dir, std::string_view query,
                                     const archive::CountOptions& options);
Result<std::vector<archive::SearchRow>> SimilarLetters(const std::filesystem::path& dir, int64_t id,
                                                       const archive::SimilarOptions& options);
Status ListRescans(const std::filesystem::path& dir, const archive::RowSink& take);

// These two write: kBusy while an import is running.
Status SaveSearch(const std::filesystem::path& dir, std::string_view name, std::string_view query);
Status DeleteSavedSearch(const std::filesystem::path& dir, std::string_view name);
Result<archive::SavedSearch> FindSavedSearch(const std::filesystem::path& dir,
                                             std::string_view name);
Result<std::vector<archive::SavedSearch>> SavedSearches(const std::filesystem::path& dir);

}  // namespace vanthu::run
