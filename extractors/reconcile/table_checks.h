// What a table says twice and must say alike: rows and their total, parts and their percentage, the count of
// its rows. Each finding is a diagnostic with the places that differ.
#pragma once

#include <vector>

#include "models/document/letter.h"
#include "models/document/record.h"

namespace vanthu::extractors {

// reconcile_sum: a row of totals that is not the sum of the rows above (or below, where it stands first).
void CheckSums(const Letter& letter, const Table& table, std::vector<Diagnostic>& found);

// reconcile_percent: a column of percentages follows from two others in most rows, and not in these.
void CheckPercentages(const Letter& letter, const Table& table, std::vector<Diagnostic>& found);

// reconcile_sequence: the count of the rows (STT) leaves a number out or says one twice.
void CheckSequence(const Letter& letter, const Table& table, std::vector<Diagnostic>& found);

}  // namespace vanthu::extractors
