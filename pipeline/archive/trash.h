// The trash: letters that were thrown away and can be brought back. A letter in it is in no other table and in
// no index, so that nothing finds it; what people entered and corrected of it, its tags and dossiers wait for it.
// Each change is in the log (events.h).
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"
#include "pipeline/archive/fact_query.h"
#include "pipeline/archive/store.h"

namespace vanthu::archive {

// All of them or none. kNotFound names one that is not there.
Status ThrowAway(Archive& archive, std::string_view who, const std::vector<int64_t>& letters);
// Under their old ids, as they were; all of them or none. kNotFound names one that is not in the trash.
Status BringBack(Archive& archive, std::string_view who, const std::vector<int64_t>& letters);

// Throws away the letters that an import brought in and answers their ids; those that were in the archive
// before and were only read again stay. kNotFound where there was no such import.
Result<std::vector<int64_t>> UndoImport(Archive& archive, std::string_view who, int64_t run);

struct Emptied {
  int64_t letters = 0, files = 0;  // that are gone for good
  int64_t left = 0;                // letters that are in the trash still
};
// Deletes what has been in the trash for so many days or longer, with all that people entered of it, and files
// that no other letter came from. There is no way back. Files of which the removal failed are named by
// `verify`.
Result<Emptied> EmptyTrash(Archive& archive, std::string_view who, int days);

// Newest first. letter_id, trashed_at (ISO 8601, UTC), who, number, issue_date, issuer, subject, source.
Status EachThrownAway(Archive& archive, const RowSink& take);

// When the letters of these bytes were thrown away; none where one of them is in the archive, or none is in
// the trash.
Result<std::optional<std::string>> ThrownAwaySince(Archive& archive, std::string_view sha256);

// The letters of a file (from 1) that are in the trash.
Result<std::set<int>> ThrownAwayOf(Database& db, int64_t file);

// Imports, the newest first. run, started_at, finished_at, letters (that it brought in and that are in the
// archive), summary.
Status EachImport(Archive& archive, const RowSink& take);

}  // namespace vanthu::archive
