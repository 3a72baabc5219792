// Words of a page as they were most probably printed: of several readings the likelier one, and marks
// that the engine lost or took for others put right where the words beside leave no doubt. Letters,
// digits and names of things stay as one of the readings has them.
#pragma once

#include <string>
#include <vector>

#include "models/lexicon/language_model.h"
#include "pipeline/reading/align.h"
#include "pipeline/reading/candidates.h"
#include "pipeline/reading/decode.h"
#include "pipeline/reading/engine.h"
#include "pipeline/reading/proper_names.h"
#include "pipeline/reading/weights.h"

namespace vanthu::reading {

struct CorrectedWord {
  ReadWord word;    // its line counts on from those of the first reading where that has not got it
  std::string raw;  // what the first reading has in its place, where it is not the same; else empty
};

class Corrector {
 public:
  // `model` outlives this; without words the first reading stays as it is.
  explicit Corrector(const LanguageModel& model, const Weights& weights = {});

  // `readings`: at least one, of the same image, each in its order of reading.
  std::vector<CorrectedWord> Correct(const std::vector<std::vector<ReadWord>>& readings) const;

 private:
  // A text that readings have for a piece of print.
  struct Version {
    std::string text;
    size_t reading = 0;  // the first that has it
    double weight = 0;   // of all that have it
    double confidence = 0;
  };
  // The candidates of a piece of print and the version that each came from.
  struct Choice {
    Slot slot;
    std::vector<Version> versions;
    std::vector<size_t> version_of;
  };

  std::vector<Version> VersionsOf(const Group& group,
                                  const std::vector<std::vector<ReadWord>>& readings) const;
  Choice ChoiceOf(const Group& group, const std::vector<std::vector<ReadWord>>& readings,
                  bool is_name) const;

  const LanguageModel& model_;
  Weights weights_;
  Candidates candidates_;
  ProperNames names_;
};

}  // namespace vanthu::reading
