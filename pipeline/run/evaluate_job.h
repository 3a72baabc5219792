// Letters with gold answers, read the ordinary way and scored: what `vanthu evaluate` does. Which
// files belong together is pipeline/evaluate/plan.h's, what counts as right is the rest of that
// folder's.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "models/core/result.h"
#include "pipeline/evaluate/report.h"
#include "pipeline/evaluate/score.h"
#include "pipeline/run/pool.h"
#include "pipeline/run/progress.h"

namespace vanthu::run {

struct EvaluateOptions {
  std::filesystem::path folder;
  std::optional<std::filesystem::path> predictions;       // score these; read no letter
  std::optional<std::filesystem::path> save_predictions;  // where to keep what was read
  std::optional<std::filesystem::path> baseline;          // an earlier report
  std::optional<std::filesystem::path> save;              // where to keep this one's
  PoolOptions pool;
};

struct EvaluateReport {
  evaluate::Evaluation evaluation;
  std::vector<evaluate::Fall> falls;  // below the baseline
  int64_t failed = 0;                 // letters and pages of which something could not be read
};

struct EvaluateEvents {
  std::function<void(const Error&)> failed;  // a file or page that could not be read
  ShowProgress progress;
};

// A letter that cannot be read is scored as one of which nothing was found (so that a crash is no
// gain), one of an unsupported kind is not scored; both are listed. Errors: kNotFound (no such
// folder or file, nothing to score), kUsage (a baseline or predictions that are none), kUnreadable,
// kDisk, kInterrupted.
Result<EvaluateReport> RunEvaluate(const EvaluateOptions& options, const std::atomic<bool>& stop,
                                   const EvaluateEvents& events);

}  // namespace vanthu::run
