#include "pipeline/cli/shell.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>

#include "pipeline/export/rows.h"

namespace vanthu::cli {
namespace {

std::atomic<bool> stopped = false;

void OnSignal(int /*number*/) { stopped = true; }

constexpr size_t kBarCells = 20;

std::string Bar(int64_t done, int64_t total) {
  const auto filled =
      total > 0 ? static_cast<size_t>(done * static_cast<int64_t>(kBarCells) / total) : 0;
  return fmt::format("[{:#<{}}{:{}}] ", "", filled, "", kBarCells - filled);
}

}  // namespace

std::string TimeText(std::chrono::seconds time) {
  const int64_t all = time.count();
  return fmt::format("{}:{:02}:{:02}", all / 3600, all / 60 % 60, all % 60);
}

const std::atomic<bool>& Shell::Stopped() { return stopped; }

void Shell::CatchSignals() {
  struct sigaction action {};
  action.sa_handler = OnSignal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

void Shell::Print(std::string_view result) {
  if (std::fwrite(result.data(), 1, result.size(), stdout) < result.size()) write_error_ = errno;
}

bool Shell::stdout_is_terminal() const { return isatty(STDOUT_FILENO) != 0; }

int Shell::terminal_width() const {
  winsize size{};
  if (!stdout_is_terminal() || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

int Shell::table_width() const {
  const int width = terminal_width();
  return width > 0 ? width : kTableWidth;
}

void Shell::Write(const std::string& line) {
  ClearProgress();
  std::fprintf(stderr, "vanthu: %s\n", line.c_str());
}

void Shell::Note(const std::string& message) {
  if (volume() != Volume::kQuiet) Write(message);
}

void Shell::Complain(const Error& error) { Complain(std::vector<Error>{error}); }

void Shell::Complain(const std::vector<Error>& errors) {
  for (const std::string& line : Describe(errors)) Write(line);
}

std::vector<std::string> Shell::Describe(const std::vector<Error>& errors) const {
  std::vector<std::string> lines;
  for (size_t i = 0; i < errors.size();) {
    const Error& error = errors[i];
    size_t end = i + 1;
    while (end < errors.size() && errors[end].file == error.file && error.page > 0 &&
           errors[end].code == error.code && errors[end].message == error.message &&
           errors[end].page == errors[end - 1].page + 1)
      ++end;
    std::string where = error.file;
    if (error.page > 0) {
      if (!where.empty()) where += ", ";
      where += end - i == 1 ? Word(Say::kPage, error.page)
                            : Word(Say::kPages, error.page, errors[end - 1].page);
    }
    std::string why = error.message;
    if (settings_.language == Language::kVietnamese)
      why = fmt::format("{} ({})", Reason(settings_.language, error.code), error.message);
    lines.push_back(where.empty() ? why : where + ": " + why);
    i = end;
  }
  return lines;
}

void Shell::Show(const run::Progress& progress) {
  if (volume() == Volume::kQuiet || isatty(STDERR_FILENO) == 0) return;
  std::string line =
      Bar(progress.files_done, progress.files_total) +
      Word(Say::kProgress, progress.files_done, progress.files_total, progress.pages_done);
  if (const auto pace = pace_.Update(progress, std::chrono::steady_clock::now())) {
    line += Word(Say::kPace, pace->pages_per_second);
    if (pace->left) line += Word(Say::kTimeLeft, TimeText(*pace->left));
  }
  const auto width = static_cast<size_t>(exporting::DisplayWidth(line));
  const std::string rest(progress_width_ > width ? progress_width_ - width : 0, ' ');
  std::fprintf(stderr, "\r%s%s", line.c_str(), rest.c_str());
  progress_width_ = width;
}

void Shell::ClearProgress() {
  if (progress_width_ == 0) return;
  std::fprintf(stderr, "\r%s\r", std::string(progress_width_, ' ').c_str());
  progress_width_ = 0;
}

int Shell::Fail(const Error& error) {
  if (error.code == ErrorCode::kInterrupted) {
    Write(Word(Say::kInterrupted));
    return kExitInterrupted;
  }
  Complain(error);
  switch (error.code) {
    case ErrorCode::kUsage: return kExitWrongUse;
    case ErrorCode::kDamaged: return kExitArchiveDamaged;
    default: return kExitNothingDone;
  }
}

int Shell::FilesStatus(int64_t good, int64_t bad) const {
  if (bad == 0) return kExitDone;
  return good == 0 ? kExitNothingDone : kExitSomeFailed;
}

int Shell::Close(int status) {
  ClearProgress();
  if (std::fflush(stdout) != 0) write_error_ = errno;
  if (write_error_ == 0) return status;
  Write(Word(Say::kCannotWrite) + ": " + std::strerror(write_error_));
  return kExitNothingDone;
}

Result<run::PoolOptions> Shell::ReadingOptions() const {
  run::PoolOptions options;
  options.workers = settings_.jobs;
  options.output =
      volume() == Volume::kVerbose ? run::ProcessOutput::kInherit : run::ProcessOutput::kDiscard;
  options.page_timeout = std::chrono::seconds(settings_.page_timeout);
  options.document_timeout = std::chrono::seconds(settings_.document_timeout);
  options.start.memory_bytes = static_cast<uint64_t>(settings_.worker_memory) << 20;
  options.start.reader.model = settings_.model;
  options.start.reader.tessdata_dir = settings_.tessdata;
  options.soffice.program = settings_.soffice;
  if (settings_.quality == "quick") {
    options.start.reader.quality = reading::Quality::kQuick;
  } else if (settings_.quality == "thorough") {
    options.start.reader.quality = reading::Quality::kThorough;
  } else if (settings_.quality != "normal") {
    return Error{ErrorCode::kUsage, "the quality is quick, normal or thorough", "", 0};
  }
  if (Status checked = run::CheckPool(options); !checked.ok()) return checked.error();
  return options;
}

}  // namespace vanthu::cli
