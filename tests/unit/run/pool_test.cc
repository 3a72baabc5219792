// The pool with real processes but no decoders: this program is its own worker (see the constructor
// below), and a file's name says what its pages do.
#include "pipeline/run/pool.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <fstream>
#include <future>
#include <map>
#include <set>

#include "pipeline/run/worker.h"

namespace vanthu::run {
namespace {

using intake::MediaType;
using std::chrono::milliseconds;
using std::chrono::seconds;

bool Has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// "die-3": the third page ends its process; "dielate-3": only in a process that read a page before.
class ActedFile : public intake::SourceFile {
 public:
  ActedFile(std::string name, int pages) : name_(std::move(name)), pages_(pages) {}
  int page_count() const override { return pages_; }

  Result<intake::SourcePage> ReadPage(int index) override {
    std::string number = "-";
    number += std::to_string(index + 1);
    if (Has(name_, "dielate" + number) && pages_read_ > 0) std::raise(SIGKILL);
    if (Has(name_, "die" + number)) Crash();
    if (Has(name_, "hang" + number)) pause();
    if (Has(name_, "broken" + number)) return Error{ErrorCode::kDamaged, "cut", "", 0};
    if (Has(name_, "memory" + number)) throw std::bad_alloc();
    ++pages_read_;
    intake::SourcePage page;
    page.page.number = index + 1;
    Line line;
    line.text = Has(name_, "sandbox") ? WhatIsAllowed() : std::to_string(getpid());
    page.page.lines.push_back(line);
    return page;
  }

 private:
  // Sanitizers catch the signal otherwise.
  static void Crash() {
    std::signal(SIGSEGV, SIG_DFL);
    std::raise(SIGSEGV);
  }

  static std::string WhatIsAllowed() {
    const auto refused = [](int result) { return result < 0 && errno == EPERM; };
    std::string out;
    if (!refused(socket(AF_INET, SOCK_STREAM, 0))) out += "socket ";
    if (!refused(open("/tmp/vanthu-worker-wrote", O_WRONLY | O_CREAT, 0600))) out += "create ";
    if (!refused(open("/dev/null", O_RDWR))) out += "write ";
    if (!refused(fork())) out += "fork ";
    if (!refused(execl("/bin/true", "true", nullptr))) out += "exec ";
    if (!refused(unlink("/tmp/vanthu-worker-none"))) out += "unlink ";
    const int file = open("/proc/self/status", O_RDONLY);
    if (file < 0) out += "no-read ";
    std::thread thread([] {});
    thread.join();
    if (const char* limit = getenv("OMP_THREAD_LIMIT"); !limit || std::string(limit) != "1")
      out += "many-threads ";
    return out.empty() ? "closed" : out;
  }

  static int pages_read_;
  std::string name_;
  int pages_;
};
int ActedFile::pages_read_ = 0;

// "… xN": a file of N pages.
Result<std::unique_ptr<intake::SourceFile>> OpenActed(const std::filesystem::path& path, MediaType,
                                                      const intake::Limits&) {
  const std::string name = path.filename().string();
  if (Has(name, "locked")) return Error{ErrorCode::kEncrypted, "needs a password", "", 0};
  if (Has(name, "killsopen")) std::raise(SIGABRT);
  const size_t mark = name.rfind(" x");
  const int pages = mark == std::string::npos ? 1 : std::stoi(name.substr(mark + 2));
  return std::unique_ptr<intake::SourceFile>(std::make_unique<ActedFile>(name, pages));
}

// Runs before main: a test program that is started as a worker never gets there.
[[gnu::constructor]] void BeWorker() {
  std::ifstream command("/proc/self/cmdline", std::ios::binary);
  const std::string words((std::istreambuf_iterator<char>(command)), {});
  if (!Has(words, kWorkerCommand)) return;
  const WorkerParts parts{[](const std::filesystem::path& path) -> Result<MediaType> {
                            return Has(path.string(), "zip") ? MediaType::kZip : MediaType::kPdf;
                          },
                          OpenActed,
                          [](const reading::Settings&) -> Result<std::unique_ptr<reading::Reader>> {
                            return Error{ErrorCode::kNotFound, "no reader in this test", "", 0};
                          }};
  _exit(ServeRequests(kWorkerSocket, parts));
}

Page KeepPage(const FileTask& /*task*/, Page page) { return page; }

std::map<std::string, FileReading> ReadAll(PoolOptions options,
                                           const std::vector<std::string>& names,
                                           decltype(PoolEvents::page) keep_page = KeepPage) {
  std::map<std::string, FileReading> readings;
  std::mutex mutex;
  std::condition_variable changed;
  {
    Pool pool(std::move(options), {std::move(keep_page), [&](FileReading reading) {
                                     const std::lock_guard lock(mutex);
                                     readings.emplace(reading.task.name, std::move(reading));
                                     changed.notify_one();
                                   }});
    int64_t ticket = 0;
    for (const std::string& name : names)
      pool.Submit({++ticket, "/none/" + name, name, {}, {}, false});
    std::unique_lock lock(mutex);
    EXPECT_TRUE(
        changed.wait_for(lock, seconds(30), [&] { return readings.size() == names.size(); }));
  }
  return readings;
}

PoolOptions Workers(int count) {
  PoolOptions options;
  options.workers = count;
  options.start.memory_bytes = uint64_t{1} << 30;
  return options;
}

// Holds each page until pages of `count` processes have come, so that how fast one of them starts does
// not matter; a page whose fellows never come goes on after a while, for the test to fail.
class Meeting {
 public:
  explicit Meeting(size_t count) : count_(count) {}

  Page Join(Page page) {
    std::unique_lock lock(mutex_);
    processes_.insert(page.Text());
    changed_.notify_all();
    changed_.wait_for(lock, seconds(20), [&] { return processes_.size() >= count_; });
    return page;
  }

 private:
  const size_t count_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::set<std::string> processes_;
};

TEST(Pool, PagesComeInOrderFromSeveralProcesses) {
  Meeting meeting(3);
  const auto readings = ReadAll(Workers(3), {"long x200"}, [&](const FileTask&, Page page) {
    return meeting.Join(std::move(page));
  });
  const FileReading& reading = readings.at("long x200");
  EXPECT_EQ(reading.media_type, MediaType::kPdf);
  EXPECT_TRUE(reading.errors.empty());
  ASSERT_EQ(reading.pages.size(), 200U);
  std::set<std::string> processes;
  for (size_t i = 0; i < reading.pages.size(); ++i) {
    EXPECT_EQ(reading.pages[i].number, static_cast<int>(i) + 1);
    processes.insert(reading.pages[i].Text());
  }
  EXPECT_EQ(processes.size(), 3U);
}

TEST(Pool, ACrashCostsOnePage) {
  const auto readings = ReadAll(Workers(2), {"die-3 x5", "good x4", "die-1 x2"});
  const FileReading& hurt = readings.at("die-3 x5");
  ASSERT_EQ(hurt.pages.size(), 5U);
  ASSERT_EQ(hurt.errors.size(), 1U);
  EXPECT_EQ(hurt.errors[0].code, ErrorCode::kCrashed);
  EXPECT_EQ(hurt.errors[0].Describe(),
            "die-3 x5, page 3: the reading process was ended by signal 11 (SIGSEGV)");
  for (const Page& page : hurt.pages)
    EXPECT_EQ(page.origin, page.number == 3 ? PageOrigin::kFailed : PageOrigin::kText);
  EXPECT_TRUE(readings.at("good x4").errors.empty());
  EXPECT_EQ(readings.at("die-1 x2").errors.size(), 1U);
  EXPECT_EQ(readings.at("die-1 x2").pages[1].origin, PageOrigin::kText);
}

TEST(Pool, ACrashThatMayBeAnothersFaultIsTriedAgain) {
  const auto readings = ReadAll(Workers(1), {"good x1", "dielate-1 x1", "good x3", "dielate-2 x3"});
  EXPECT_TRUE(readings.at("dielate-1 x1").errors.empty());
  EXPECT_TRUE(readings.at("dielate-2 x3").errors.empty());
}

TEST(Pool, AHangCostsOnePage) {
  PoolOptions options = Workers(2);
  options.page_timeout = seconds(2);
  const auto readings = ReadAll(options, {"hang-1 hang-4 x5", "good x9"});
  const FileReading& hurt = readings.at("hang-1 hang-4 x5");
  ASSERT_EQ(hurt.errors.size(), 2U);
  EXPECT_EQ(hurt.errors[0].page, 1);
  EXPECT_EQ(hurt.errors[1].page, 4);
  EXPECT_EQ(hurt.errors[1].code, ErrorCode::kTimeout);
  EXPECT_TRUE(readings.at("good x9").errors.empty());
}

TEST(Pool, ADocumentHasItsTimeToo) {
  PoolOptions options = Workers(1);
  options.document_timeout = seconds(2);
  const auto readings = ReadAll(options, {"hang-2 x4", "good x2"});
  const FileReading& late = readings.at("hang-2 x4");
  ASSERT_EQ(late.errors.size(), 3U);
  EXPECT_EQ(late.pages[0].origin, PageOrigin::kText);
  for (const Error& error : late.errors) EXPECT_EQ(error.code, ErrorCode::kTimeout);
  EXPECT_TRUE(readings.at("good x2").errors.empty());
}

TEST(Pool, ErrorsNameFileAndPage) {
  const auto readings = ReadAll(
      Workers(2), {"locked", "killsopen", "broken-2 x3", "memory-2 x2", "empty x0", "a.zip"});
  EXPECT_EQ(readings.at("locked").errors.at(0).Describe(), "locked: needs a password");
  EXPECT_TRUE(readings.at("locked").pages.empty());
  EXPECT_EQ(readings.at("killsopen").errors.at(0).Describe(),
            "killsopen: the reading process was ended by signal 6 (SIGABRT)");
  EXPECT_EQ(readings.at("broken-2 x3").errors.at(0).Describe(), "broken-2 x3, page 2: cut");
  EXPECT_EQ(readings.at("memory-2 x2").errors.at(0).code, ErrorCode::kLimit);
  EXPECT_EQ(readings.at("memory-2 x2").pages.at(0).origin, PageOrigin::kText);
  EXPECT_EQ(readings.at("empty x0").errors.at(0).code, ErrorCode::kDamaged);
  EXPECT_EQ(readings.at("a.zip").media_type, MediaType::kZip);
  EXPECT_TRUE(readings.at("a.zip").errors.empty());
}

FileReading ReadOne(PoolOptions options, FileTask task) {
  std::promise<FileReading> reading;
  Pool pool(std::move(options),
            {KeepPage, [&](FileReading done) { reading.set_value(std::move(done)); }});
  pool.Submit(std::move(task));
  return reading.get_future().get();
}

TEST(Pool, AKnownFileNeedsNoWorker) {
  PoolOptions options = Workers(1);
  options.program = "/none/vanthu";
  FileTask task{7, "/none/a", "a", {}, {Page{}, Page{}, Page{}}, true};
  const FileReading reading = ReadOne(options, task);
  EXPECT_EQ(reading.task.ticket, 7);
  EXPECT_EQ(reading.pages.size(), 3U);
  EXPECT_TRUE(reading.errors.empty());
}

TEST(Pool, KnownPagesAreNotReadAgain) {
  Page known;
  known.reason = "known";
  const FileTask tasks[] = {
      {1, "/none/die-1 x4", "first", {}, {known}, false},
      {2, "/none/die-2 die-4 x4", "middle", {}, {std::nullopt, known, std::nullopt, known}, false},
      {3, "/none/die-1 x1", "all", {}, {known}, false},
      {4, "/none/good x1", "more than there are", {}, {known, known, known}, false},
  };
  for (const FileTask& task : tasks) {
    const FileReading reading = ReadOne(Workers(2), task);
    EXPECT_TRUE(reading.errors.empty()) << task.name;
    EXPECT_EQ(reading.pages.size(), task.ticket < 3 ? 4U : 1U) << task.name;
  }
}

TEST(Pool, AProgramThatCannotStartIsAnErrorOfTheFile) {
  PoolOptions options = Workers(1);
  options.program = "/none/vanthu";
  const auto readings = ReadAll(options, {"a"});
  EXPECT_EQ(readings.at("a").errors.at(0).code, ErrorCode::kInternal);
}

TEST(Pool, StopsInTheMiddleOfAPage) {
  const auto begin = std::chrono::steady_clock::now();
  {
    Pool pool(Workers(2), {KeepPage, [](const FileReading&) { ADD_FAILURE() << "is finished"; }});
    pool.Submit({1, "/none/hang-1 x2", "hang", {}, {}, false});
    std::this_thread::sleep_for(milliseconds(200));
    pool.Stop();
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, seconds(20));
}

TEST(Sandbox, AWorkerReadsAndDoesNothingElse) {
  const auto readings = ReadAll(Workers(1), {"sandbox"});
  for (const Error& error : readings.at("sandbox").errors) ADD_FAILURE() << error.Describe();
  ASSERT_EQ(readings.at("sandbox").pages.size(), 1U);
  EXPECT_EQ(readings.at("sandbox").pages[0].Text(), "closed");
}

}  // namespace
}  // namespace vanthu::run
