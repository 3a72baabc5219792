// Letters that are like a letter: they cite the same documents or each other, name the same partners,
// say the same things. Reads the archive, changes nothing.
//
// What two letters share is a list of terms, each with a weight of its kind times its rarity, ln(N / n)
// of N letters of which n have it:
//   6  one cites the other
//   3  a document that both cite
//   2  a partner that both name
//   2  two words side by side in the subject of the one and anywhere in the other
//   1  two words side by side in the text; of these the kTextTerms rarest
// The score of a letter is the weight of what it shares over the weight of all that could be shared: 1
// for a copy. Terms of more than kCommonTerm letters say nothing and are left out.
#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

#include "models/core/result.h"
#include "pipeline/archive/search.h"
#include "pipeline/archive/store.h"

namespace vanthu::archive {

inline constexpr size_t kTextTerms = 40;
inline constexpr int64_t kCommonTerm = 500;

struct SimilarOptions {
  int limit = 10;
  std::chrono::milliseconds time_limit{10'000};
};

// The most similar first, the letter itself left out; what is marked in a snippet is what both say.
// Errors: kNotFound where there is no letter of this id, kUsage, kTimeout, those of the database.
Result<std::vector<SearchRow>> SimilarLetters(Archive& archive, int64_t id,
                                              const SimilarOptions& options = {});

}  // namespace vanthu::archive
