#include "pipeline/archive/letter_index.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/archive/index_rows.h"
#include "pipeline/archive/issuers.h"

namespace vanthu::archive {
namespace {

// The columns of letter_fts after its rowid, in their order.
constexpr int kColumns = 8;
constexpr const char* kRow =
    "SELECT body, number, subject, issuer, signer, partners, head, facets "
    "FROM letter_text WHERE id = ?";

// One row of VALUES each: for an INSERT … SELECT SQLite makes a savepoint of its own.
constexpr const char* kInsert =
    "INSERT INTO letter_fts (rowid, body, number, subject, issuer, signer, partners, head, facets) "
    "VALUES (?,?,?,?,?,?,?,?,?)";
constexpr const char* kDelete =
    "INSERT INTO letter_fts (letter_fts, rowid, body, number, subject, issuer, signer, partners, "
    "head, facets) VALUES ('delete',?,?,?,?,?,?,?,?,?)";

}  // namespace

LetterIndex::LetterIndex(Database& db) : db_(db) {
  db_.AtEndOfTransaction([this] { return PutWaiting(); }, [this] { waiting_.clear(); });
}

void LetterIndex::Add(std::span<const int64_t> letters) {
  waiting_.insert(letters.begin(), letters.end());
}

void LetterIndex::Forget(std::span<const int64_t> letters) {
  for (const int64_t letter : letters) waiting_.erase(letter);
}

Status LetterIndex::Remove(int64_t letter) {
  if (waiting_.contains(letter)) return Done{};
  const Result<std::optional<int64_t>> row = RowOfLetter(db_, letter);
  if (!row.ok()) return row.error();
  if (!*row) return Done{};
  // FTS5 takes out what it is told was there: the text must still be the one that was indexed.
  if (Status status = Put(**row, kDelete); !status.ok()) return status;
  return FreeRow(db_, **row);
}

Status LetterIndex::Put(int64_t row, const char* into) {
  Result<Statement> text = db_.Prepare(kRow);
  if (!text.ok()) return text.error();
  const Result<bool> there = text->With(row).Step();
  if (!there.ok()) return there.error();
  if (!*there) return Done{};
  Result<Statement> put = db_.Prepare(into);
  if (!put.ok()) return put.error();
  put->Bind(0, row);
  for (int column = 0; column < kColumns; ++column) {
    put->Bind(column + 1, text->OptionalText(column));
  }
  return put->Run();
}

Status LetterIndex::PutWaiting() {
  // FTS5 writes what it has gathered to the disk when a row comes that is not above the one before.
  std::vector<int64_t> rows;
  for (const int64_t letter : waiting_) {
    Result<Statement> date = db_.Prepare("SELECT date_key FROM letters WHERE id = ?");
    if (!date.ok()) return date.error();
    const Result<bool> there = date->With(letter).Step();
    if (!there.ok()) return there.error();
    if (!*there) continue;
    if (Status kept = KeepIssuerOf(db_, letter); !kept.ok()) return kept;
    const Result<int64_t> row = TakeRow(db_, letter, date->OptionalInt(0));
    if (!row.ok()) return row.error();
    rows.push_back(*row);
  }
  std::ranges::sort(rows);
  for (const int64_t row : rows) {
    if (Status status = Put(row, kInsert); !status.ok()) return status;
  }
  waiting_.clear();
  return Done{};
}

}  // namespace vanthu::archive
