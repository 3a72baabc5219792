// What people ask an archive, in fixed shares: numbers in several spellings, rare and common words with and without
// accents, phrases, filters, partners, signers, citations. Made of the letters that the archive
// was made of, so that most of it finds something.
#pragma once

#include <string>
#include <vector>

#include "tests/bench/letter_maker.h"

namespace vanthu::bench {

struct BenchQuery {
  std::string kind;  // number, common words, rare words, phrase …
  std::string text;
};

// In an order in which kinds alternate. `letters` is how many the archive holds.
std::vector<BenchQuery> QueryMix(const LetterMaker& maker, uint64_t letters, size_t count);

// The first letters of a word and a whole one. Not in the mix: FTS5 puts together all words that begin so.
std::vector<BenchQuery> BeginningsOfWords(const LetterMaker& maker, uint64_t letters, size_t count);

}  // namespace vanthu::bench
