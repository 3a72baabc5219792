// The rules run again over what the archive holds: what `vanthu reextract` and `vanthu reocr` do. Text is taken
// from the originals, pages read by OCR from the kept readings, or read anew. What people corrected stays.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "models/core/result.h"
#include "pipeline/run/pool.h"
#include "pipeline/run/progress.h"

namespace vanthu::run {

enum class Apply { kWrite, kShowOnly };
enum class Readings {
  kKept,  // OCR where none is kept
  kAnew,  // OCR in any case; what was kept of the page goes
};

struct ReextractOptions {
  std::filesystem::path archive;
  Apply apply = Apply::kWrite;
  PoolOptions pool;  // used for pages that are read by OCR
  Readings readings = Readings::kKept;
  std::vector<int64_t> letters = {};  // all letters of their files; none: the whole archive
  std::string who = {};               // for the log, in which each change by kAnew stands
};

struct FieldChange {
  // A column of exporting::LetterRow, or confidence: the mean of the pages that were read by OCR.
  std::string field;
  nlohmann::ordered_json before, after;  // null: absent
};

struct ReextractedLetter {
  int64_t id = 0;
  std::string source;
  std::vector<FieldChange> changes;
};

struct ReextractReport {
  int64_t letters = 0, changed = 0, failed = 0;
};

struct ReextractEvents {
  std::function<void(const ReextractedLetter&)> changed;
  std::function<void(const Error&)>
      failed;  // a file that could not be read again; it stays as it is
  ShowProgress progress;
};

// Errors: kUsage, those of Archive::Open, kDisk, kInterrupted.
Result<ReextractReport> RunReextract(const ReextractOptions& options, const std::atomic<bool>& stop,
                                     const ReextractEvents& events);

}  // namespace vanthu::run
