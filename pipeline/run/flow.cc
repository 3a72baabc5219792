#include "pipeline/run/flow.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <utility>
#include <variant>

#include "pipeline/intake/intake.h"
#include "pipeline/run/converter.h"

namespace vanthu::run {
namespace {

constexpr std::chrono::milliseconds kTick{100};
// Files that wait for LibreOffice beside those that are read: enough for two calls at once with as
// many files as one takes.
constexpr size_t kConvertedAhead = 256;
// A process of LibreOffice takes 300 MB.
constexpr int kMostProcesses = 4;

struct PageRead {
  int64_t ticket = 0;
  Page page;
};
using Event = std::variant<PageRead, FileOutcome>;

// What pool threads hand to the one thread that writes.
class Outbox {
 public:
  void Put(Event event) {
    {
      const std::lock_guard lock(mutex_);
      events_.push_back(std::move(event));
    }
    arrived_.notify_one();
  }

  // All that is there; waits a tick for the first.
  std::deque<Event> TakeAll() {
    std::unique_lock lock(mutex_);
    arrived_.wait_for(lock, kTick, [this] { return !events_.empty(); });
    return std::exchange(events_, {});
  }

 private:
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Event> events_;
};

// Letters of a file whose pages are there. On a pool thread.
FileOutcome Make(FileReading reading) {
  FileOutcome outcome{reading.task.ticket,
                      std::move(reading.task.source),
                      {},
                      std::move(reading.errors),
                      reading.busy};
  if (reading.media_type && reading.task.converted.empty())
    outcome.source.media_type = intake::MimeName(*reading.media_type);
  const bool readable =
      std::any_of(reading.pages.begin(), reading.pages.end(),
                  [](const Page& page) { return page.origin != PageOrigin::kFailed; });
  if (!readable) return outcome;
  if (outcome.source.sha256.empty()) {
    Result<std::string> hash = intake::Sha256OfFile(reading.task.file);
    if (!hash.ok()) {
      outcome.errors.push_back(hash.error());
      return outcome;
    }
    outcome.source.sha256 = *std::move(hash);
  }
  outcome.letters = MakeLetters(outcome.source, std::move(reading.pages), reading.task.order);
  return outcome;
}

class Flow {
 public:
  Flow(const PoolOptions& options, const FlowSteps& steps)
      : steps_(steps),
        window_(2 * std::max(1, options.workers) + 2),
        pool_(options,
              {[this](const FileTask& task, Page page) { return OnPage(task, std::move(page)); },
               [this](FileReading file) {
                 const auto begin = std::chrono::steady_clock::now();
                 FileOutcome outcome = Make(std::move(file));
                 outcome.busy += std::chrono::steady_clock::now() - begin;
                 outbox_.Put(std::move(outcome));
               }}),
        converter_(
            SofficeFor(options), options.output, std::clamp(options.workers, 1, kMostProcesses),
            [this](FileTask task, const Status& status) { OnConverted(std::move(task), status); }) {
  }

  Status Run(const std::atomic<bool>& stop) {
    while (true) {
      if (stop) return Error{ErrorCode::kInterrupted, "stopped", "", 0};
      Fill();
      if (in_air_ == 0) return steps_.tick(pool_.pages_read());
      for (Event& event : outbox_.TakeAll())
        if (Status handled = Handle(std::move(event)); !handled.ok()) return handled;
      if (Status ticked = steps_.tick(pool_.pages_read()); !ticked.ok()) return ticked;
    }
  }

 private:
  // On a pool thread.
  Page OnPage(const FileTask& task, Page page) {
    if (page.origin == PageOrigin::kOcr) outbox_.Put(PageRead{task.ticket, page});
    return LayOut(std::move(page));
  }

  static SofficeOptions SofficeFor(const PoolOptions& options) {
    SofficeOptions soffice = options.soffice;
    soffice.starter = options.program;
    soffice.file_timeout = options.page_timeout;
    if (options.document_timeout.count() > 0)
      soffice.file_timeout = std::min(soffice.file_timeout, options.document_timeout);
    return soffice;
  }

  // On a thread of the converter.
  void OnConverted(FileTask task, const Status& status) {
    if (status.ok()) {
      pool_.Submit(std::move(task));
    } else {
      outbox_.Put(FileOutcome{task.ticket, std::move(task.source), {}, {status.error()}});
    }
  }

  bool HasRoom() const {
    const size_t converted = converter_.waiting();
    return converted < kConvertedAhead && in_air_ < window_ + static_cast<int>(converted);
  }

  void Fill() {
    while (!at_end_ && HasRoom()) {
      std::optional<Result<FileTask>> task = steps_.next();
      if (!task) {
        at_end_ = true;
        break;
      }
      ++in_air_;
      const int64_t ticket = next_ticket_++;
      if (task->ok()) {
        (*task)->ticket = ticket;
        Submit(**std::move(task));
      } else {
        FileOutcome refused;
        refused.ticket = ticket;
        refused.errors.push_back(task->error());
        outbox_.Put(std::move(refused));
      }
    }
    converter_.Begin();
  }

  void Submit(FileTask task) {
    for (std::optional<Page>& page : task.known)
      if (page) page = LayOut(*std::move(page));
    if (!task.all_known && ConversionOf(task.source.media_type) != nullptr) {
      converter_.Submit(std::move(task));
    } else {
      pool_.Submit(std::move(task));
    }
  }

  Status Handle(Event event) {
    if (const auto* read = std::get_if<PageRead>(&event))
      return steps_.page(read->ticket, read->page);
    auto& outcome = std::get<FileOutcome>(event);
    const int64_t ticket = outcome.ticket;
    early_.emplace(ticket, std::move(outcome));
    while (!early_.empty() && early_.begin()->first == next_out_) {
      ++next_out_;
      --in_air_;
      FileOutcome turn = std::move(early_.extract(early_.begin()).mapped());
      if (Status taken = steps_.file(std::move(turn)); !taken.ok()) return taken;
    }
    return Done{};
  }

  const FlowSteps& steps_;
  const int window_;
  int in_air_ = 0;  // given out and not taken back
  bool at_end_ = false;
  int64_t next_ticket_ = 0, next_out_ = 0;
  std::map<int64_t, FileOutcome> early_;  // finished before their turn
  Outbox outbox_;
  // Last: their threads use what stands above them.
  Pool pool_;
  Converter converter_;
};

}  // namespace

Status RunFlow(const PoolOptions& options, const std::atomic<bool>& stop, const FlowSteps& steps) {
  return Flow(options, steps).Run(stop);
}

}  // namespace vanthu::run
