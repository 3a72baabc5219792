// What an import would do, before it does it: `vanthu import --dry-run`.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <string>

#include "models/core/result.h"
#include "pipeline/archive/speeds.h"
#include "pipeline/run/import_job.h"

namespace vanthu::run {

// The files of one kind.
struct PlannedKind {
  int64_t files = 0;   // to be read
  uint64_t bytes = 0;  // of those
  int64_t held = 0;    // in the archive already, or the same bytes as another file of the plan
};

struct ImportPlan {
  ImportReport files;                        // a file to be read counts as imported
  std::map<std::string, PlannedKind> kinds;  // by media type
  std::chrono::seconds time{0};              // about so long, with all workers
  int64_t measured_files = 0;  // read before under the same settings, by which `time` was judged
};

// File by file, from the names, kinds and hashes of the files alone. Writes nothing; the archive need
// not be there. Errors as RunImport.
Result<ImportPlan> PlanImport(const ImportOptions& options, const std::atomic<bool>& stop,
                              const ImportEvents& events);

// How long one core would take over these files: as long as others of their kind took, by bytes where
// files of a kind have any number of pages, else by their count. Where none was read before: 3 s a page
// that has to be read by OCR, of which a PDF has one in 300 KB and a TIFF one in 100 KB, and 10 ms for a
// file of text.
std::chrono::milliseconds EstimateBusy(const std::string& media_type, const PlannedKind& kind,
                                       const archive::Speeds& speeds);

}  // namespace vanthu::run
