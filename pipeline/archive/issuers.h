// Who issued letters, each name once, with an index of its own: `coquan:` looks for names first, of which there are
// hundreds, and then for letters of these issuers, each of which is one token of the index of letters. The words
// of a name ("ủy ban nhân dân tỉnh") are in most letters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "models/core/result.h"
#include "pipeline/archive/query.h"
#include "pipeline/archive/sqlite.h"

namespace vanthu::archive {

// Keeps the issuer of a letter. Names stay when their letters go.
Status KeepIssuerOf(Database& db, int64_t letter);

// Fills in the issuers of each clause that asks for one.
Status FindIssuers(Database& db, Query& query);

}  // namespace vanthu::archive
