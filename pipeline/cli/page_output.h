// Files out of `extract` as pages with places: hOCR, ALTO, searchable PDF. One result a file, to stdout
// or into a folder.
#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <vector>

#include "models/core/result.h"
#include "pipeline/cli/output_folder.h"
#include "pipeline/cli/shell.h"
#include "pipeline/run/extract_job.h"
#include "pipeline/run/pdf_job.h"

namespace vanthu::cli {

// hocr, alto or pdf.
bool IsPageFormat(const std::string& format);

class PageOutput {
 public:
  // kUsage where the result cannot go to stdout: a PDF, or several files. The options are those of the
  // reading.
  static Result<PageOutput> Make(Shell& shell, std::string format,
                                 const std::vector<std::filesystem::path>& inputs,
                                 std::optional<OutputFolder> folder,
                                 const run::PoolOptions& options);

  // False where nothing can be made of this file, which is told. kDisk ends it all.
  Result<bool> Put(run::ExtractedFile file);

 private:
  PageOutput(Shell& shell, std::string format, std::optional<OutputFolder> folder,
             const run::PoolOptions& options)
      : shell_(&shell),
        format_(std::move(format)),
        folder_(std::move(folder)),
        pdf_(options, Shell::Stopped()) {}
  Result<bool> PutPdf(const run::ExtractedFile& file, const std::vector<Page>& pages);
  Result<bool> Refuse(Error error, const std::string& name);

  Shell* shell_;
  std::string format_;
  std::optional<OutputFolder> folder_;
  run::PdfMaker pdf_;
  bool printed_ = false;
};

}  // namespace vanthu::cli
