// One delegation that several letters list: a plan and its amended plan, reports of a month and of the year.
// Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace vanthu::archive {

struct ListedDelegation {
  int64_t letter = 0;
  std::string issuer, place;             // of the letter; "" where not known
  std::set<std::string> countries;       // ISO codes
  std::string purpose, head, content;    // as listed; "" where not
  std::string period_start, period_end;  // ISO days; "" where not known
  std::optional<double> members;
};

// Whether both rows tell of one delegation: they stand in two letters of one agency or place, lead to the
// same countries, overlap in time as far as that is known, and their purposes (else contents, else heads) say
// nearly the same. What says nothing in words must agree in days and members.
bool IsSameDelegation(const ListedDelegation& a, const ListedDelegation& b);

// For each row whether it repeats one that comes before it. Rows of a letter never repeat each other, and
// one row takes one row of another letter: two like delegations of an old plan are two in the new one.
// `rows`: those to be kept first.
std::vector<bool> FindDoubles(const std::vector<ListedDelegation>& rows);

}  // namespace vanthu::archive
