// Files to letters, without an archive: what `vanthu extract` does.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "models/core/result.h"
#include "pipeline/run/pool.h"
#include "pipeline/run/progress.h"
#include "pipeline/run/stages.h"

namespace vanthu::run {

struct ExtractOptions {
  std::vector<std::filesystem::path> paths;  // files, folders, ZIPs
  PoolOptions pool;
  segment::PageOrder order = segment::PageOrder::kAsGiven;
};

struct ExtractedFile {
  std::string name;            // as errors name it
  std::string base_name;       // without folders
  std::filesystem::path file;  // where its bytes are while it is taken; empty where it is not found
  std::vector<MadeLetter> letters;  // none: nothing of it could be read
  std::vector<Error> errors;
};

struct ExtractReport {
  int64_t read = 0;    // files of which all was read
  int64_t partly = 0;  // some page of it failed
  int64_t failed = 0;  // nothing of it was read
};

// kUsage where there is nothing to do or an option is out of range.
Status CheckExtract(const ExtractOptions& options);

// Files come to `take` in the order in which they were named (folders and ZIPs in sorted order); an
// error that it answers ends the job. Errors: those of CheckExtract, kInterrupted.
Result<ExtractReport> RunExtract(const ExtractOptions& options, const std::atomic<bool>& stop,
                                 const std::function<Status(ExtractedFile)>& take,
                                 const ShowProgress& show);

}  // namespace vanthu::run
