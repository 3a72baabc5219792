#include "pipeline/archive/events.h"

#include <fmt/format.h>

#include "pipeline/archive/fact_select.h"
#include "pipeline/archive/letter_head.h"

namespace vanthu::archive {

Result<LetterPlace> PlaceOf(Database& db, int64_t letter_id) {
  Result<Statement> row = db.Prepare("SELECT file_id, letter FROM letters WHERE id = ?");
  if (!row.ok()) return row.error();
  const Result<bool> there = row->With(letter_id).Step();
  if (!there.ok()) return there.error();
  if (!*there) {
    return Error{ErrorCode::kNotFound, fmt::format("there is no letter {}", letter_id), "", 0};
  }
  return LetterPlace{row->Int(0), row->Int(1)};
}

Status AddEvent(Database& db, const Event& event) {
  Result<Statement> row = db.Prepare(
      "INSERT INTO events (who, what, file_id, letter, subject, old, new) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)");
  if (!row.ok()) return row.error();
  std::optional<int64_t> file, letter;
  if (event.letter) {
    file = event.letter->file;
    letter = event.letter->letter;
  }
  return row->With(event.who, event.what, file, letter, event.subject, event.from, event.to).Run();
}

Status EachEvent(Archive& archive, std::optional<int64_t> letter_id, const RowSink& take) {
  Condition where;
  if (letter_id) {
    const Result<LetterPlace> place = PlaceOf(archive.database(), *letter_id);
    if (!place.ok()) return place.error();
    where = {"e.file_id = ? AND e.letter = ?", {place->file, place->letter}};
  }
  const std::string sql =
      "SELECT e.id, e.at, e.who, e.what, l.id, l.number, e.subject, e.old, e.new FROM events e "
      "LEFT JOIN letters l ON l.file_id = e.file_id AND l.letter = e.letter" +
      Where(where) + " ORDER BY e.id";
  return EachRow(archive.database(), sql, where, [&](const Statement& row) {
    return take({{"id", row.Int(0)},
                 {"at", row.Text(1)},
                 {"who", row.Text(2)},
                 {"what", row.Text(3)},
                 {"letter_id", OrNull(row.OptionalInt(4))},
                 {"number", OrNull(row.OptionalText(5))},
                 {"subject", OrNull(row.OptionalText(6))},
                 {"old", OrNull(row.OptionalText(7))},
                 {"new", OrNull(row.OptionalText(8))}});
  });
}

}  // namespace vanthu::archive
