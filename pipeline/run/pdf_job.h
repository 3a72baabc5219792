// Searchable PDFs on disk: what `extract --format pdf` does with a file once it is read. A worker process
// makes them (lay_text.h); this side writes what comes.
#pragma once

#include <atomic>
#include <filesystem>
#include <vector>

#include "models/core/result.h"
#include "models/document/page.h"
#include "pipeline/export/searchable_pdf.h"
#include "pipeline/run/errand.h"

namespace vanthu::run {

using PdfOutcome = exporting::LayerOutcome;

class PdfMaker {
 public:
  PdfMaker(const PoolOptions& options, const std::atomic<bool>& stop) : errand_(options, stop) {}

  // Writes the PDF of `source`, whose pages were read, to `to`. A PDF that has nothing to gain or is
  // signed is copied byte by byte. `to` is there whole or as it was before. Errors: kDisk (names the
  // file), those of lay_text.h and Errand.
  Result<PdfOutcome> Make(const std::filesystem::path& source, const std::vector<Page>& pages,
                          const std::filesystem::path& to);

 private:
  Errand errand_;
};

}  // namespace vanthu::run
