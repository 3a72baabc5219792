// The most probable text among the candidates of each word: what speaks against a candidate by itself
// against how it stands among its neighbours.
#pragma once

#include <cstddef>
#include <vector>

#include "models/lexicon/language_model.h"
#include "pipeline/reading/candidates.h"
#include "pipeline/reading/weights.h"

namespace vanthu::reading {

// A place of the text; at least one candidate.
struct Slot {
  std::vector<Candidate> candidates;
  bool begins = false;  // what stands before says nothing about it (another column, a table's cell)
};

// For each slot the place of the candidate that was taken. Beam search: time is linear in the slots.
std::vector<size_t> Decode(const LanguageModel& model, const std::vector<Slot>& slots,
                           const Weights& weights = {});

}  // namespace vanthu::reading
