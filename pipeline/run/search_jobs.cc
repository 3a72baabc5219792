#include "pipeline/run/search_jobs.h"

#include <type_traits>

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;
using archive::Archive;
using archive::OpenMode;

// Opens the archive and asks it.
template <typename Ask>
auto With(const fs::path& dir, OpenMode mode, Ask ask) -> std::invoke_result_t<Ask, Archive&> {
  Result<Archive> archive = Archive::Open(dir, mode);
  if (!archive.ok()) return archive.error();
  return ask(*archive);
}

}  // namespace

Result<archive::Counts> CountLetters(const fs::path& dir, std::string_view query,
                                     const archive::CountOptions& options) {
  return With(dir, OpenMode::kReadOnly,
              [&](Archive& archive) { return archive::CountLetters(archive, query, options); });
}

Result<std::vector<archive::SearchRow>> SimilarLetters(const fs::path& dir, int64_t id,
                                                       const archive::SimilarOptions& options) {
  return With(dir, OpenMode::kReadOnly,
              [&](Archive& archive) { return archive::SimilarLetters(archive, id, options); });
}

Status ListRescans(const fs::path& dir, const archive::RowSink& take) {
  return With(dir, OpenMode::kReadOnly,
              [&](Archive& archive) { return archive::EachRescan(archive, take); });
}

Status SaveSearch(const fs::path& dir, std::string_view name, std::string_view query) {
  return With(dir, OpenMode::kReadWrite,
              [&](Archive& archive) { return archive::SaveSearch(archive, name, query); });
}

Status DeleteSavedSearch(const fs::path& dir, std::string_view name) {
  return With(dir, OpenMode::kReadWrite,
              [&](Archive& archive) { return archive::DeleteSavedSearch(archive, name); });
}

Result<archive::SavedSearch> FindSavedSearch(const fs::path& dir, std::string_view name) {
  return With(dir, OpenMode::kReadOnly,
              [&](Archive& archive) { return archive::FindSavedSearch(archive, name); });
}

Result<std::vector<archive::SavedSearch>> SavedSearches(const fs::path& dir) {
  return With(dir, OpenMode::kReadOnly,
              [](Archive& archive) { return archive::SavedSearches(archive); });
}

}  // namespace vanthu::run
