// How well a letter fits the words of a query: the SQL function vanthu_rank(letter_fts).
//
// bm25 adds up hits of all columns before it saturates, so that fifty hits in a body outrank the
// one in a subject. Here each word counts by the best column that holds it; how often it stands
// there, whether it stands beside its neighbour in the query, and how rare it is, decide among
// equals. Higher is better. Rounded to eighths, so that what fits equally well ties and can be put
// by date.
#pragma once

#include "models/core/result.h"

struct sqlite3;

namespace vanthu::archive {

Status RegisterRanking(sqlite3* db);

}  // namespace vanthu::archive
