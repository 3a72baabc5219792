#include "pipeline/archive/store.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "models/document/page_json.h"
#include "pipeline/archive/packing.h"
#include "pipeline/archive/schema.h"

namespace vanthu::archive {
namespace {

namespace fs = std::filesystem;

constexpr size_t kCopyBlock = size_t{1} << 18;

// Reads a file in blocks; closes it at the end.
class InputFile {
 public:
  explicit InputFile(const fs::path& file)
      : path_(file), descriptor_(open(file.c_str(), O_RDONLY | O_CLOEXEC)), error_(errno) {}
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;
  ~InputFile() {
    if (descriptor_ >= 0) close(descriptor_);
  }

  // Valid until the next call; empty at the end.
  Result<std::string_view> Read() {
    if (descriptor_ < 0) return Failed(error_);
    while (true) {
      const ssize_t size = read(descriptor_, block_.data(), block_.size());
      if (size >= 0) return std::string_view(block_.data(), static_cast<size_t>(size));
      if (errno != EINTR) return Failed(errno);
    }
  }

 private:
  Error Failed(int number) const {
    const ErrorCode code = number == ENOENT ? ErrorCode::kNotFound : ErrorCode::kUnreadable;
    return {code, std::generic_category().message(number), path_.string(), 0};
  }

  fs::path path_;
  int descriptor_;
  int error_;
  std::string block_ = std::string(kCopyBlock, '\0');
};

class Sha256 {
 public:
  Sha256() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
    EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr);
  }
  void Add(std::string_view bytes) { EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()); }
  std::string Hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(context_.get(), digest.data(), &size);
    std::string hex;
    for (unsigned int i = 0; i < size; ++i) hex += fmt::format("{:02x}", digest[i]);
    return hex;
  }

 private:
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

// Copies and hashes; the copy is on the disk when it answers, closed in any case.
Result<std::string> CopyTo(FileOps& ops, const fs::path& from, const fs::path& to) {
  InputFile input(from);
  Result<int> output = ops.Create(to);
  if (!output.ok()) return output.error();
  Sha256 hash;
  Status status = Done{};
  while (status.ok()) {
    const Result<std::string_view> block = input.Read();
    if (!block.ok()) {
      status = block.error();
    } else if (block->empty()) {
      break;
    } else {
      hash.Add(*block);
      status = ops.Write(*output, *block);
    }
  }
  if (status.ok()) status = ops.Sync(*output);
  const Status closed = ops.Close(*output);
  if (status.ok()) status = closed;
  if (!status.ok()) return status.error();
  return hash.Hex();
}

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

fs::path Archive::OriginalPath(std::string_view sha256) const {
  const size_t split = std::min<size_t>(2, sha256.size());
  return dir_ / "originals" / sha256.substr(0, split) / sha256.substr(split);
}

Result<fs::path> Archive::KeepOriginal(const fs::path& file, std::string_view sha256) {
  const fs::path kept = OriginalPath(sha256);
  std::error_code error;
  if (fs::exists(kept, error)) return kept;
  if (Status status = ops_->MakeFolder(kept.parent_path()); !status.ok()) return status.error();
  const fs::path partial = kept.string() + ".part";
  Result<std::string> copied = CopyTo(*ops_, file, partial);
  Status status = Done{};
  if (!copied.ok()) {
    status = copied.error();
  } else if (*copied != sha256) {
    status = Error{ErrorCode::kDamaged, "the file changed while it was imported", file.string(), 0};
  } else {
    status = ops_->Rename(partial, kept);
  }
  if (!status.ok()) {
    // What went wrong first is what counts; a leftover is written over the next time.
    static_cast<void>(ops_->Remove(partial));
    return status.error();
  }
  return kept;
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

}  // namespace vanthu::archive
