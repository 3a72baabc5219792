// A worker process for what is not reading: laying text over a file, drawing a page. Its decoders meet
// the same damaged files as those of the pool, under the same limits. Started when first needed.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string_view>

#include "models/core/result.h"
#include "pipeline/run/pool.h"
#include "pipeline/run/process.h"
#include "pipeline/run/protocol.h"

namespace vanthu::run {

class Errand {
 public:
  // Of `options`: program, output, start, page_timeout. `stop` outlives this.
  Errand(PoolOptions options, const std::atomic<bool>& stop)
      : options_(std::move(options)), stop_(stop) {}

  // Parts of the answer come to `take` as they are made. Errors: the worker's, those of
  // WorkerProcess::Receive, and what `take` answers; after it the next call begins anew.
  Result<EndAnswer> Do(const Request& request, const std::function<Status(std::string_view)>& take);

  // A page read as the pool reads it.
  Result<Page> Read(const PageRequest& request);

 private:
  Status Start();
  Result<Answer> Ask(const Request& request);
  Result<Answer> Receive();

  const PoolOptions options_;
  const std::atomic<bool>& stop_;
  std::optional<WorkerProcess> worker_;
};

}  // namespace vanthu::run
