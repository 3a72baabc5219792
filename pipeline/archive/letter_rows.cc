#include "pipeline/archive/letter_rows.h"

#include <fmt/format.h>

#include "pipeline/archive/facts.h"

namespace vanthu::archive {
namespace {

constexpr std::string_view kIndexColumns =
    "number, subject, issuer, signer, partners, head, body, facets";

Status RunFor(Database& db, int64_t letter, std::string_view sql) {
  Result<Statement> row = db.Prepare(sql);
  if (!row.ok()) return row.error();
  return row->With(letter).Run();
}

}  // namespace

Status IndexLetter(Database& db, int64_t letter) {
  return RunFor(
      db, letter,
      fmt::format(
          "INSERT INTO letter_fts (rowid, {0}) SELECT id, {0} FROM letter_text WHERE id = ?",
          kIndexColumns));
}

Status UnindexLetter(Database& db, int64_t letter) {
  // FTS5 takes out what it is told was there: the text must still be the one that was indexed.
  return RunFor(db, letter,
                fmt::format("INSERT INTO letter_fts (letter_fts, rowid, {0}) "
                            "SELECT 'delete', id, {0} FROM letter_text WHERE id = ?",
                            kIndexColumns));
}

Status RemoveLetterRows(Database& db, int64_t letter) {
  if (Status status = UnindexLetter(db, letter); !status.ok()) return status;
  if (Status status = ClearFacts(db, letter); !status.ok()) return status;
  for (const std::string_view sql :
       {std::string_view("DELETE FROM letter_pages WHERE letter_id = ?"),
        std::string_view("DELETE FROM citations WHERE letter_id = ?"),
        std::string_view("DELETE FROM letters WHERE id = ?")}) {
    if (Status status = RunFor(db, letter, sql); !status.ok()) return status;
  }
  return Done{};
}

}  // namespace vanthu::archive
