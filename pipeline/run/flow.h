// What all jobs that read files share: tasks in, pages and letters out, with as many files in the air
// as keep the workers busy and no more. The steps run on the calling thread, one at a time.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "models/core/result.h"
#include "models/document/page.h"
#include "pipeline/run/pool.h"
#include "pipeline/run/stages.h"

namespace vanthu::run {

struct FileOutcome {
  int64_t ticket = 0;
  SourceInfo source;
  std::vector<MadeLetter> letters;  // none where nothing of the file could be read
  std::vector<Error> errors;        // each names file and, where it is about one, page
  std::chrono::nanoseconds busy{
      0};  // that one core would have taken to read it and to take it apart
};

struct FlowSteps {
  // The next file, or an error that stands in its place; none at the end. Flow sets the ticket: 0 for
  // the first, then 1 …
  std::function<std::optional<Result<FileTask>>()> next;
  // A page that OCR has just read.
  std::function<Status(int64_t ticket, const Page&)> page;
  std::function<Status(FileOutcome)> file;
  // Several times a second, with the pages read so far.
  std::function<Status(int64_t pages)> tick;
};

// Until all files are through. They come to `file` in the order in which `next` gave them, so that what
// is made of them does not depend on which worker was the faster. An error of a step ends it, a stop with kInterrupted; files in the air
// are then given up.
Status RunFlow(const PoolOptions& options, const std::atomic<bool>& stop, const FlowSteps& steps);

}  // namespace vanthu::run
