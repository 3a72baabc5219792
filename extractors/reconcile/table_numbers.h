// The numbers of a table's body, column by column, as reconciling needs them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/document/letter.h"
#include "models/document/record.h"

namespace vanthu::extractors {

// A cell that is a number and no more than its unit: "12", "1.250,5", "6 - 7", "Khoảng 15 người".
struct CellNumber {
  double min = 0, max = 0;
  int decimals = 0;  // printed behind the comma
};

struct NumberColumn {
  std::string head;                             // folded
  std::vector<std::optional<CellNumber>> rows;  // one a body row; none for an empty cell
  bool pure = true;                             // false: some cell holds words
};

// One column of the table; an empty cell, "-" and "0" are told apart from words.
NumberColumn NumbersOf(const Table& table, size_t column);

// Index of the column that counts the rows (STT, TT, Số TT), none where there is none.
std::optional<size_t> OrdinalColumn(const Table& table);

// "Tổng cộng", "Tổng số", "Cộng": a row that sums up others.
bool IsTotalRow(const std::vector<std::string>& row);

// Where each body row of the table stands: one evidence a row, the table's own where a row is not found again.
std::vector<Evidence> RowPlaces(const Letter& letter, const Table& table);

}  // namespace vanthu::extractors
