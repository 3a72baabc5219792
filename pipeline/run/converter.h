// Files of kinds that intake does not read, turned into files that it does, on threads of its own:
// as many at a time as are waiting, since starting LibreOffice takes longer than many files. Not for
// reading what comes out.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "pipeline/run/pool.h"
#include "pipeline/run/soffice.h"

namespace vanthu::run {

class Converter {
 public:
  // `done` is called on threads of the converter, with the task that has its file to read, or with
  // what is wrong with it. It must not call the converter.
  using OnDone = std::function<void(FileTask, Status)>;
  Converter(SofficeOptions options, ProcessOutput output, int processes, OnDone done);
  // Ends LibreOffice; files that are not done never will be.
  ~Converter();
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  // Nothing begins before Begin, so that files that come together go together.
  void Submit(FileTask task);
  void Begin();

  // Files that were submitted and not given back.
  size_t waiting() const { return waiting_.load(); }

 private:
  class Batch;

  void Run();
  std::vector<FileTask> Take();

  const SofficeOptions options_;
  const ProcessOutput output_;
  const int processes_;
  const OnDone done_;
  std::atomic<bool> stop_ = false;
  std::atomic<size_t> waiting_ = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<FileTask> files_;  // under mutex_
  bool begun_ = false;          // under mutex_
  std::vector<std::thread> threads_;
};

}  // namespace vanthu::run
