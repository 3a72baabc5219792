#include "pipeline/archive/saved_searches.h"

#include <fmt/format.h>

#include <utility>

#include "models/text/fold.h"
#include "models/text/normalize.h"
#include "models/text/utf8.h"
#include "pipeline/archive/query.h"

namespace vanthu::archive {
namespace {

constexpr const char* kColumns = "SELECT name, query, saved_at FROM saved_searches";

SavedSearch Read(const Statement& row) { return {row.Text(0), row.Text(1), row.Text(2)}; }

std::string KeyOf(std::string_view name) { return Lower(CleanLine(name)); }

Error NotFound(std::string_view name) {
  return {ErrorCode::kNotFound, fmt::format("there is no saved search \"{}\"", CleanLine(name)), "",
          0};
}

}  // namespace

Status SaveSearch(Archive& archive, std::string_view name, std::string_view query) {
  const std::string shown = CleanLine(name);
  if (shown.empty() || Length(shown) > kMaxSearchName) {
    return Error{ErrorCode::kUsage,
                 fmt::format("the name of a saved search has 1 to {} letters", kMaxSearchName), "",
                 0};
  }
  if (ParseQuery(query).alternatives.empty()) {
    return Error{ErrorCode::kUsage, "the query holds nothing to look for", "", 0};
  }
  Result<Statement> row = archive.database().Prepare(
      "INSERT INTO saved_searches (key, name, query) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE "
      "SET name = excluded.name, query = excluded.query, saved_at = excluded.saved_at");
  if (!row.ok()) return row.error();
  return row->With(KeyOf(name), shown, CleanLine(query)).Run();
}

Result<SavedSearch> FindSavedSearch(Archive& archive, std::string_view name) {
  Result<Statement> row = archive.database().Prepare(std::string(kColumns) + " WHERE key = ?");
  if (!row.ok()) return row.error();
  const Result<bool> there = row->With(KeyOf(name)).Step();
  if (!there.ok()) return there.error();
  if (!*there) return NotFound(name);
  return Read(*row);
}

Status DeleteSavedSearch(Archive& archive, std::string_view name) {
  Result<Statement> row = archive.database().Prepare("DELETE FROM saved_searches WHERE key = ?");
  if (!row.ok()) return row.error();
  if (Status status = row->With(KeyOf(name)).Run(); !status.ok()) return status;
  return archive.database().Changes() > 0 ? Status(Done{}) : Status(NotFound(name));
}

Result<std::vector<SavedSearch>> SavedSearches(Archive& archive) {
  Result<Statement> row = archive.database().Prepare(std::string(kColumns) + " ORDER BY key");
  if (!row.ok()) return row.error();
  std::vector<SavedSearch> searches;
  while (true) {
    const Result<bool> there = row->Step();
    if (!there.ok()) return there.error();
    if (!*there) return searches;
    searches.push_back(Read(*row));
  }
}

}  // namespace vanthu::archive
