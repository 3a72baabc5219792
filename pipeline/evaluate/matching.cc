#include "pipeline/evaluate/matching.h"

#include <algorithm>
#include <tuple>

namespace vanthu::evaluate {
namespace {

// From here on a wrong value is taken for a bad reading of the gold value beside it, and both are
// named in one line; below, they are listed as one missed and one too many. Changes no count.
constexpr double kSameValueMisread = 0.5;

struct Candidate {
  size_t gold = 0, predicted = 0;
  Match match = Match::kNone;
  double similarity = 0;  // of the keys
  double hint = 0;        // of the hints
};

Match CompareParts(const Part& gold, const Part& predicted) {
  if (!gold.value && !predicted.value) return Match::kStrict;
  if (!gold.value || !predicted.value) return Match::kNone;
  return gold.value->CompareTo(*predicted.value);
}

double SimilarityOf(const Part& gold, const Part& predicted) {
  if (!gold.value && !predicted.value) return 1;
  if (!gold.value || !predicted.value) return 0;
  return gold.value->SimilarityTo(*predicted.value, kSameValueMisread);
}

Candidate MakeCandidate(const std::vector<Item>& gold, size_t g, const std::vector<Item>& predicted,
                        size_t p) {
  Candidate candidate{g, p, Match::kStrict, 0, 0};
  double parts = 0;
  for (size_t i = 0; i < gold[g].key.size(); ++i) {
    const Part& part = gold[g].key[i];
    if (!part.answered) continue;
    const Match match = CompareParts(part, predicted[p].key[i]);
    candidate.match = std::min(candidate.match, match);
    candidate.similarity += match == Match::kStrict ? 1 : SimilarityOf(part, predicted[p].key[i]);
    parts += 1;
  }
  candidate.similarity = parts > 0 ? candidate.similarity / parts : 1;
  return candidate;
}

double HintSimilarity(const Item& gold, const Item& predicted) {
  if (gold.hint.empty()) return 0;
  return Comparable(gold.hint, ValueKind::kText)
      .SimilarityTo(Comparable(predicted.hint, ValueKind::kText));
}

// Pairs of items, each used once: the highest level first, then the most alike, then by their
// hints, then by their order.
std::vector<Candidate> Pair(const std::vector<Item>& gold, const std::vector<Item>& predicted,
                            Shape shape) {
  std::vector<Candidate> candidates;
  for (size_t g = 0; g < gold.size(); ++g) {
    for (size_t p = 0; p < predicted.size(); ++p) {
      Candidate candidate = MakeCandidate(gold, g, predicted, p);
      const bool paired = candidate.match != Match::kNone || shape == Shape::kSingle ||
                          candidate.similarity >= kSameValueMisread;
      if (!paired) continue;
      if (candidate.match != Match::kNone) candidate.hint = HintSimilarity(gold[g], predicted[p]);
      candidates.push_back(candidate);
    }
  }
  std::ranges::stable_sort(candidates, [](const Candidate& a, const Candidate& b) {
    return std::tuple(b.match, b.similarity, b.hint) < std::tuple(a.match, a.similarity, a.hint);
  });
  std::vector<bool> gold_used(gold.size()), predicted_used(predicted.size());
  std::vector<Candidate> pairs;
  for (const Candidate& candidate : candidates) {
    if (gold_used[candidate.gold] || predicted_used[candidate.predicted]) continue;
    gold_used[candidate.gold] = predicted_used[candidate.predicted] = true;
    pairs.push_back(candidate);
  }
  std::ranges::sort(pairs, {}, &Candidate::gold);
  return pairs;
}

// The parts beside the key, over the pairs whose key was found.
void ScoreParts(const FieldSpec& field, const std::vector<Item>& gold,
                const std::vector<Item>& predicted, const std::vector<Candidate>& pairs,
                Scores& scores) {
  for (size_t i = 0; i < field.more.size(); ++i) {
    FieldScore score{std::string(field.name) + "." + std::string(field.more[i].name), {}};
    for (const Candidate& pair : pairs) {
      const Part& part = gold[pair.gold].more[i];
      if (pair.match == Match::kNone || !part.answered) continue;
      ValueScore value =
          ScoreValue(score.field, part.value, predicted[pair.predicted].more[i].value);
      score.counts += value.counts;
      if (!value.error) continue;
      // A part says little without the item that it belongs to.
      const std::string of = gold[pair.gold].Shown() + ": ";
      for (std::optional<std::string>* shown : {&value.error->gold, &value.error->predicted}) {
        if (*shown) *shown = of + **shown;
      }
      scores.errors.push_back(std::move(*value.error));
    }
    scores.fields.push_back(std::move(score));
  }
}

}  // namespace

void Counts::AddRight(Match match) {
  strict += match >= Match::kStrict ? 1 : 0;
  soft += match >= Match::kSoft ? 1 : 0;
  edit += match >= Match::kEdit ? 1 : 0;
}

Counts& Counts::operator+=(const Counts& other) {
  gold += other.gold;
  predicted += other.predicted;
  strict += other.strict;
  soft += other.soft;
  edit += other.edit;
  return *this;
}

ValueScore ScoreValue(std::string_view field, const std::optional<Comparable>& gold,
                      const std::optional<Comparable>& predicted) {
  ValueScore score;
  score.counts.gold = gold ? 1 : 0;
  score.counts.predicted = predicted ? 1 : 0;
  if (!gold && !predicted) return score;
  const Match match = gold && predicted ? gold->CompareTo(*predicted) : Match::kNone;
  score.counts.AddRight(match);
  if (match == Match::kStrict) return score;
  FieldError error{std::string(field), std::nullopt, std::nullopt, match};
  if (gold) error.gold = gold->shown();
  if (predicted) error.predicted = predicted->shown();
  score.error = std::move(error);
  return score;
}

Scores ScoreItems(const FieldSpec& field, const std::vector<Item>& gold,
                  const std::vector<Item>& predicted) {
  Scores scores;
  const std::string name(field.name);
  Counts counts{static_cast<int>(gold.size()), static_cast<int>(predicted.size()), 0, 0, 0};
  std::vector<bool> gold_used(gold.size()), predicted_used(predicted.size());
  const std::vector<Candidate> pairs = Pair(gold, predicted, field.shape);
  std::vector<bool> right(predicted.size());
  for (const Candidate& pair : pairs) {
    gold_used[pair.gold] = predicted_used[pair.predicted] = true;
    right[pair.predicted] = pair.match == Match::kStrict;
    counts.AddRight(pair.match);
    if (pair.match == Match::kStrict) continue;
    scores.errors.push_back(
        {name, gold[pair.gold].Shown(), predicted[pair.predicted].Shown(), pair.match});
  }
  for (size_t g = 0; g < gold.size(); ++g) {
    if (!gold_used[g]) scores.errors.push_back({name, gold[g].Shown(), std::nullopt, Match::kNone});
  }
  for (size_t p = 0; p < predicted.size(); ++p) {
    if (predicted_used[p]) continue;
    scores.errors.push_back({name, std::nullopt, predicted[p].Shown(), Match::kNone});
  }
  for (size_t p = 0; p < predicted.size(); ++p) {
    if (predicted[p].score) scores.judged.push_back({*predicted[p].score, right[p]});
  }
  scores.fields.push_back({name, counts});
  ScoreParts(field, gold, predicted, pairs, scores);
  return scores;
}

}  // namespace vanthu::evaluate
