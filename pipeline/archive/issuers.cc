#include "pipeline/archive/issuers.h"

#include "pipeline/archive/compile.h"

namespace vanthu::archive {
namespace {

// Of more issuers the words are looked for in the letters themselves: each costs as much as a word.
constexpr size_t kMostIssuers = 64;

Result<std::optional<std::vector<int64_t>>> IssuersOf(Database& db, const std::string& match) {
  Result<Statement> fits =
      db.Prepare("SELECT rowid FROM issuer_fts WHERE issuer_fts MATCH ? LIMIT ?");
  if (!fits.ok()) return fits.error();
  fits->With(match, static_cast<int64_t>(kMostIssuers + 1));
  std::vector<int64_t> issuers;
  while (true) {
    const Result<bool> row = fits->Step();
    if (!row.ok()) return row.error();
    if (!*row) break;
    issuers.push_back(fits->Int(0));
  }
  if (issuers.size() > kMostIssuers) return std::optional<std::vector<int64_t>>();
  return std::optional(std::move(issuers));
}

}  // namespace

Status KeepIssuerOf(Database& db, int64_t letter) {
  Result<Statement> keep = db.Prepare(
      "INSERT OR IGNORE INTO issuers (name) SELECT issuer FROM letters "
      "WHERE id = ? AND issuer IS NOT NULL");
  if (!keep.ok()) return keep.error();
  if (Status kept = keep->With(letter).Run(); !kept.ok() || db.Changes() == 0) return kept;
  Result<Statement> index =
      db.Prepare("INSERT INTO issuer_fts (rowid, name) SELECT id, name FROM issuers WHERE id = ?");
  if (!index.ok()) return index.error();
  return index->With(db.LastInsertId()).Run();
}

Status FindIssuers(Database& db, Query& query) {
  for (Alternative& alternative : query.alternatives) {
    for (std::vector<Clause>* clauses : {&alternative.clauses, &alternative.of_document}) {
      for (Clause& clause : *clauses) {
        if (clause.field != Field::kIssuer) continue;
        for (const Level level : {Level::kExact, Level::kSymbols, Level::kFolded}) {
          Result<std::optional<std::vector<int64_t>>> issuers =
              IssuersOf(db, IssuerMatch(clause.words, level));
          if (!issuers.ok()) return issuers.error();
          clause.issuers[static_cast<size_t>(level)] = *std::move(issuers);
        }
      }
    }
  }
  return Done{};
}

}  // namespace vanthu::archive
