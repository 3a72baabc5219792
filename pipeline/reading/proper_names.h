// Names that the counts of words must not put right: places of the country that are rare in laws, and
// words of other languages beside each other.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

namespace vanthu::reading {

class ProperNames {
 public:
  // Places from models/data/places.tsv, and the years of the cycle of sixty.
  ProperNames();

  // For each word of a text whether it is such a name as it stands: two neighbours that are a place's
  // name ("Phù Yên") or a year's ("Ất Tỵ"), a capitalised word beside one of another language ("Kampot, Kep").
  std::vector<bool> Mark(const std::vector<std::string>& words) const;

 private:
  std::unordered_set<std::string> pairs_;  // of syllables, in the form of MatchForm
};

}  // namespace vanthu::reading
