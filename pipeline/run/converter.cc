#include "pipeline/run/converter.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include "pipeline/run/soffice_batch.h"
#include "pipeline/run/temp_folder.h"

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;

// A Word file of 1,000 pages with pictures has 100 MB.
constexpr uintmax_t kMostBytes = uintmax_t{512} << 20;

void Refuse(const Converter::OnDone& done, FileTask task, Error error) {
  error.file = task.name;
  done(std::move(task), std::move(error));
}

Result<TempFolder> NewProfile(const fs::path& parent) {
  Result<TempFolder> profile = TempFolder::Make(parent);
  if (!profile.ok()) return profile;
  if (const Status written = WriteProfile(profile->path()); !written.ok()) return written.error();
  return profile;
}

}  // namespace

// The files of one call, under names of ours in a folder that lives as long as one of them is read.
class Converter::Batch {
 public:
  Batch(const Converter& owner, std::vector<FileTask> tasks,
        std::shared_ptr<const TempFolder> folder)
      : owner_(owner), tasks_(std::move(tasks)), folder_(std::move(folder)) {}

  // The calls, with what can be called for at all; the others are answered at once.
  std::optional<SofficeBatch> Prepare(const fs::path& profile, const Converter::OnDone& done) {
    const Conversion* conversion = ConversionOf(tasks_.front().source.media_type);
    SofficeBatch batch;
    batch.call.profile = profile;
    batch.call.conversion = conversion;
    batch.call.out = folder_->path() / "out";
    const auto soffice = FindSoffice(owner_.options_, conversion->sheets);
    for (size_t i = 0; i < tasks_.size(); ++i) {
      if (!soffice.ok()) {
        Refuse(done, std::move(tasks_[i]), soffice.error());
        continue;
      }
      const fs::path copy =
          folder_->path() / fmt::format("{:03}.{}", places_.size(), conversion->from);
      if (Status copied = Copy(tasks_[i], copy); !copied.ok()) {
        Refuse(done, std::move(tasks_[i]), copied.error());
        continue;
      }
      batch.call.files.push_back(copy);
      places_.push_back(i);
    }
    if (places_.empty()) return std::nullopt;
    batch.call.program = *soffice;
    batch.done = [this, &done, copies = batch.call.files](size_t at, Result<fs::path> made) {
      Finish(at, copies[at], std::move(made), done);
    };
    return batch;
  }

 private:
  // The original is never opened for writing, nor does a lock file appear beside it.
  static Status Copy(const FileTask& task, const fs::path& to) {
    if (task.source.bytes > kMostBytes)
      return Error{ErrorCode::kLimit, "is larger than LibreOffice is given", task.name, 0};
    std::error_code failed;
    fs::copy_file(task.file, to, failed);
    if (failed) return Error{ErrorCode::kUnreadable, failed.message(), task.name, 0};
    return Done{};
  }

  void Finish(size_t at, const fs::path& copy, Result<fs::path> made, const OnDone& done) {
    std::error_code ignored;
    fs::remove(copy, ignored);
    FileTask task = std::move(tasks_[places_[at]]);
    if (!made.ok()) {
      Refuse(done, std::move(task), made.error());
      return;
    }
    task.converted = *std::move(made);
    task.folder = folder_;
    done(std::move(task), Done{});
  }

  const Converter& owner_;
  std::vector<FileTask> tasks_;
  std::vector<size_t> places_;  // of the files of the call among the tasks
  std::shared_ptr<const TempFolder> folder_;
};

Converter::Converter(SofficeOptions options, ProcessOutput output, int processes, OnDone done)
    : options_(std::move(options)),
      output_(output),
      processes_(processes),
      done_([this, done = std::move(done)](FileTask task, Status status) {
        --waiting_;
        done(std::move(task), std::move(status));
      }) {}

Converter::~Converter() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void Converter::Submit(FileTask task) {
  ++waiting_;
  const std::lock_guard lock(mutex_);
  files_.push_back(std::move(task));
  begun_ = false;
}

void Converter::Begin() {
  {
    const std::lock_guard lock(mutex_);
    if (begun_ || files_.empty()) return;
    begun_ = true;
  }
  while (threads_.size() < static_cast<size_t>(processes_))
    threads_.emplace_back([this] { Run(); });
  changed_.notify_all();
}

// The first file that waits, and others of its kind.
std::vector<FileTask> Converter::Take() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return stop_ || (begun_ && !files_.empty()); });
  std::vector<FileTask> taken;
  if (stop_) return taken;
  const std::string kind = files_.front().source.media_type;
  for (auto file = files_.begin(); file != files_.end() && taken.size() < kMostFilesAtOnce;) {
    if (file->source.media_type != kind) {
      ++file;
      continue;
    }
    taken.push_back(std::move(*file));
    file = files_.erase(file);
  }
  return taken;
}

void Converter::Run() {
  std::optional<TempFolder> profile;
  while (true) {
    std::vector<FileTask> tasks = Take();
    if (tasks.empty()) return;
    const fs::path parent = options_.folder.empty() ? fs::temp_directory_path() : options_.folder;
    if (!profile) {
      Result<TempFolder> made = NewProfile(parent);
      if (made.ok()) profile.emplace(*std::move(made));
    }
    Result<TempFolder> folder = TempFolder::Make(parent);
    if (!profile || !folder.ok()) {
      const Error error =
          folder.ok() ? Error{ErrorCode::kDisk, "a profile of LibreOffice cannot be written", "", 0}
                      : folder.error();
      for (FileTask& task : tasks) Refuse(done_, std::move(task), error);
      continue;
    }
    Batch batch(*this, std::move(tasks), std::make_shared<const TempFolder>(*std::move(folder)));
    if (const auto calls = batch.Prepare(profile->path(), done_))
      RunSofficeBatch(options_, output_, *calls, stop_);
  }
}

}  // namespace vanthu::run
