#include "pipeline/run/pool.h"

#include <algorithm>
#include <utility>

namespace vanthu::run {

using Clock = std::chrono::steady_clock;

// Everything but `task` is written and read under the pool's mutex.
struct Pool::File {
  FileTask task;
  enum class State { kWaiting, kOpening, kOpen } state = State::kWaiting;
  std::optional<Clock::time_point> deadline;
  std::optional<intake::MediaType> media_type;
  std::vector<std::optional<Page>> pages;
  std::vector<Error> errors;
  std::vector<int> to_read;                  // pages that nobody has taken, the first one last
  size_t left = 0;                           // pages without an answer
  mutable std::atomic<int64_t> busy_ns = 0;  // that workers spent on it
};

struct Pool::Work {
  std::shared_ptr<File> file;
  std::optional<int> page;  // none: open the file
};

namespace {

constexpr int kMaxWorkers = 1024;
// The program with the large model and one A4 page at 300 dpi take 400 MB of address space.
constexpr uint64_t kLeastMemory = uint64_t{512} << 20;

Error About(Error error, const FileTask& task, int page) {
  error.file = task.name;
  if (page > 0) error.page = page;
  return error;
}

}  // namespace

// One thread's worker: started when first needed, and again after it died.
class Pool::Hand {
 public:
  Hand(const PoolOptions& options, const std::atomic<bool>& stop)
      : options_(options), stop_(stop) {}

  // The file that the worker has open, for comparing only.
  const File* open_file() const { return open_file_; }

  // Sends a request about `file` and waits for the answer. A worker that dies is asked again once,
  // anew, if it had served others before: what killed it may have been theirs.
  Result<Answer> Ask(const File& file, const Request& request) {
    was_fresh_ = !worker_ || served_ == 0;
    Result<Answer> answer = AskOnce(file, request);
    if (answer.ok() || was_fresh_ || !MayBeAnothersFault(answer.error())) return answer;
    was_fresh_ = true;
    return AskOnce(file, request);
  }

  // The second answer to an OpenRequest, on the first page; asked for again as in Ask.
  Result<Answer> FirstPage(const File& file) {
    Result<Answer> answer = Receive(file);
    if (answer.ok() || was_fresh_ || !MayBeAnothersFault(answer.error())) return answer;
    return AskOnce(file, PageRequest{file.task.ToRead(), 0});
  }

 private:
  static bool MayBeAnothersFault(const Error& error) {
    return error.code == ErrorCode::kCrashed || error.code == ErrorCode::kLimit;
  }

  Result<Answer> Receive(const File& file) {
    const Clock::time_point asked = Clock::now();
    Result<Answer> answer = worker_->Receive(PatienceFor(file));
    file.busy_ns += std::chrono::nanoseconds(Clock::now() - asked).count();
    if (answer.ok()) {
      ++served_;
    } else {
      worker_.reset();
      open_file_ = nullptr;
    }
    return answer;
  }

  Patience PatienceFor(const File& file) const {
    Patience patience{Clock::now() + options_.page_timeout, &stop_};
    if (file.deadline) patience.until = std::min(*patience.until, *file.deadline);
    return patience;
  }

  Result<Answer> AskOnce(const File& file, const Request& request) {
    if (!worker_) {
      if (Status started = StartWorker(); !started.ok()) return started.error();
    }
    Status sent = worker_->Send(request);
    if (sent.ok()) {
      open_file_ = &file;
      return Receive(file);
    }
    worker_.reset();
    open_file_ = nullptr;
    return sent.error();
  }

  Status StartWorker() {
    Result<WorkerProcess> worker = WorkerProcess::Spawn(options_.program, options_.output);
    if (!worker.ok()) return worker.error();
    if (Status sent = worker->Send(options_.start); !sent.ok()) return sent;
    Result<Answer> ready = worker->Receive({Clock::now() + options_.page_timeout, &stop_});
    if (!ready.ok()) return ready.error();
    if (const Error* refused = std::get_if<Error>(&*ready)) return *refused;
    worker_ = *std::move(worker);
    served_ = 0;
    return Done{};
  }

  const PoolOptions& options_;
  const std::atomic<bool>& stop_;
  std::optional<WorkerProcess> worker_;
  int64_t served_ = 0;     // answers of this worker
  bool was_fresh_ = true;  // it had served nobody when the last Ask began
  const File* open_file_ = nullptr;
};

Status CheckPool(const PoolOptions& options) {
  const auto wrong = [](std::string why) {
    return Error{ErrorCode::kUsage, std::move(why), "", 0};
  };
  if (options.workers < 1 || options.workers > kMaxWorkers)
    return wrong("the number of workers must be 1 to " + std::to_string(kMaxWorkers));
  if (options.page_timeout.count() <= 0) return wrong("the time for a page must be above 0");
  if (options.document_timeout.count() < 0) return wrong("the time for a document is below 0");
  const uint64_t memory = options.start.memory_bytes;
  if (memory != 0 && memory < kLeastMemory)
    return wrong("a worker needs at least " + std::to_string(kLeastMemory >> 20) + " MB of memory");
  return Done{};
}

Pool::Pool(PoolOptions options, PoolEvents events)
    : options_(std::move(options)), events_(std::move(events)) {
  for (int i = 0; i < std::max(1, options_.workers); ++i) threads_.emplace_back([this] { Run(); });
}

Pool::~Pool() {
  Stop();
  for (std::thread& thread : threads_) thread.join();
}

void Pool::Submit(FileTask task) {
  auto file = std::make_shared<File>();
  file->task = std::move(task);
  {
    const std::lock_guard lock(mutex_);
    files_.push_back(std::move(file));
  }
  changed_.notify_one();
}

void Pool::Stop() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_all();
}

void Pool::Run() {
  Hand hand(options_, stop_);
  while (std::optional<Work> work = Take(hand.open_file())) {
    if (work->page) {
      DoPage(hand, work->file, *work->page);
    } else {
      DoFile(hand, work->file);
    }
  }
}

std::optional<Pool::Work> Pool::Take(const File* open_here) {
  std::unique_lock lock(mutex_);
  while (!stop_) {
    if (std::optional<Work> work = Find(open_here)) return work;
    changed_.wait(lock);
  }
  return std::nullopt;
}

// Opening a file costs more than reading a page of one that is open, so a worker goes on with its
// own file, then begins a new one, and helps with another's only when there is none to begin.
std::optional<Pool::Work> Pool::Find(const File* open_here) {
  const auto has_page = [](const std::shared_ptr<File>& file) {
    return file->state == File::State::kOpen && !file->to_read.empty();
  };
  auto found = std::find_if(files_.begin(), files_.end(), [&](const auto& file) {
    return file.get() == open_here && has_page(file);
  });
  if (found == files_.end()) {
    found = std::find_if(files_.begin(), files_.end(),
                         [](const auto& file) { return file->state == File::State::kWaiting; });
    if (found != files_.end()) {
      (*found)->state = File::State::kOpening;
      return Work{*found, std::nullopt};
    }
    found = std::find_if(files_.begin(), files_.end(), has_page);
  }
  if (found == files_.end()) return std::nullopt;
  const int page = (*found)->to_read.back();
  (*found)->to_read.pop_back();
  return Work{*found, page};
}

void Pool::DoFile(Hand& hand, const std::shared_ptr<File>& file) {
  const FileTask& task = file->task;
  if (task.all_known) {
    const OpenedAnswer opened{intake::MediaType::kText, static_cast<int>(task.known.size())};
    Begin(file, Answer(opened));
    Finish(file);
    return;
  }
  if (options_.document_timeout.count() > 0)
    file->deadline = Clock::now() + options_.document_timeout;
  const bool with_first_page = task.known.empty() || !task.known.front();
  Result<Answer> answer = hand.Ask(*file, OpenRequest{task.ToRead(), with_first_page});
  if (!answer.ok() && answer.error().code == ErrorCode::kInterrupted) return;
  if (!Begin(file, answer)) {
    Finish(file);
    return;
  }
  changed_.notify_all();
  if (with_first_page) Store(file, 0, hand.FirstPage(*file));
}

// Lays out the pages of a file as the answer to its OpenRequest says. False where nothing is left to
// be read, because of an error or because all is known.
bool Pool::Begin(const std::shared_ptr<File>& file, const Result<Answer>& answer) {
  const std::lock_guard lock(mutex_);
  file->state = File::State::kOpen;
  const Error* error = answer.ok() ? std::get_if<Error>(&*answer) : &answer.error();
  if (error != nullptr) {
    file->errors.push_back(About(*error, file->task, 0));
    return false;
  }
  const auto& opened = std::get<OpenedAnswer>(*answer);
  if (!file->task.all_known) file->media_type = opened.media_type;
  if (opened.page_count <= 0 && !intake::HoldsFiles(opened.media_type))
    file->errors.push_back({ErrorCode::kDamaged, "holds no page", file->task.name, 0});
  file->pages = std::move(file->task.known);
  file->pages.resize(static_cast<size_t>(std::max(0, opened.page_count)));
  for (size_t i = file->pages.size(); i-- > 0;) {
    if (file->pages[i]) continue;
    ++file->left;
    if (i > 0) file->to_read.push_back(static_cast<int>(i));
  }
  return file->left > 0;
}

void Pool::DoPage(Hand& hand, const std::shared_ptr<File>& file, int index) {
  if (file->deadline && Clock::now() >= *file->deadline) {
    Store(file, index,
          Error{ErrorCode::kTimeout, "the document took longer than the limit", "", 0});
    return;
  }
  Store(file, index, hand.Ask(*file, PageRequest{file->task.ToRead(), index}));
}

void Pool::Store(const std::shared_ptr<File>& file, int index, Result<Answer> answer) {
  if (!answer.ok() && answer.error().code == ErrorCode::kInterrupted) return;
  const int number = index + 1;
  Page page;
  std::optional<Error> error;
  if (!answer.ok()) {
    error = About(answer.error(), file->task, number);
  } else if (Page* read = std::get_if<Page>(&*answer)) {
    page = std::move(*read);
  } else if (const Error* failed = std::get_if<Error>(&*answer)) {
    error = About(*failed, file->task, number);
  }
  if (error) {
    page.origin = PageOrigin::kFailed;
    page.reason = error->message;
  }
  page.number = number;
  if (!error) page = events_.page(file->task, std::move(page));
  ++pages_read_;

  bool last = false;
  {
    const std::lock_guard lock(mutex_);
    file->pages[static_cast<size_t>(index)] = std::move(page);
    if (error) file->errors.push_back(*std::move(error));
    last = --file->left == 0;
  }
  if (last) Finish(file);
}

void Pool::Finish(const std::shared_ptr<File>& file) {
  FileReading reading;
  {
    const std::lock_guard lock(mutex_);
    files_.remove(file);
    reading.media_type = file->media_type;
    for (std::optional<Page>& page : file->pages) reading.pages.push_back(*std::move(page));
    reading.errors = std::move(file->errors);
    reading.busy = std::chrono::nanoseconds(file->busy_ns);
  }
  reading.task = std::move(file->task);
  std::sort(reading.errors.begin(), reading.errors.end(),
            [](const Error& a, const Error& b) { return a.page < b.page; });
  events_.file(std::move(reading));
}

}  // namespace vanthu::run
