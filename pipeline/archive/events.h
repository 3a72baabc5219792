// The log: who did what, when, to which letter. Rows are added and never changed; a change and its row
// are one transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/core/result.h"
#include "pipeline/archive/fact_query.h"
#include "pipeline/archive/sqlite.h"
#include "pipeline/archive/store.h"

namespace vanthu::archive {

// A letter by its file and its place in it, which stay when the file is read again.
struct LetterPlace {
  int64_t file = 0;
  int64_t letter = 0;  // from 1
  bool operator==(const LetterPlace&) const = default;
};

// kNotFound where there is no letter of this id.
Result<LetterPlace> PlaceOf(Database& db, int64_t letter_id);

struct Event {
  std::string who;                          // name of the user
  std::string what;                         // "arrival_number", "dossier add" …
  std::optional<LetterPlace> letter;        // none: it is about no letter
  std::optional<std::string> subject = {};  // e.g. the code of a dossier
  std::optional<std::string> from = {}, to = {};
};
Status AddEvent(Database& db, const Event& event);

// Oldest first, of one letter or of all. id, at (ISO 8601, UTC), who, what, letter_id, number, subject, old,
// new; letter_id is null where the letter is no longer in the archive. kNotFound names a letter that is
// not there.
Status EachEvent(Archive& archive, std::optional<int64_t> letter_id, const RowSink& take);

}  // namespace vanthu::archive
