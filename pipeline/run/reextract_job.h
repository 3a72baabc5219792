// The rules run again over what the archive holds, without a second OCR: what `vanthu reextract` does.
// Text is taken from the originals, pages read by OCR from the kept readings.
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

struct ReextractOptions {
  std::filesystem::path archive;
  Apply apply = Apply::kWrite;
  PoolOptions pool;  // used for pages whose reading is not kept
};

struct FieldChange {
  std::string field;                     // a column of exporting::LetterRow
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
