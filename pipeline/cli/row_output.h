// Where rows go: to stdout or into a file, as text or as a workbook. For every command that prints rows.
#pragma once

#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/cli/options.h"
#include "pipeline/cli/shell.h"
#include "pipeline/export/row_sheet.h"
#include "pipeline/export/rows.h"

namespace vanthu::cli {

// The language of sheets and pictures, which is that of the messages.
exporting::SheetLanguage SheetLanguageOf(Shell& shell);

// A result as a whole: into the file, else to stdout. kDisk names the file.
Status PutResult(Shell& shell, const std::optional<std::filesystem::path>& out,
                 std::string_view bytes);

class RowOutput {
 public:
  // `title`: over the table of a workbook. `lines`: those of a row in a table, 0 for as many as it takes.
  // Nothing is opened or printed yet. kUsage where a workbook has no file to go to.
  static Result<RowOutput> Make(Shell& shell, const RowOptions& options, Say title,
                                std::vector<std::string> columns, int lines = 1);

  // Opens what it writes to, for rows that may not come. kDisk names the file.
  Status Begin();
  // An object with the keys of the columns.
  Status Add(const nlohmann::ordered_json& row);
  Status Finish();

  exporting::RowFormat format() const { return format_; }

 private:
  RowOutput(Shell& shell, const RowOptions& options, Say title, std::vector<std::string> columns,
            int lines);
  Error Unwritten() const;

  Shell* shell_;
  RowOptions options_;
  exporting::RowFormat format_;
  std::string title_;
  std::vector<std::string> columns_;
  int lines_;
  std::unique_ptr<std::ofstream> file_;  // none before Begin() and for stdout
  std::unique_ptr<exporting::RowWriter> text_;
  std::unique_ptr<exporting::RowSheet> sheet_;
};

}  // namespace vanthu::cli
