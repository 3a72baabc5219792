#include "pipeline/run/import_job.h"

#include <fmt/format.h>

#include <chrono>
#include <map>
#include <set>
#include <utility>

#include "pipeline/archive/store.h"
#include "pipeline/archive/trash.h"
#include "pipeline/run/batched_files.h"
#include "pipeline/run/flow.h"
#include "pipeline/run/import_held.h"
#include "pipeline/run/inputs.h"
#include "pipeline/run/speed_log.h"

namespace vanthu::run {
namespace {

using Clock = std::chrono::steady_clock;

// A batch is written after so many letters or so long, whichever comes first. A hundred letters a
// batch are several times faster than each alone; a second is what a kill may cost.
constexpr int kBatchLetters = 64;
constexpr std::chrono::seconds kBatchTime{1};
// Files put on the job list in one step, before the first of them is read.
constexpr size_t kListedAtOnce = 256;

bool StopsTheJob(ErrorCode code) { return code == ErrorCode::kDisk || code == ErrorCode::kBusy; }

// With what is known of the file itself: a SourceInfo or an archive::FileInfo.
ImportedFile About(const auto& file, ImportedFile imported) {
  imported.sha256 = file.sha256;
  imported.media_type = file.media_type;
  imported.bytes = file.bytes;
  return imported;
}

class Import {
 public:
  Import(const ImportOptions& options, const std::atomic<bool>& stop, const ImportEvents& events,
         archive::Archive archive, BatchedFiles& files)
      : options_(options),
        stop_(stop),
        events_(events),
        archive_(std::move(archive)),
        files_(files),
        key_(options.pool.start.reader.Key()),
        inputs_(options.paths, archive_.dir() / "unpacked", options.pool.start.limits) {}

  Result<ImportReport> Run() {
    // Left behind by a run that was killed; the archive's lock says that it is nobody's.
    std::error_code ignored;
    std::filesystem::remove_all(archive_.dir() / "unpacked", ignored);
    Result<int64_t> run = archive_.StartRun("import");
    if (!run.ok()) return run.error();
    report_.run = *run;
    const FlowSteps steps{[this] { return Next(); },
                          [this](int64_t ticket, const Page& page) { return Keep(ticket, page); },
                          [this](FileOutcome outcome) { return Store(std::move(outcome)); },
                          [this](int64_t pages) { return Tick(pages); }};
    // What is converted lies where a run that was killed leaves nothing behind for long.
    PoolOptions pool = options_.pool;
    pool.soffice.folder = archive_.dir() / "unpacked";
    const Status ran = RunFlow(pool, stop_, steps);
    const Status ended = End(ran);
    std::filesystem::remove(archive_.dir() / "unpacked", ignored);
    if (!ran.ok()) return ran.error();
    if (!ended.ok()) return ended.error();
    return report_;
  }

 private:
  struct InAir {
    InputFile input;
    int64_t job = 0;
    archive::FileInfo info;
    bool recalled = false;  // pages of it were read by an earlier run
  };
  struct Listed {
    Result<InputFile> input;
    std::string path, member;
  };

  // --- Listing ---------------------------------------------------------------------------------

  // Puts the next files on the job list, in one transaction of their own.
  Status List() {
    if (Status flushed = Flush(); !flushed.ok()) return flushed;
    Result<archive::Transaction> batch = archive_.BeginBatch();
    if (!batch.ok()) return batch.error();
    while (listed_.size() < kListedAtOnce && !stop_) {
      std::optional<Result<InputFile>> input = inputs_.Next();
      if (!input) break;
      Listed listed{*std::move(input), "", ""};
      listed.path = listed.input.ok() ? listed.input->path.string() : listed.input.error().file;
      if (listed.input.ok()) listed.member = listed.input->member;
      Result<int64_t> job = archive_.Enqueue(report_.run, listed.path, listed.member);
      if (!job.ok()) return job.error();
      listed_.emplace(*job, std::move(listed));
    }
    return batch->Commit();
  }

  // The next file to be read; those that are not to be read are dealt with on the way.
  std::optional<Result<FileTask>> Next() {
    while (!failed_ && !stop_) {
      if (listed_.empty()) {
        if (Status listed = List(); !listed.ok()) return Fail(listed.error());
        if (listed_.empty()) return std::nullopt;
      }
      Result<std::optional<archive::Job>> job = TakeJob();
      if (!job.ok()) return Fail(job.error());
      if (!job->has_value()) return std::nullopt;
      auto found = listed_.extract((*job)->id);
      if (found.empty()) continue;
      Result<std::optional<FileTask>> task = Prepare((*job)->id, std::move(found.mapped()));
      if (!task.ok()) return Fail(task.error());
      if (task->has_value()) return Result<FileTask>(**std::move(task));
    }
    return std::nullopt;
  }

  // The flow has no way to end inside `next`; the error is given by the next step that can.
  std::nullopt_t Fail(Error error) {
    failed_ = std::move(error);
    return std::nullopt;
  }

  Result<std::optional<archive::Job>> TakeJob() {
    if (Status open = Batch(); !open.ok()) return open.error();
    return archive_.NextJob(report_.run);
  }

  // A task, or none where the file is not to be read.
  Result<std::optional<FileTask>> Prepare(int64_t job, Listed listed) {
    std::optional<FileTask> none;
    const auto over = [&](Status status) -> Result<std::optional<FileTask>> {
      if (!status.ok()) return status.error();
      return none;
    };
    if (!listed.input.ok()) {
      if (StopsTheJob(listed.input.error().code)) return listed.input.error();
      return over(Refuse(job, listed.input.error()));
    }
    InputFile input = *std::move(listed.input);
    FileTask task = TaskFor(input);
    task.order = options_.order;
    Result<std::string> hash = intake::Sha256OfFile(input.file);
    if (!hash.ok())
      return over(Refuse(job, {hash.error().code, hash.error().message, input.Name(), 0}));
    task.source.sha256 = *hash;
    Result<std::optional<std::string>> trashed = archive::ThrownAwaySince(archive_, *hash);
    if (!trashed.ok()) return trashed.error();
    if (*trashed) return over(SkipTrashed(job, task, **std::move(trashed)));
    Result<bool> held = IsHeld(archive_, *hash, options_.mode, key_);
    if (!held.ok()) return held.error();
    if (*held || read_again_.contains(*hash)) {
      unsettled_.push_back(Skipped(task));
      return over(Skip(job, task));
    }
    if (hashes_in_air_.contains(*hash)) {
      twins_.emplace(*hash, Skipped(task));
      return over(Skip(job, task));
    }
    if (options_.mode != ImportMode::kForce) {
      if (Status known = Recall(task); !known.ok()) return known.error();
    }
    archive::FileInfo info{*hash, task.source.name, input.Name(), task.source.media_type,
                           task.source.bytes};
    hashes_in_air_.insert(*hash);
    in_air_.emplace(tickets_++, InAir{std::move(input), job, std::move(info), !task.known.empty()});
    return std::optional<FileTask>(std::move(task));
  }

  // Pages that an earlier run had read before it was stopped. Pages come back from several workers
  // out of order, so a few gaps do not end the search.
  Status Recall(FileTask& task) {
    const int most_gaps = 2 * options_.pool.workers + 2;
    int gaps = 0;
    for (int number = 1; gaps < most_gaps; ++number) {
      Result<std::optional<Page>> page = archive_.GetReading(task.source.sha256, number, key_);
      if (!page.ok()) return page.error();
      if (!page->has_value()) {
        ++gaps;
        continue;
      }
      gaps = 0;
      task.known.resize(static_cast<size_t>(number));
      task.known.back() = **std::move(page);
    }
    return Done{};
  }

  // --- What becomes of a file ------------------------------------------------------------------

  Status Refuse(int64_t job, const Error& error) {
    ++report_.failed;
    ++done_;
    Tell({error.file, ImportState::kFailed, {}, 0, {error}});
    return archive_.FailJob(job, error);
  }

  static ImportedFile Skipped(const FileTask& task) {
    return About(task.source, {task.name, ImportState::kSkipped, {}, 0, {}});
  }

  Status Skip(int64_t job, const FileTask& task) {
    ++report_.skipped;
    ++done_;
    events_.file(Skipped(task));
    return archive_.SkipJob(job, task.source.sha256, "the archive holds these bytes");
  }

  // A file whose letters were thrown away: they stay in the trash, and so does the original.
  Status SkipTrashed(int64_t job, const FileTask& task, std::string trashed_at) {
    ++report_.skipped;
    ++done_;
    ImportedFile skipped = Skipped(task);
    skipped.trashed_at = std::move(trashed_at);
    Tell(std::move(skipped));
    return archive_.SkipJob(job, task.source.sha256, "its letters are in the trash");
  }

  Status Keep(int64_t ticket, const Page& page) {
    if (Status open = Batch(); !open.ok()) return open;
    return archive_.PutReading(in_air_.at(ticket).info.sha256, page.number, key_, page);
  }

  Status Store(FileOutcome outcome) {
    if (failed_) return *failed_;
    if (Status open = Batch(); !open.ok()) return open;
    const auto node = in_air_.extract(outcome.ticket);
    InAir file = std::move(node.mapped());
    hashes_in_air_.erase(file.info.sha256);
    ++done_;
    if (outcome.letters.empty()) return StoreFailure(file, outcome.errors);
    if (!file.recalled) speeds_.Add(file.info, outcome);
    return StoreLetters(std::move(file), std::move(outcome));
  }

  // Now, and once more when it is on the disk.
  void Tell(ImportedFile file) {
    events_.file(file);
    unsettled_.push_back(std::move(file));
  }

  Status StoreFailure(const InAir& file, const std::vector<Error>& errors) {
    ++report_.failed;
    Tell(About(file.info, {file.input.Name(), ImportState::kFailed, {}, 0, errors}));
    for (size_t i = 1; i < errors.size(); ++i)
      if (Status noted = archive_.AddFailure(report_.run, errors[i]); !noted.ok()) return noted;
    return archive_.FailJob(file.job, errors.front());
  }

  Status StoreLetters(InAir file, FileOutcome outcome) {
    Result<std::filesystem::path> kept = archive_.KeepOriginal(file.input.file, file.info.sha256);
    if (!kept.ok()) {
      if (StopsTheJob(kept.error().code)) return kept.error();
      return StoreFailure(file, {{kept.error().code, kept.error().message, file.input.Name(), 0}});
    }
    ImportedFile imported{file.input.Name(), ImportState::kImported, {}, 0, {}};
    std::vector<Record> records;
    std::vector<std::string> json;
    std::vector<std::vector<Doubt>> doubts;
    for (MadeLetter& letter : outcome.letters) {
      imported.pages += static_cast<int>(letter.record.pages.size());
      doubts.push_back(DoubtsOf(letter.record));
      records.push_back(std::move(letter.record));
      json.push_back(std::move(letter.json));
    }
    Result<std::vector<int64_t>> ids = Add(file, records, json, imported);
    if (!ids.ok()) return ids.error();
    for (const Error& error : outcome.errors)
      if (Status noted = archive_.AddFailure(report_.run, error); !noted.ok()) return noted;
    if (options_.mode != ImportMode::kSkip) read_again_.insert(file.info.sha256);
    if (!outcome.errors.empty()) imported.state = ImportState::kPartly;
    ++(outcome.errors.empty() ? report_.imported : report_.partly);
    if (!imported.same_as) report_.letters += static_cast<int64_t>(ids->size());
    report_.pages += imported.pages;
    imported.ids = *std::move(ids);
    for (size_t i = 0; i < doubts.size(); ++i)
      if (!doubts[i].empty()) imported.doubtful.push_back({imported.ids[i], std::move(doubts[i])});
    if (!imported.same_as) {
      if (Status sought = FindRescans(imported); !sought.ok()) return sought;
    }
    imported.errors = std::move(outcome.errors);
    Tell(About(file.info, imported));
    for (auto [at, end] = twins_.equal_range(file.info.sha256); at != end; ++at)
      unsettled_.push_back(at->second);
    batch_letters_ += static_cast<int>(imported.ids.size());
    return batch_letters_ >= kBatchLetters ? Flush() : Done{};
  }

  // As letters of their own, or as the companion of one that is there. Answers their ids.
  Result<std::vector<int64_t>> Add(const InAir& file, const std::vector<Record>& records,
                                   const std::vector<std::string>& json, ImportedFile& imported) {
    if (records.size() == 1) {
      Result<std::optional<archive::TwinLetter>> twin =
          archive::TwinOf(archive_, file.info, records.front());
      if (!twin.ok()) return twin.error();
      if (twin->has_value()) {
        imported.same_as = **std::move(twin);
        const int64_t id = imported.same_as->id;
        const Status added =
            archive::AddCompanion(archive_, file.job, file.info, records.front(), json.front(), id);
        if (!added.ok()) return added.error();
        return std::vector<int64_t>{id};
      }
    }
    return archive_.AddLetters(file.job, file.info, records, archive::IfPresent::kReplace, json);
  }

  Status FindRescans(ImportedFile& imported) {
    for (const int64_t id : imported.ids) {
      Result<std::vector<archive::ScannedLetter>> others = archive::RescansOf(archive_, id);
      if (!others.ok()) return others.error();
      for (archive::ScannedLetter& other : *others)
        imported.rescans.push_back({id, std::move(other)});
    }
    return Done{};
  }

  Status Tick(int64_t pages) {
    if (failed_) return *failed_;
    events_.progress({done_, static_cast<int64_t>(inputs_.total()), pages, report_.skipped});
    return Clock::now() - batch_begin_ >= kBatchTime ? Flush() : Done{};
  }

  // --- Batches ---------------------------------------------------------------------------------

  // There is a transaction open afterwards.
  Status Batch() {
    if (batch_) return Done{};
    Result<archive::Transaction> batch = archive_.BeginBatch();
    if (!batch.ok()) return batch.error();
    batch_.emplace(*std::move(batch));
    batch_begin_ = Clock::now();
    batch_letters_ = 0;
    return Done{};
  }

  Status Flush() {
    if (!batch_) return Done{};
    Status written = files_.Settle(archive_.dir());
    if (written.ok()) written = speeds_.Write(archive_, key_);
    if (written.ok()) written = batch_->Commit();
    batch_.reset();
    files_.Discard();
    const std::vector<ImportedFile> settled = std::exchange(unsettled_, {});
    if (written.ok() && events_.settled) events_.settled(settled);
    return written;
  }

  // Writes what is complete, and gives back the jobs that are not. Where the disk is full this may
  // fail as well; the error that ended the run is the one to report.
  Status End(const Status& ran) {
    if (Status flushed = Flush(); !flushed.ok()) return flushed;
    for (const auto& [ticket, file] : in_air_)
      if (Status given = archive_.RequeueJob(file.job); !given.ok()) return given;
    return archive_.FinishRun(report_.run, Summary(ran));
  }

  std::string Summary(const Status& ran) const {
    return fmt::format("{}: {} imported, {} partly, {} skipped, {} failed; {} letters, {} pages",
                       ran.ok() ? "done" : ErrorCodeName(ran.error().code), report_.imported,
                       report_.partly, report_.skipped, report_.failed, report_.letters,
                       report_.pages);
  }

  const ImportOptions& options_;
  const std::atomic<bool>& stop_;
  const ImportEvents& events_;
  archive::Archive archive_;
  BatchedFiles& files_;
  const std::string key_;
  Inputs inputs_;
  std::map<int64_t, Listed> listed_;  // on the job list and not yet taken, by job
  std::map<int64_t, InAir> in_air_;   // being read, by ticket
  std::set<std::string> hashes_in_air_;
  std::set<std::string> read_again_;  // done in this run, not to be done twice in it
  int64_t tickets_ = 0;
  int64_t done_ = 0;
  std::optional<Error> failed_;
  std::optional<archive::Transaction> batch_;
  Clock::time_point batch_begin_;
  int batch_letters_ = 0;
  // Passed over while their bytes were being read as another file, and safe once that one is; by hash.
  std::multimap<std::string, ImportedFile> twins_;
  std::vector<ImportedFile> unsettled_;  // told of, and not yet on the disk
  SpeedLog speeds_;
  ImportReport report_;
};

}  // namespace

Result<ImportReport> RunImport(const ImportOptions& options, const std::atomic<bool>& stop,
                               const ImportEvents& events) {
  if (Status checked = CheckImport(options); !checked.ok()) return checked.error();
  BatchedFiles files(archive::DiskFileOps());
  Result<archive::Archive> archive =
      archive::Archive::Open(options.archive, archive::OpenMode::kCreate, files);
  if (!archive.ok()) return archive.error();
  return Import(options, stop, events, *std::move(archive), files).Run();
}

}  // namespace vanthu::run
