#include "pipeline/archive/store.h"

#include <system_error>
#include <utility>

#include "models/document/page_json.h"
#include "pipeline/archive/originals.h"
#include "pipeline/archive/packing.h"
#include "pipeline/archive/schema.h"

namespace vanthu::archive {
namespace {

namespace fs = std::filesystem;

Access AccessOf(OpenMode mode) {
  switch (mode) {
    case OpenMode::kReadOnly: return Access::kReadOnly;
    case OpenMode::kReadWrite: return Access::kReadWrite;
    case OpenMode::kCreate: return Access::kCreate;
  }
  return Access::kReadOnly;
}

// Brings the database up to date and puts it into a state to go on from.
Status PrepareForWriting(Database& db) {
  // NORMAL: a power cut may take the last transactions, never a part of one; kill -9 takes nothing.
  // 32 MB of log before it is written back, where SQLite has 4: the pages that each batch changes again (the inner
  // ones of every index) are written back once for many batches.
  if (Status status = db.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                                 "PRAGMA wal_autocheckpoint = 8192;"
                                 "PRAGMA foreign_keys = ON");
      !status.ok()) {
    return status;
  }
  if (Status status = Migrate(db); !status.ok()) return status;
  // What a savepoint remembers, some pages a letter, need not become a file; what a migration sorts may.
  if (Status status = db.Execute("PRAGMA temp_store = MEMORY"); !status.ok()) return status;
  // Holding the lock we know: whoever was reading these is dead.
  return db.Execute("UPDATE jobs SET state = 'queued' WHERE state = 'reading'");
}

Status CheckForReading(Database& db) {
  const Result<int> version = VersionOf(db);
  if (!version.ok()) return version.error();
  if (*version < SchemaVersion()) {
    return Error{ErrorCode::kUnsupported,
                 "the archive was made by an older version of vanthu and is brought up to date by "
                 "the next import",
                 "", 0};
  }
  return Done{};
}

}  // namespace

Archive::Archive(fs::path dir, FileOps& ops, std::unique_ptr<Lock> lock,
                 std::unique_ptr<Database> db)
    : dir_(std::move(dir)),
      ops_(&ops),
      lock_(std::move(lock)),
      db_(std::move(db)),
      index_(std::make_unique<LetterIndex>(*db_)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&& other) noexcept {
  // The database is closed before its lock is let go.
  index_ = std::move(other.index_);
  db_ = std::move(other.db_);
  lock_ = std::move(other.lock_);
  ops_ = other.ops_;
  dir_ = std::move(other.dir_);
  return *this;
}
Archive::~Archive() = default;

Result<Archive> Archive::Open(const fs::path& dir, OpenMode mode, FileOps& ops) {
  const fs::path file = dir / "archive.db";
  std::error_code error;
  if (mode == OpenMode::kCreate) {
    if (Status status = ops.MakeFolder(dir / "originals"); !status.ok()) return status.error();
  } else if (!fs::exists(file, error)) {
    return Error{ErrorCode::kNotFound, "there is no archive here", dir.string(), 0};
  }
  std::unique_ptr<Lock> lock;
  if (mode != OpenMode::kReadOnly) {
    Result<Lock> taken = Lock::Take(dir / "lock");
    if (!taken.ok()) return taken.error();
    lock = std::make_unique<Lock>(std::move(*taken));
  }
  Result<Database> db = Database::Open(file, AccessOf(mode));
  if (!db.ok()) return db.error();
  const Status ready = mode == OpenMode::kReadOnly ? CheckForReading(*db) : PrepareForWriting(*db);
  if (!ready.ok()) {
    Error failed = ready.error();
    failed.file = file.string();
    return failed;
  }
  return Archive(dir, ops, std::move(lock), std::make_unique<Database>(std::move(*db)));
}

// --- Files ---------------------------------------------------------------------------------------

Result<bool> Archive::HasFile(std::string_view sha256) {
  Result<Statement> row = db_->Prepare("SELECT 1 FROM files WHERE sha256 = ? AND state = 'done'");
  if (!row.ok()) return row.error();
  return row->With(sha256).Step();
}

fs::path Archive::OriginalPath(std::string_view sha256) const { return OriginalIn(dir_, sha256); }

Result<fs::path> Archive::KeepOriginal(const fs::path& file, std::string_view sha256) {
  fs::path kept = OriginalPath(sha256);
  if (Status status = KeepFile(*ops_, file, kept, sha256); !status.ok()) return status.error();
  return kept;
}

Result<bool> Archive::RemoveOriginal(std::string_view sha256) {
  const fs::path kept = OriginalPath(sha256);
  std::error_code error;
  if (!fs::exists(kept, error)) return false;
  if (Status status = ops_->Remove(kept); !status.ok()) return status.error();
  return true;
}

// --- Readings ------------------------------------------------------------------------------------

Result<std::optional<Page>> Archive::GetReading(std::string_view sha256, int page,
                                                std::string_view settings) {
  Result<Statement> row =
      db_->Prepare("SELECT content FROM readings WHERE sha256 = ? AND page = ? AND settings = ?");
  if (!row.ok()) return row.error();
  const Result<bool> there = row->With(sha256, page, settings).Step();
  if (!there.ok()) return there.error();
  if (!*there) return std::optional<Page>();
  const nlohmann::json content =
      nlohmann::json::from_cbor(Unpacked(row->Text(0)).value_or(""), true, false);
  Result<Page> read = PageFromJson(content);
  if (!read.ok()) return read.error();
  return std::optional(std::move(*read));
}

Status Archive::PutReading(std::string_view sha256, int page, std::string_view settings,
                           const Page& read) {
  Result<Statement> row = db_->Prepare(
      "INSERT OR REPLACE INTO readings (sha256, page, settings, content) VALUES (?, ?, ?, ?)");
  if (!row.ok()) return row.error();
  row->With(sha256, page, settings);
  const std::vector<uint8_t> content = nlohmann::json::to_cbor(PageToJson(read));
  row->BindBlob(3, Packed({reinterpret_cast<const char*>(content.data()), content.size()}));
  return row->Run();
}

Status Archive::ReplaceReading(std::string_view sha256, int page, std::string_view settings,
                               const Page& read) {
  Result<Statement> row = db_->Prepare("DELETE FROM readings WHERE sha256 = ? AND page = ?");
  if (!row.ok()) return row.error();
  if (Status gone = row->With(sha256, page).Run(); !gone.ok()) return gone;
  return PutReading(sha256, page, settings, read);
}

}  // namespace vanthu::archive
