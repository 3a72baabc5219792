// Finds the letter that a citation means. For citing.cc.
#pragma once

#include <vector>

#include "pipeline/archive/citing.h"
#include "pipeline/archive/sqlite.h"

namespace vanthu::archive {

// Columns of `citations c` that ReadCitation reads, in its order.
inline constexpr const char* kCitationColumns =
    "c.letter_id, c.ordinal, c.type, c.number, c.title, c.issuer, c.role, c.raw, c.page, "
    "c.number_key, c.year, c.month, c.day";
inline constexpr int kCitationColumnCount = 13;
Citation ReadCitation(const Statement& row, int first_column = 0);

// Whether both names can be one agency's: one says no word that the other does not hold. Names that
// are not known can be any.
bool MayBeSameAgency(const std::optional<std::string>& a, const std::optional<std::string>& b);

class Resolver {
 public:
  static Result<Resolver> Make(Database& db);
  Result<ResolvedCitation> Resolve(Citation citation);

 private:
  explicit Resolver(Statement letters) : letters_(std::move(letters)) {}

  Statement letters_;
};

}  // namespace vanthu::archive
