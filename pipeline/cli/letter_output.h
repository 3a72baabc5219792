// Letters out of `extract` as records or text, to stdout or one file each. Pages go out by
// page_output.h.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "models/core/result.h"
#include "pipeline/cli/output_folder.h"
#include "pipeline/cli/shell.h"
#include "pipeline/export/rows.h"
#include "pipeline/run/stages.h"

namespace vanthu::cli {

class LetterOutput {
 public:
  // format: json, jsonl (both one line a letter), text, csv or table. `folder`: none for stdout.
  // kUsage where a format of rows is to go to a folder; kDisk where the folder cannot be made.
  static Result<LetterOutput> Make(Shell& shell, std::string format,
                                   std::optional<OutputFolder> folder);

  // kDisk names the file that cannot be written.
  Status Put(const run::MadeLetter& letter);
  void Finish();

 private:
  LetterOutput(Shell& shell, std::string format, std::optional<OutputFolder> folder);
  void BeginRows();
  std::string Content(const run::MadeLetter& letter) const;

  Shell* shell_;
  std::string format_;
  std::optional<OutputFolder> folder_;
  std::unique_ptr<exporting::RowWriter> rows_;  // once a letter has come, for formats of rows
  bool first_ = true;
};

}  // namespace vanthu::cli
