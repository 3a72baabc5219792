#include "pipeline/archive/backup.h"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "pipeline/archive/fact_select.h"
#include "pipeline/archive/lock.h"
#include "pipeline/archive/originals.h"
#include "pipeline/archive/schema.h"
#include "pipeline/archive/soundness.h"

namespace vanthu::archive {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDatabase = "archive.db";
constexpr const char* kHalfDatabase = "archive.db.part";
constexpr const char* kLabel = "backup.json";
constexpr const char* kHalfLabel = "backup.json.part";

// Files that are given their names in one go.
constexpr int64_t kSettledAtOnce = 200;

Error Wrong(std::string why, const fs::path& file) {
  return {ErrorCode::kUsage, std::move(why), file.string(), 0};
}

bool Exists(const fs::path& file) {
  std::error_code error;
  return fs::exists(file, error);
}

// Under its half name: it gets its own with the database.
Status WriteLabel(FileOps& ops, const fs::path& backup, const nlohmann::json& label) {
  const Result<int> descriptor = ops.Create(backup / kHalfLabel);
  if (!descriptor.ok()) return descriptor.error();
  Status status = ops.Write(*descriptor, label.dump(2) + "\n");
  if (status.ok()) status = ops.Sync(*descriptor);
  const Status closed = ops.Close(*descriptor);
  if (!status.ok()) return status;
  if (!closed.ok()) return closed;
  return ops.Rename(backup / kHalfLabel, backup / kLabel);
}

Status NameDatabase(const CopyTools& tools, const fs::path& folder) {
  const Status named = tools.files.Rename(folder / kHalfDatabase, folder / kDatabase);
  return named.ok() ? tools.settle() : named;
}

// The label of a backup; null where there is none.
nlohmann::json LabelOf(const fs::path& backup) {
  std::ifstream in(backup / kLabel, std::ios::binary);
  if (!in) return nullptr;
  nlohmann::json label = nlohmann::json::parse(in, nullptr, false);
  return label.is_object() ? label : nlohmann::json(nullptr);
}

// What tells the archive from others; empty for one of a version that had no such mark.
Result<std::string> IdentityOf(Database& db) {
  const Result<std::optional<int64_t>> known =
      db.QueryInt("SELECT count(*) FROM sqlite_master WHERE name = 'identity'");
  if (!known.ok()) return known.error();
  std::string identity;
  if (known->value_or(0) == 0) return identity;
  const Status read =
      EachRow(db, "SELECT id FROM identity", {}, [&](const Statement& row) -> Status {
        identity = row.Text(0);
        return Done{};
      });
  if (!read.ok()) return read.error();
  return identity;
}

// Takes the database from one folder into another under its half name, and says what is in it.
struct Half {
  std::string identity;
  std::vector<WantedFile> files;
  int64_t letters = 0;
};
enum class Update { kNo, kYes };
Result<Half> TakeDatabase(const fs::path& from, const fs::path& to, Update update) {
  const fs::path source = from / kDatabase, half = to / kHalfDatabase;
  Result<Database> db = Database::Open(source, Access::kReadOnly);
  if (!db.ok()) return db.error();
  for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
    std::error_code error;
    fs::remove(half.string() + ending, error);
  }
  if (Status copied = db->CopyTo(half); !copied.ok()) return copied.error();
  Result<Database> copy = Database::Open(half, Access::kReadWrite);
  if (!copy.ok()) return copy.error();
  const Result<std::vector<std::string>> broken = BrokenPages(*copy);
  if (!broken.ok()) return broken.error();
  if (!broken->empty()) {
    return Error{ErrorCode::kDamaged, broken->front(), source.string(), 0};
  }
  if (update == Update::kYes) {
    if (Status done = Migrate(*copy); !done.ok()) return done.error();
  }
  Half taken;
  Result<std::string> identity = IdentityOf(*copy);
  if (!identity.ok()) return identity.error();
  taken.identity = *std::move(identity);
  Result<std::vector<WantedFile>> files = WantedFiles(*copy);
  if (!files.ok()) return files.error();
  taken.files = *std::move(files);
  const Result<std::optional<int64_t>> letters = copy->QueryInt("SELECT count(*) FROM letters");
  if (!letters.ok()) return letters.error();
  taken.letters = letters->value_or(0);
  return taken;
}

// Files that are there already are taken for what they are called; `verify` hashes them anew. One of another
// size is copied again.
Result<int64_t> CopyFiles(const fs::path& from, const fs::path& to,
                          const std::vector<WantedFile>& files, const CopyTools& tools,
                          const std::atomic<bool>& stop) {
  int64_t copied = 0, done = 0;
  for (const WantedFile& file : files) {
    if (stop) return Error{ErrorCode::kInterrupted, "stopped", "", 0};
    const fs::path kept = OriginalIn(to, file.sha256);
    std::error_code error;
    const auto size = fs::file_size(kept, error);
    if (error || static_cast<int64_t>(size) != file.bytes) {
      if (Status gone = tools.files.Remove(kept); !gone.ok()) return gone.error();
      const Status put = KeepFile(tools.files, OriginalIn(from, file.sha256), kept, file.sha256);
      if (!put.ok()) {
        // A file of the archive that is not there any more is as bad as a broken one.
        Error failed = put.error();
        if (failed.code == ErrorCode::kNotFound) failed.code = ErrorCode::kDamaged;
        return failed;
      }
      if (++copied % kSettledAtOnce == 0) {
        if (Status settled = tools.settle(); !settled.ok()) return settled.error();
      }
    }
    tools.progress(++done, static_cast<int64_t>(files.size()));
  }
  if (Status settled = tools.settle(); !settled.ok()) return settled.error();
  return copied;
}

// Files of letters that are gone for good go from the backup as well.
Status RemoveUnwanted(FileOps& ops, const fs::path& backup, const std::vector<WantedFile>& files) {
  std::set<fs::path> wanted;
  for (const WantedFile& file : files) wanted.insert(OriginalIn(backup, file.sha256));
  std::vector<fs::path> unwanted;
  std::error_code error;
  for (fs::recursive_directory_iterator at(backup / "originals", error), end; !error && at != end;
       at.increment(error)) {
    if (!at->is_directory() && !wanted.contains(at->path())) unwanted.push_back(at->path());
  }
  for (const fs::path& file : unwanted) {
    if (Status gone = ops.Remove(file); !gone.ok()) return gone;
  }
  return Done{};
}

// kUsage unless the folder is a place for a backup of this archive.
Status CheckPlace(const fs::path& backup, const std::string& identity) {
  std::error_code error;
  const nlohmann::json label = LabelOf(backup);
  if (label.is_null()) {
    const bool empty = !Exists(backup) || fs::is_empty(backup, error);
    // What an interrupted first backup left behind.
    const bool begun = Exists(backup / kHalfDatabase) && !Exists(backup / kDatabase);
    if (empty || begun) return Done{};
    return Wrong("is neither empty nor a backup", backup);
  }
  const std::string known = label.value("archive", "");
  if (!known.empty() && known != identity) return Wrong("is the backup of another archive", backup);
  std::error_code no_log;
  if (fs::file_size(backup / (std::string(kDatabase) + "-wal"), no_log) > 0 && !no_log) {
    return Error{
        ErrorCode::kBusy,
        "is in use as an archive, or was left so by a program that died; `verify` ends that",
        backup.string(), 0};
  }
  return Done{};
}

}  // namespace

Result<CopiedArchive> BackUp(const fs::path& archive, const fs::path& backup,
                             const CopyTools& tools, const std::atomic<bool>& stop) {
  if (!Exists(archive / kDatabase)) {
    return Error{ErrorCode::kNotFound, "there is no archive here", archive.string(), 0};
  }
  std::string identity;
  {
    Result<Database> db = Database::Open(archive / kDatabase, Access::kReadOnly);
    if (!db.ok()) return db.error();
    Result<std::string> known = IdentityOf(*db);
    if (!known.ok()) return known.error();
    identity = *std::move(known);
  }
  if (Status checked = CheckPlace(backup, identity); !checked.ok()) return checked.error();
  if (Status made = tools.files.MakeFolder(backup / "originals"); !made.ok()) return made.error();
  const Result<Lock> lock = Lock::Take(backup / "lock");
  if (!lock.ok()) return lock.error();
  const Result<Half> half = TakeDatabase(archive, backup, Update::kNo);
  if (!half.ok()) return half.error();
  const Result<int64_t> copied = CopyFiles(archive, backup, half->files, tools, stop);
  if (!copied.ok()) return copied.error();
  const CopiedArchive done{half->letters, static_cast<int64_t>(half->files.size()), *copied};
  const nlohmann::json label = {
      {"archive", half->identity}, {"letters", done.letters}, {"files", done.files}};
  const Status written = WriteLabel(tools.files, backup, label);
  if (!written.ok()) return written.error();
  if (Status named = NameDatabase(tools, backup); !named.ok()) return named.error();
  if (Status gone = RemoveUnwanted(tools.files, backup, half->files); !gone.ok())
    return gone.error();
  return done;
}

Result<CopiedArchive> Restore(const fs::path& backup, const fs::path& archive,
                              const CopyTools& tools, const std::atomic<bool>& stop) {
  if (!Exists(backup / kDatabase)) {
    return Error{ErrorCode::kNotFound, "there is no backup here", backup.string(), 0};
  }
  if (Exists(archive / kDatabase)) {
    return Wrong("there is an archive already; nothing is written over", archive);
  }
  if (Status made = tools.files.MakeFolder(archive / "originals"); !made.ok()) return made.error();
  const Result<Lock> lock = Lock::Take(archive / "lock");
  if (!lock.ok()) return lock.error();
  const Result<Half> half = TakeDatabase(backup, archive, Update::kYes);
  if (!half.ok()) return half.error();
  const Result<int64_t> copied = CopyFiles(backup, archive, half->files, tools, stop);
  if (!copied.ok()) return copied.error();
  if (Status named = NameDatabase(tools, archive); !named.ok()) return named.error();
  return CopiedArchive{half->letters, static_cast<int64_t>(half->files.size()), *copied};
}

}  // namespace vanthu::archive
