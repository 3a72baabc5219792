// Rows out: the same objects as JSON, JSON lines, CSV or a table for a terminal; row_sheet.h makes a
// workbook of them. What the rows mean is their maker's business.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"

namespace vanthu::exporting {

enum class RowFormat { kJson, kJsonl, kCsv, kTable, kXlsx };

// kUsage names the formats there are.
Result<RowFormat> ParseRowFormat(std::string_view name);

// Columns of the terminal that a text takes: combining marks none, East Asian wide letters two.
int DisplayWidth(std::string_view text);

// Whether rows go out whole, as the objects that they are.
inline bool IsJson(RowFormat format) {
  return format == RowFormat::kJson || format == RowFormat::kJsonl;
}

// A value as the text of a cell: null is empty, a list is joined with "; ", an object is its JSON.
std::string CellText(const nlohmann::ordered_json& value);
// Lines of at most `width` columns that a text takes, its own line ends among them; 1 for none.
int CountLines(std::string_view text, int width);

// Writes rows one by one; only kTable keeps them until Finish(), to learn the widths.
//   kJson   one list, a row a line; [] for no rows
//   kJsonl  a row a line
//   kCsv    RFC 4180 (comma, CRLF, quotes where needed), UTF-8 without BOM, `columns` as header
//   kTable  `columns` as header, cells fitted to `table_width` in all where it is > 0: wrapped to at
//           most `lines` lines a row (0: as many as it takes), what is longer is cut with "…"
//   kXlsx   nothing: a workbook is made by row_sheet.h
// Cells of CSV and table are what CellText says.
class RowWriter {
 public:
  using Sink = std::function<void(std::string_view)>;
  RowWriter(RowFormat format, std::vector<std::string> columns, Sink sink, int table_width = 0,
            int lines = 1);

  // An object. JSON formats print it whole; CSV and table the `columns` of it.
  void Add(const nlohmann::ordered_json& row);
  void Finish();

 private:
  RowFormat format_;
  std::vector<std::string> columns_;
  Sink sink_;
  int table_width_;
  int lines_;
  size_t count_ = 0;
  std::vector<std::vector<std::string>> cells_;
};

// All at once.
std::string RenderRows(RowFormat format, std::vector<std::string> columns,
                       std::span<const nlohmann::ordered_json> rows, int table_width = 0);

}  // namespace vanthu::exporting
