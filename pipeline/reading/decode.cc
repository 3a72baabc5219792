#include "pipeline/reading/decode.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace vanthu::reading {
namespace {

constexpr size_t kBeam = 40;  // texts that are followed at a time

struct Text {  // a choice for every slot so far, as its last choice and the text before
  double score = 0;
  LanguageModel::Context context;
  uint32_t before = 0;  // its place in the list of all
  uint32_t choice = 0;
};

// Of the texts that end alike the best one goes on, and of those the best kBeam.
void Prune(std::vector<Text>& texts) {
  std::sort(texts.begin(), texts.end(),
            [](const Text& a, const Text& b) { return a.score > b.score; });
  std::vector<Text> kept;
  for (const Text& text : texts) {
    const bool seen = std::any_of(kept.begin(), kept.end(), [&text](const Text& other) {
      return other.context == text.context;
    });
    if (!seen) kept.push_back(text);
    if (kept.size() == kBeam) break;
  }
  texts = std::move(kept);
}

}  // namespace

std::vector<size_t> Decode(const LanguageModel& model, const std::vector<Slot>& slots,
                           const Weights& weights) {
  std::vector<Text> all = {Text()};
  size_t first = 0;  // of the texts that go on
  for (const Slot& slot : slots) {
    std::vector<Text> next;
    const size_t end = all.size();
    for (size_t choice = 0; choice < slot.candidates.size(); ++choice) {
      const Candidate& candidate = slot.candidates[choice];
      const std::vector<LanguageModel::Token> tokens = model.Tokenize(candidate.text);
      for (size_t i = first; i < end; ++i) {
        Text text;
        text.before = static_cast<uint32_t>(i);
        text.choice = static_cast<uint32_t>(choice);
        text.score = all[i].score - candidate.cost;
        text.context = slot.begins ? LanguageModel::Context() : all[i].context;
        for (const LanguageModel::Token token : tokens) {
          const LanguageModel::Step step = model.Next(text.context, token);
          text.score += weights.model * (step.log_probability + weights.token);
          text.context = step.next;
        }
        next.push_back(text);
      }
    }
    Prune(next);
    first = end;
    all.insert(all.end(), next.begin(), next.end());
  }

  std::vector<size_t> choices(slots.size());
  size_t at = first;  // pruning put the best text first
  for (size_t i = slots.size(); i-- > 0;) {
    choices[i] = all[at].choice;
    at = all[at].before;
  }
  return choices;
}

}  // namespace vanthu::reading
