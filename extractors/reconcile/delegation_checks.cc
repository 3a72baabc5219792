#include "extractors/reconcile/delegation_checks.h"

#include <fmt/format.h>

#include <optional>

#include "extractors/reconcile/finding.h"

namespace vanthu::extractors {
namespace {

// The year that a period lies in, none where it lies in several.
std::optional<int> YearOf(const std::optional<Period>& period) {
  if (!period || !period->start || !period->end || period->start->year != period->end->year) {
    return std::nullopt;
  }
  return period->start->year;
}

bool IsWholeYear(const Period& period) {
  return period.start && period.end && period.start->month == 1 && period.start->day == 1 &&
         period.end->month == 12 && period.end->day == 31;
}

// Rows of one direction that are of one year.
struct Listed {
  double delegations = 0, people = 0;  // at the least
  const Delegation* first = nullptr;
};

Listed RowsOf(const Record& record, Direction direction, int year) {
  Listed listed;
  for (const Delegation& row : record.delegations) {
    if (row.direction != direction || YearOf(row.period) != year) continue;
    if (listed.first == nullptr) listed.first = &row;
    const double count = row.count ? row.count->min.value_or(1) : 1;
    listed.delegations += count;
    // How many people several delegations of a kind have, each or together, a cell does not say.
    if (row.members && count == 1) listed.people += row.members->min.value_or(0);
  }
  return listed;
}

}  // namespace

void CheckDelegations(const Record& record, std::vector<Diagnostic>& found) {
  for (const DelegationTotal& total : record.delegation_totals) {
    const std::optional<int> year = YearOf(total.period);
    if (!year || !IsWholeYear(*total.period) || !total.count.max || total.count.approx) continue;
    const Listed listed = RowsOf(record, total.direction, *year);
    if (listed.first == nullptr) continue;
    std::string message;
    if (listed.delegations > *total.count.max) {
      message = fmt::format("the text says \"{}\" for {}, the table lists {}", total.raw, *year,
                            ShownNumber(listed.delegations));
    } else if (total.members && total.members->max && !total.members->approx &&
               listed.people > *total.members->max) {
      message = fmt::format("the text says \"{}\" for {}, the table lists {} people", total.raw,
                            *year, ShownNumber(listed.people));
    } else {
      continue;
    }
    std::vector<Evidence> places = total.evidence;
    places.insert(places.end(), listed.first->evidence.begin(), listed.first->evidence.end());
    found.push_back(Finding("reconcile_rows", std::move(message), std::move(places)));
  }
}

}  // namespace vanthu::extractors
