#include "pipeline/archive/letter_index.h"

#include <string>

namespace vanthu::archive {
namespace {

// The columns of letter_fts after its rowid, in their order.
constexpr int kColumns = 8;
constexpr const char* kRow =
    "SELECT number, subject, issuer, signer, partners, head, body, facets "
    "FROM letter_text WHERE id = ?";

// One row of VALUES each: for an INSERT … SELECT SQLite makes a savepoint of its own.
constexpr const char* kInsert =
    "INSERT INTO letter_fts (rowid, number, subject, issuer, signer, partners, head, body, facets) "
    "VALUES (?,?,?,?,?,?,?,?,?)";
constexpr const char* kDelete =
    "INSERT INTO letter_fts (letter_fts, rowid, number, subject, issuer, signer, partners, head, "
    "body, facets) VALUES ('delete',?,?,?,?,?,?,?,?,?)";

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
  // FTS5 takes out what it is told was there: the text must still be the one that was indexed.
  return Put(letter, kDelete);
}

Status LetterIndex::Put(int64_t letter, const char* into) {
  Result<Statement> row = db_.Prepare(kRow);
  if (!row.ok()) return row.error();
  const Result<bool> there = row->With(letter).Step();
  if (!there.ok()) return there.error();
  if (!*there) return Done{};
  Result<Statement> put = db_.Prepare(into);
  if (!put.ok()) return put.error();
  put->Bind(0, letter);
  for (int column = 0; column < kColumns; ++column) {
    put->Bind(column + 1, row->OptionalText(column));
  }
  return put->Run();
}

Status LetterIndex::PutWaiting() {
  for (const int64_t letter : waiting_) {
    if (Status status = Put(letter, kInsert); !status.ok()) return status;
  }
  waiting_.clear();
  return Done{};
}

}  // namespace vanthu::archive
