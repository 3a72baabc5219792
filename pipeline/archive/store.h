// The archive: a directory of `archive.db` (SQLite, WAL), `originals/ab/cdef…` (each file as it
// came, by its SHA-256, never modified) and `lock`. It keeps files, jobs, readings and letters;
// search.h asks it. It reads no letter and knows no rule.
//
// One process writes, any number read at the same time. What AddLetters, FinishJob and the others
// say has happened is there after a kill -9 at any moment; what they do happens wholly or not at
// all. An error leaves the archive as it was, unless said otherwise. Not thread-safe.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"
#include "models/document/page.h"
#include "models/document/record.h"
#include "pipeline/archive/file_ops.h"
#include "pipeline/archive/letter_index.h"
#include "pipeline/archive/lock.h"
#include "pipeline/archive/sqlite.h"

namespace vanthu::archive {

enum class OpenMode {
  kReadOnly,   // must be there; sees what a writing process commits
  kReadWrite,  // must be there; takes the lock
  kCreate,     // made where it is not there; takes the lock
};

// A file as it came, before it is read.
struct FileInfo {
  std::string sha256;  // lower-case hex
  std::string name;    // without folders
  std::string path;    // as first seen; PATH!MEMBER inside a ZIP
  std::string media_type;
  uint64_t bytes = 0;
};

enum class JobState { kQueued, kReading, kDone, kFailed, kSkipped };
std::string_view JobStateName(JobState state);  // queued, reading, done, failed, skipped

// A file to be imported. Path and member together are its identity.
struct Job {
  int64_t id = 0;
  int64_t run = 0;
  std::string path;
  std::string member;  // path inside the ZIP; empty where it is a file of its own
  std::string sha256;  // empty until known
  JobState state = JobState::kQueued;
  int attempts = 0;            // how often it was taken up; > 1: a run died while reading it
  std::optional<Error> error;  // of a failed or skipped job: reason, and page where there is one
};

struct JobCounts {
  int64_t queued = 0, reading = 0, done = 0, failed = 0, skipped = 0;
};

// Something that could not be read: a whole file (page 0) or one page of it.
struct Failure {
  int64_t run = 0;
  Error error;     // file and page filled
  std::string at;  // ISO 8601, UTC
};

struct StoredPage {
  int number = 1;      // 1-based place in the file
  std::string origin;  // text, ocr, blank, failed
  std::string text;    // one printed line a line
  std::string raw;     // lines as they were first read, where words of them were put right
};

struct StoredLetter {
  int64_t id = 0;
  FileInfo file;
  std::string added_at;           // ISO 8601, UTC
  nlohmann::ordered_json record;  // the object of letter.schema.json
  std::vector<StoredPage> pages;
};

// What AddLetters does with a file whose letters are in the archive already.
enum class IfPresent {
  kRefuse,   // kUsage, nothing changes
  kReplace,  // letter n of the file keeps its id
};

class Archive {
 public:
  // Errors: kNotFound where there is no archive, kBusy where another process holds the lock (the
  // message names it), kDamaged, kUnsupported for one of a newer version, kDisk. Older versions are
  // brought up to date by the writing modes. Jobs that a dead process left in reading are queued
  // again by the writing modes. `ops` must outlive the archive.
  static Result<Archive> Open(const std::filesystem::path& dir, OpenMode mode,
                              FileOps& ops = DiskFileOps());
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  const std::filesystem::path& dir() const { return dir_; }

  // --- Files -------------------------------------------------------------------------------------
  // Whether letters of these bytes are in the archive; those in the trash do not count.
  Result<bool> HasFile(std::string_view sha256);
  // Copies `file` to originals/, unless it is there; the bytes are hashed on the way, and kDamaged
  // means they were no longer those of `sha256`. Half a file is never left under its final name.
  Result<std::filesystem::path> KeepOriginal(const std::filesystem::path& file,
                                             std::string_view sha256);
  // Of a file that no letter needs any more; false where it was not there.
  Result<bool> RemoveOriginal(std::string_view sha256);
  // Where the original of these bytes is or would be.
  std::filesystem::path OriginalPath(std::string_view sha256) const;

  // --- Runs and jobs -----------------------------------------------------------------------------
  // A run is one call of import; `command` is for people.
  Result<int64_t> StartRun(std::string_view command);
  Status FinishRun(int64_t run, std::string_view summary);

  // Puts a file on the list, state queued. One that is on it already (from this or an older run) is
  // taken over by `run` and queued again, its attempts kept while it was never finished.
  Result<int64_t> Enqueue(int64_t run, std::string_view path, std::string_view member = "");
  // Takes the oldest queued job of the run: state reading, attempts + 1. None where none is left.
  Result<std::optional<Job>> NextJob(int64_t run);
  Result<Job> GetJob(int64_t id);  // kNotFound
  Result<JobCounts> CountJobs(int64_t run);

  // What becomes of a job in reading, other than AddLetters. Its reason stands in the failure list.
  Status FailJob(int64_t job, const Error& error);
  // E.g. because its bytes are in the archive: `reason` is for people, no failure.
  Status SkipJob(int64_t job, std::string_view sha256, std::string_view reason);
  // Back to queued, e.g. when the user interrupts.
  Status RequeueJob(int64_t job);
  // A page that was lost while the rest of its file was kept.
  Status AddFailure(int64_t run, const Error& error);
  // Of one run, or of all with run 0; oldest first.
  Result<std::vector<Failure>> ListFailures(int64_t run = 0);

  // --- Letters -----------------------------------------------------------------------------------
  // Stores the file, its letters (in order; each record holds its pages) and the words to search
  // them by, and marks the job done (0: none), in one transaction. Letters of the file that are in the trash
  // stay there; what people corrected stays (corrections.h). Answers the ids of the others. `json` are
  // the same letters as LetterJsonLine has them, where the caller made it; else they are made here.
  Result<std::vector<int64_t>> AddLetters(int64_t job, const FileInfo& file,
                                          std::span<const Record> letters,
                                          IfPresent if_present = IfPresent::kRefuse,
                                          std::span<const std::string> json = {});
  Result<StoredLetter> Get(int64_t id);  // kNotFound
  // Of all letters, in the order they came.
  Result<std::vector<int64_t>> LetterIds();
  Result<std::vector<int64_t>> LettersOfFile(std::string_view sha256);
  Result<int64_t> CountLetters();

  // --- Readings ----------------------------------------------------------------------------------
  // A page as reading gave it (words, boxes), so that rules run again without OCR. `page` is its
  // 1-based place in the file, `settings` reading::Settings::Key(). Put replaces what was there.
  Result<std::optional<Page>> GetReading(std::string_view sha256, int page,
                                         std::string_view settings);
  Status PutReading(std::string_view sha256, int page, std::string_view settings, const Page& read);

  // The same, and what was kept of the page under other settings goes.
  Status ReplaceReading(std::string_view sha256, int page, std::string_view settings,
                        const Page& read);

  // Joins what follows into one transaction until its Commit(); dropped without one it is undone.
  // For speed: a hundred letters a batch are several times faster than each alone. Search finds them once it
  // is committed.
  Result<Transaction> BeginBatch() { return Transaction::Begin(*db_); }

  // For search.cc. Valid as long as the archive.
  Database& database() { return *db_; }
  // For what changes the words that a letter is found by. Valid as long as the archive.
  LetterIndex& index() { return *index_; }

 private:
  Archive(std::filesystem::path dir, FileOps& ops, std::unique_ptr<Lock> lock,
          std::unique_ptr<Database> db);

  std::filesystem::path dir_;
  FileOps* ops_ = nullptr;
  std::unique_ptr<Lock> lock_;  // none when read-only; let go after the database is closed
  std::unique_ptr<Database> db_;
  std::unique_ptr<LetterIndex> index_;  // of *db_
};

}  // namespace vanthu::archive
