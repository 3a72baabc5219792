// Letters for benchmarks: records as the extractors give them, made from a seed alone. Words come from word_source.h;
// numbers, issuers, dates, partners and citations from the tables of models/data, common ones more often, as many
// a letter as the corpus has for its length. Nothing in them is true.
#pragma once

#include <string>
#include <vector>

#include "models/core/result.h"
#include "models/document/record.h"
#include "tests/bench/word_source.h"

namespace vanthu::bench {

class LetterMaker {
 public:
  static Result<LetterMaker> Load(uint64_t seed);

  // Letter `index` of the seed, the same whatever was made before it.
  Record Make(uint64_t index) const;

  const WordSource& words() const { return words_; }
  const std::vector<std::string>& issuers() const { return issuers_; }
  const std::vector<Partner>& partners() const { return partners_; }

  // As they stand in letters, common ones more often.
  std::string Number(Dice& dice) const;
  std::string PersonName(Dice& dice) const;

 private:
  LetterMaker(uint64_t seed, WordSource words) : seed_(seed), words_(std::move(words)) {}

  void MakeHead(Record& record, Dice& dice) const;
  void MakeFoot(Record& record, Dice& dice) const;
  std::string Citation(Record& record, Dice& dice, int line) const;
  std::string Fact(Record& record, Dice& dice, int line) const;

  uint64_t seed_;
  WordSource words_;
  std::vector<std::string> issuers_, places_, surnames_, given_names_, titles_, types_, type_names_;
  std::vector<Partner> partners_;
};

}  // namespace vanthu::bench
