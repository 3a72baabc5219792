// The pages of files, read by several worker processes at once. One thread a worker: it hands the
// worker one page, waits for it, kills it when it takes too long, starts another when it died. A
// file's pages go over all workers that have nothing better to do, so that one long scan uses all
// cores. What becomes of a page or a finished file is the caller's (PoolEvents).
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "models/core/result.h"
#include "models/document/page.h"
#include "models/document/record.h"
#include "pipeline/intake/intake.h"
#include "pipeline/run/process.h"
#include "pipeline/run/protocol.h"
#include "pipeline/run/soffice.h"
#include "pipeline/run/temp_folder.h"
#include "pipeline/segment/sheets.h"

namespace vanthu::run {

struct PoolOptions {
  int workers = 1;
  std::filesystem::path program = "/proc/self/exe";  // has the hidden command of process.h
  ProcessOutput output = ProcessOutput::kDiscard;
  StartRequest start;
  // A dense A3 page at 300 dpi takes 25 s with the large model on a slow core; five times that has
  // never been seen but in a decoder that hangs.
  std::chrono::milliseconds page_timeout{120'000};
  std::chrono::milliseconds document_timeout{0};  // 0: none
  SofficeOptions soffice;                         // its time for a file is that of a page
};

// kUsage names the option that is out of range.
Status CheckPool(const PoolOptions& options);

struct FileTask {
  int64_t ticket = 0;  // passed through
  std::filesystem::path file;
  std::string name;   // what errors call it
  SourceInfo source;  // what is known of it; passed through
  // Pages that were read before, by their place; they are not read again.
  std::vector<std::optional<Page>> known;
  bool all_known = false;  // `known` is the whole file, which is then not even opened
  segment::PageOrder order = segment::PageOrder::kAsGiven;  // passed through
  // What was made of the file for reading, where its kind is not read itself; and what keeps it.
  std::filesystem::path converted = {};
  std::shared_ptr<const TempFolder> folder = {};

  std::string ToRead() const { return (converted.empty() ? file : converted).string(); }
};

struct FileReading {
  FileTask task;  // without `known`
  std::optional<intake::MediaType>
      media_type;                    // none where the file could not be opened or is known
  std::vector<Page> pages;           // one that failed has origin failed
  std::vector<Error> errors;         // of the file, or one a failed page; each names file and page
  std::chrono::nanoseconds busy{0};  // that workers spent on it, all together
};

// Called on pool threads, several at once; they must not call the pool.
struct PoolEvents {
  std::function<Page(const FileTask&, Page)> page;  // just read, not failed; the answer is kept
  std::function<void(FileReading)> file;            // all its pages are there
};

class Pool {
 public:
  Pool(PoolOptions options, PoolEvents events);
  // Kills the workers; files that are not done never will be.
  ~Pool();
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  void Submit(FileTask task);

  // Hands out no more pages, kills the workers. Returns at once.
  void Stop();

  // Pages finished since the start.
  int64_t pages_read() const { return pages_read_.load(); }

 private:
  struct File;
  struct Work;
  class Hand;

  void Run();
  std::optional<Work> Take(const File* open_here);
  std::optional<Work> Find(const File* open_here);
  void DoFile(Hand& hand, const std::shared_ptr<File>& file);
  void DoPage(Hand& hand, const std::shared_ptr<File>& file, int index);
  void Store(const std::shared_ptr<File>& file, int index, Result<Answer> answer);
  bool Begin(const std::shared_ptr<File>& file, const Result<Answer>& answer);
  void Finish(const std::shared_ptr<File>& file);

  const PoolOptions options_;
  const PoolEvents events_;
  std::atomic<bool> stop_ = false;
  std::atomic<int64_t> pages_read_ = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::list<std::shared_ptr<File>> files_;  // not done, in the order of Submit; under mutex_
  std::vector<std::thread> threads_;
};

}  // namespace vanthu::run
