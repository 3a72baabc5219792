// Queries that are kept in the archive under a name, to be asked again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"
#include "pipeline/archive/store.h"

namespace vanthu::archive {

struct SavedSearch {
  std::string name, query;
  std::string saved_at;  // ISO 8601, UTC
};

// Longer names are refused: they are to be read in a list.
inline constexpr size_t kMaxSearchName = 100;  // letters

// Names are compared without regard to case, blanks are folded. A name that is taken gets the new
// query. kUsage for a name that is empty or too long and for a query in which there is nothing to look
// for.
Status SaveSearch(Archive& archive, std::string_view name, std::string_view query);

// kNotFound where no search has this name.
Result<SavedSearch> FindSavedSearch(Archive& archive, std::string_view name);
Status DeleteSavedSearch(Archive& archive, std::string_view name);

// By name.
Result<std::vector<SavedSearch>> SavedSearches(Archive& archive);

}  // namespace vanthu::archive
