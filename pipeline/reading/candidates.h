// What else a word that was read may have been: the same letters with other marks, as syllables that
// the counts know. Words that no count can judge (numbers, abbreviations, addresses) have none.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "models/lexicon/language_model.h"
#include "pipeline/reading/weights.h"

namespace vanthu::reading {

struct Candidate {
  std::string text;  // as it would be printed: case and the marks round it are those of the reading
  double cost = 0;   // what speaks against it, natural logarithm; the reading itself has 0
};

class Candidates {
 public:
  // `model` outlives this.
  explicit Candidates(const LanguageModel& model, const Weights& weights = {});

  // The reading first, then the others, in no order. `confidence`: 0..1.
  std::vector<Candidate> Of(std::string_view reading, double confidence) const;

 private:
  struct Syllable {
    std::string text;
    std::string toneless;
    int tone = 0;
  };

  Weights weights_;
  // Syllables by their letters without marks.
  std::unordered_map<std::string, std::vector<Syllable>> by_letters_;
};

}  // namespace vanthu::reading
