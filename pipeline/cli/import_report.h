// --report of import and watch: what became of the files, as JSON or as a page to look at.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <optional>

#include "pipeline/cli/shell.h"
#include "pipeline/run/import_record.h"

namespace vanthu::cli {

class ImportReportFile {
 public:
  // kUsage where the name says neither .html nor .json. None asked for: nothing is kept or written.
  static Result<ImportReportFile> Make(Shell& shell, std::optional<std::filesystem::path> file,
                                       run::ImportRecord::Kind kind);

  void Add(const run::ImportedFile& file) {
    if (record_) record_->Add(file);
  }
  // Says where it is. kDisk.
  Status Write(const Status& status, const run::ImportPlan* plan);

 private:
  explicit ImportReportFile(Shell& shell) : shell_(&shell) {}

  Shell* shell_;
  std::filesystem::path file_;
  std::unique_ptr<run::ImportRecord> record_;
};

void AddReportOption(CLI::App& command, const Shell& shell,
                     std::optional<std::filesystem::path>& file);

}  // namespace vanthu::cli
