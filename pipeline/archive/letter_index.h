// The full-text index, kept in step with the letters. Letters are put into it when the transaction ends that
// they came in: FTS5 writes what it has gathered to the disk at every savepoint, and each letter of a batch
// has one. So a search in the midst of a batch does not see the batch's letters yet.
#pragma once

#include <cstdint>
#include <set>
#include <span>

#include "models/core/result.h"
#include "pipeline/archive/sqlite.h"

namespace vanthu::archive {

class LetterIndex {
 public:
  // Takes the end of the database's transactions for itself. Both stay where they are.
  explicit LetterIndex(Database& db);
  LetterIndex(const LetterIndex&) = delete;
  LetterIndex& operator=(const LetterIndex&) = delete;

  // Letters whose rows are written. Those that are gone again when the transaction ends are passed over.
  void Add(std::span<const int64_t> letters);
  // Takes back an Add whose rows were undone.
  void Forget(std::span<const int64_t> letters);
  // Before the rows of a letter are changed or taken out: the index is told what it holds of it.
  Status Remove(int64_t letter);

 private:
  // Puts one row of the index, as letter_text has it, into a statement that begins with its number.
  Status Put(int64_t row, const char* into);
  Status PutWaiting();

  Database& db_;
  std::set<int64_t> waiting_;
};

}  // namespace vanthu::archive
