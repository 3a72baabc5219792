// Rows as a workbook of one sheet: the objects that rows.h prints as text, with numbers as numbers and
// days as days.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "models/core/result.h"
#include "pipeline/export/column_words.h"
#include "pipeline/export/xlsx.h"

namespace vanthu::exporting {

class RowSheet {
 public:
  // `title` stands over the table and, cut to what a tab holds, on the tab. `columns` are keys of the
  // rows, named by column_words.h.
  RowSheet(const std::string& title, std::vector<std::string> columns, SheetLanguage language);

  // Cells by their column's kind; what does not fit it is text. A range {min, max, approx, raw} of one
  // number is that number, another one its text.
  void Add(const nlohmann::ordered_json& row);

  // The bytes. Errors: those of Workbook().
  Result<std::string> Bytes() const;

 private:
  SheetCell CellOf(const std::string& key, ColumnKind kind,
                   const nlohmann::ordered_json& value) const;

  std::vector<std::string> columns_;
  SheetLanguage language_;
  std::vector<ColumnKind> kinds_;
  Sheet sheet_;
};

}  // namespace vanthu::exporting
