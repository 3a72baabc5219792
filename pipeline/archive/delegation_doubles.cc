#include "pipeline/archive/delegation_doubles.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "pipeline/archive/resolve.h"
#include "pipeline/archive/words.h"

namespace vanthu::archive {
namespace {

// Of the words of both texts together, how many stand in both. Below it delegations of one kind to one country
// run together ("thăm hữu nghị", "thăm, chúc Tết"); above it a word that was added parts a delegation from itself.
constexpr double kNearlySame = 0.7;

bool SayNearlyTheSame(const std::string& a, const std::string& b) {
  const std::set<std::string> one = WordSet(a), other = WordSet(b);
  std::vector<std::string> both;
  std::ranges::set_intersection(one, other, std::back_inserter(both));
  const size_t all = one.size() + other.size() - both.size();
  return all > 0 && static_cast<double>(both.size()) >= kNearlySame * static_cast<double>(all);
}

bool IsFromOneHouse(const ListedDelegation& a, const ListedDelegation& b) {
  if (!a.place.empty() && !b.place.empty() && FoldedWords(a.place) == FoldedWords(b.place)) {
    return true;
  }
  return !a.issuer.empty() && !b.issuer.empty() && MayBeSameAgency(a.issuer, b.issuer);
}

bool MayOverlap(const ListedDelegation& a, const ListedDelegation& b) {
  const auto ends_before = [](const ListedDelegation& one, const ListedDelegation& other) {
    return !one.period_end.empty() && !other.period_start.empty() &&
           one.period_end < other.period_start;
  };
  return !ends_before(a, b) && !ends_before(b, a);
}

}  // namespace

bool IsSameDelegation(const ListedDelegation& a, const ListedDelegation& b) {
  if (a.letter == b.letter || a.countries != b.countries || !IsFromOneHouse(a, b) ||
      !MayOverlap(a, b)) {
    return false;
  }
  for (const auto text :
       {&ListedDelegation::purpose, &ListedDelegation::content, &ListedDelegation::head}) {
    if (!(a.*text).empty() && !(b.*text).empty()) return SayNearlyTheSame(a.*text, b.*text);
  }
  return !a.countries.empty() && !a.period_start.empty() && a.period_start == b.period_start &&
         a.period_end == b.period_end && a.members && a.members == b.members;
}

std::vector<bool> FindDoubles(const std::vector<ListedDelegation>& rows) {
  std::vector<bool> doubles(rows.size(), false);
  std::map<std::set<std::string>, std::vector<size_t>> kept;  // rows by countries
  std::vector<std::set<int64_t>> repeated_by(rows.size());    // letters that list a kept row again
  for (size_t i = 0; i < rows.size(); ++i) {
    std::vector<size_t>& known = kept[rows[i].countries];
    const auto same = std::ranges::find_if(known, [&](size_t k) {
      return !repeated_by[k].contains(rows[i].letter) && IsSameDelegation(rows[k], rows[i]);
    });
    if (same == known.end()) {
      known.push_back(i);
    } else {
      doubles[i] = true;
      repeated_by[*same].insert(rows[i].letter);
    }
  }
  return doubles;
}

}  // namespace vanthu::archive
