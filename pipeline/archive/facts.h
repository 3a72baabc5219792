// The tables of migration_facts.h and the stamps of migration_office.h, kept in step with the letters.
// fact_query.h and papers.h ask them.
#pragma once

#include <cstdint>

#include "models/core/result.h"
#include "models/document/record.h"
#include "pipeline/archive/sqlite.h"

namespace vanthu::archive {

// Fills the rows of a letter, the same as the views of migration_facts.h make of its stored record: to take a
// record's JSON apart a second time costs more than all the rows. Inside a transaction of the caller.
Status FillFacts(Database& db, int64_t letter, const Record& record);

// The same from the stored record alone, for a letter whose record is not at hand.
Status FillFactsAsStored(Database& db, int64_t letter);

// Takes them out again; before the letter itself.
Status ClearFacts(Database& db, int64_t letter);

}  // namespace vanthu::archive
