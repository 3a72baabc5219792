// What a letter says in two places and must say alike: rows of a table and their total, figures and their
// percentage. A person must see where it does not. No source but arithmetic.
#include "extractors/reconcile/delegation_checks.h"
#include "extractors/reconcile/table_checks.h"
#include "extractors/reconcile/text_checks.h"
#include "models/document/letter.h"
#include "models/document/passage.h"
#include "models/document/record.h"

namespace vanthu::extractors {

void Reconcile(const Letter& letter, Record& record) {
  for (const Table& table : letter.tables) {
    CheckSums(letter, table, record.diagnostics);
    CheckPercentages(letter, table, record.diagnostics);
    CheckSequence(letter, table, record.diagnostics);
  }
  CheckDelegations(record, record.diagnostics);
  for (const Passage& passage : Passages(letter)) {
    CheckSentences(letter, passage, record.diagnostics);
  }
}

}  // namespace vanthu::extractors
