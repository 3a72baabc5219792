// The inside of a worker process: what the hidden command `worker-page` runs. It answers requests
// (protocol.h) on one socket until the other side closes it. One page at a time, one open file.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "models/core/result.h"
#include "pipeline/intake/intake.h"
#include "pipeline/reading/reader.h"

namespace vanthu::run {

// The two rooms that a worker works for. Tests put others in their place.
struct WorkerParts {
  std::function<Result<intake::MediaType>(const std::filesystem::path&)> sniff;
  std::function<Result<std::unique_ptr<intake::SourceFile>>(
      const std::filesystem::path&, intake::MediaType, const intake::Limits&)>
      open;
  std::function<Result<std::unique_ptr<reading::Reader>>(const reading::Settings&)> make_reader;
};

// Intake and Tesseract.
WorkerParts StandardParts();

// Serves until the socket is closed or the worker has run out of memory. The process can do little
// else afterwards (sandbox.h). Returns the exit status (process.h).
int ServeRequests(int socket, const WorkerParts& parts);

// The whole life of a worker that WorkerProcess started.
int RunWorker();

}  // namespace vanthu::run
