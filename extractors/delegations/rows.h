// Rows of tables of delegations and conferences: which of them list one, what their cells say,
// where they stand.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/delegations/columns.h"
#include "models/document/letter.h"
#include "models/document/record.h"

namespace vanthu::extractors {

// One row of the body of a table.
class ListedRow {
 public:
  ListedRow(const std::vector<std::string>& cells, const ColumnRoles& roles)
      : cells_(&cells), roles_(&roles) {}

  // The words of a cell, its list kept line by line; none where it is empty or a dash. A line that
  // goes on with the one above it ("Thường trực / Tỉnh ủy") is joined to it.
  std::optional<std::string> Text(std::string_view role) const;
  std::optional<Range> Number(std::string_view role) const;
  std::optional<int> Ordinal() const;

  // Whether it lists something: no total ("Tổng cộng"), no heading of a group ("A. Đoàn đi thăm"),
  // not empty.
  bool Lists(std::string_view name_role) const;

 private:
  const std::vector<std::string>* cells_;
  const ColumnRoles* roles_;
};

// Finds where the rows of a letter's tables stand, asked for in reading order.
class RowPlaces {
 public:
  explicit RowPlaces(const Letter& letter);

  // Fills raw, evidence, rule and score of what a row gives.
  void Describe(const Table& table, const std::vector<std::string>& cells, std::string_view rule,
                Evidenced& value);

 private:
  struct Place {
    Evidence evidence;
    double confidence = 1;
  };
  const Letter& letter_;
  std::vector<std::vector<size_t>> groups_;  // lines of one row of a grid
  std::unordered_map<std::string, std::vector<size_t>>
      by_text_;  // groups that hold a line of this text
  size_t next_ = 0;
};

// When a row's delegation travels: the cell's period, its year from the table's title, else from
// the trích yếu or the day of issue where the cell prints none. A period in brackets is an
// occasion. None for an empty cell.
std::optional<Period> PeriodOf(const std::optional<std::string>& cell, const Table& table,
                               const Record& record, const Evidenced& row);

}  // namespace vanthu::extractors
