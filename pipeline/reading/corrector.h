// Words of a page as they were most probably printed: marks that the engine lost or took for others,
// put right where the words beside leave no doubt. Letters, digits and names of things stay as read.
#pragma once

#include <string>
#include <vector>

#include "models/lexicon/language_model.h"
#include "pipeline/reading/candidates.h"
#include "pipeline/reading/engine.h"
#include "pipeline/reading/proper_names.h"

namespace vanthu::reading {

class Corrector {
 public:
  // `model` outlives this; without words nothing is corrected.
  explicit Corrector(const LanguageModel& model);

  // The text of each word, in their order, which is the order of reading.
  std::vector<std::string> Correct(const std::vector<ReadWord>& words) const;

 private:
  const LanguageModel& model_;
  Candidates candidates_;
  ProperNames names_;
};

}  // namespace vanthu::reading
