// Letters out of `extract`, in the form that was asked for, to stdout or one file each.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "models/core/result.h"
#include "pipeline/cli/shell.h"
#include "pipeline/export/rows.h"
#include "pipeline/run/stages.h"

namespace vanthu::cli {

class LetterOutput {
 public:
  // format: json, jsonl (both one line a letter), text, csv or table. `folder`: none for stdout.
  // kUsage where a format of rows is to go to a folder; kDisk where the folder cannot be made.
  static Result<LetterOutput> Make(Shell& shell, std::string format,
                                   std::optional<std::filesystem::path> folder);

  // kDisk names the file that cannot be written.
  Status Put(const run::MadeLetter& letter);
  void Finish();

 private:
  LetterOutput(Shell& shell, std::string format, std::optional<std::filesystem::path> folder);
  void BeginRows();
  Status PutFile(const std::string& source, const std::string& content);
  std::string Content(const run::MadeLetter& letter) const;

  Shell* shell_;
  std::string format_;
  std::optional<std::filesystem::path> folder_;
  std::unique_ptr<exporting::RowWriter> rows_;  // once a letter has come, for formats of rows
  std::set<std::string> names_;                 // of files written
  bool first_ = true;
};

}  // namespace vanthu::cli
