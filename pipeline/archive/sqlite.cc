#include "pipeline/archive/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <unordered_map>
#include <utility>

#include "pipeline/archive/facets.h"
#include "pipeline/archive/packing.h"
#include "pipeline/archive/ranking.h"
#include "pipeline/archive/tokenizer.h"
#include "pipeline/archive/words.h"

namespace vanthu::archive {
namespace {

ErrorCode CodeOf(int result) {
  switch (result & 0xFF) {
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM: return ErrorCode::kDisk;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ErrorCode::kBusy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return ErrorCode::kDamaged;
    case SQLITE_INTERRUPT: return ErrorCode::kTimeout;
    default: return ErrorCode::kInternal;
  }
}

Error ErrorOf(sqlite3* db, int result) {
  const char* message = db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(result);
  const char* file = db != nullptr ? sqlite3_db_filename(db, "main") : nullptr;
  return {CodeOf(result), fmt::format("database: {}", message), file != nullptr ? file : "", 0};
}

// SQLITE_TRANSIENT without its C cast: SQLite makes its own copy.
const auto kCopy = reinterpret_cast<sqlite3_destructor_type>(-1);

// A reader in a folder that it may not write cannot make the files that WAL needs. Where no writer
// left a log behind, the database file alone is the whole truth and can be read as it is.
bool NeedsImmutable(const std::filesystem::path& file) {
  std::error_code error;
  const std::filesystem::path log = file.string() + "-wal";
  const auto size = std::filesystem::file_size(log, error);
  return access(file.parent_path().c_str(), W_OK) != 0 && (error || size == 0);
}

std::string UriOf(const std::filesystem::path& file) {
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    if (c == '?' || c == '#' || c == '%') {
      uri += fmt::format("%{:02x}", static_cast<unsigned char>(c));
    } else {
      uri += c;
    }
  }
  return uri;
}

}  // namespace

// --- Statement -----------------------------------------------------------------------------------

class IdleStatements {
 public:
  ~IdleStatements() {
    for (const auto& [sql, statement] : idle_) sqlite3_finalize(statement);
  }

  sqlite3_stmt* Take(std::string_view sql) {
    const auto found = idle_.find(std::string(sql));
    if (found == idle_.end()) return nullptr;
    sqlite3_stmt* statement = found->second;
    idle_.erase(found);
    return statement;
  }

  void Give(sqlite3_stmt* statement) {
    const char* sql = sqlite3_sql(statement);
    if (sql == nullptr || idle_.size() >= kMost) {
      sqlite3_finalize(statement);
      return;
    }
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    idle_.emplace(sql, statement);
  }

 private:
  static constexpr size_t kMost = 100;
  std::unordered_multimap<std::string, sqlite3_stmt*> idle_;
};

Statement::Statement(Statement&& other) noexcept
    : db_(other.db_), statement_(std::exchange(other.statement_, nullptr)), idle_(other.idle_) {}

Statement& Statement::operator=(Statement&& other) noexcept {
  std::swap(db_, other.db_);
  std::swap(statement_, other.statement_);
  std::swap(idle_, other.idle_);
  return *this;
}

Statement::~Statement() {
  if (statement_ != nullptr) idle_->Give(statement_);
}

void Statement::Bind(int index, int64_t value) { sqlite3_bind_int64(statement_, index + 1, value); }

void Statement::Bind(int index, double value) { sqlite3_bind_double(statement_, index + 1, value); }

void Statement::Bind(int index, std::string_view text) {
  // A null pointer would bind NULL.
  sqlite3_bind_text64(statement_, index + 1, text.data() != nullptr ? text.data() : "", text.size(),
                      kCopy, SQLITE_UTF8);
}

void Statement::BindBlob(int index, std::string_view bytes) {
  sqlite3_bind_blob64(statement_, index + 1, bytes.data(), bytes.size(), kCopy);
}

void Statement::BindNull(int index) { sqlite3_bind_null(statement_, index + 1); }

Result<bool> Statement::Step() {
  const int result = sqlite3_step(statement_);
  if (result == SQLITE_ROW) return true;
  if (result == SQLITE_DONE) return false;
  Error error = ErrorOf(db_, result);
  sqlite3_reset(statement_);
  return error;
}

Status Statement::Run() {
  while (true) {
    const Result<bool> row = Step();
    if (!row.ok()) return row.error();
    if (!*row) break;
  }
  Reset();
  return Done{};
}

void Statement::Reset() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

bool Statement::IsNull(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

int64_t Statement::Int(int column) const { return sqlite3_column_int64(statement_, column); }

double Statement::Real(int column) const { return sqlite3_column_double(statement_, column); }

std::string Statement::Text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes), static_cast<size_t>(size)};
}

std::optional<int64_t> Statement::OptionalInt(int column) const {
  if (IsNull(column)) return std::nullopt;
  return Int(column);
}

std::optional<std::string> Statement::OptionalText(int column) const {
  if (IsNull(column)) return std::nullopt;
  return Text(column);
}

// --- Database ------------------------------------------------------------------------------------

struct Database::Deadline {
  std::chrono::steady_clock::time_point at;
};

Database::Database(sqlite3* db)
    : db_(db), deadline_(std::make_unique<Deadline>()), idle_(std::make_unique<IdleStatements>()) {}

Database::Database(Database&& other) noexcept
    : db_(std::exchange(other.db_, nullptr)),
      deadline_(std::move(other.deadline_)),
      idle_(std::move(other.idle_)),
      settle_(std::move(other.settle_)),
      drop_(std::move(other.drop_)) {}

Database& Database::operator=(Database&& other) noexcept {
  std::swap(db_, other.db_);
  std::swap(deadline_, other.deadline_);
  std::swap(idle_, other.idle_);
  std::swap(settle_, other.settle_);
  std::swap(drop_, other.drop_);
  return *this;
}

Database::~Database() {
  idle_.reset();
  sqlite3_close_v2(db_);
}

Result<Database> Database::Open(const std::filesystem::path& file, Access access) {
  int flags = SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE;
  switch (access) {
    case Access::kReadOnly: flags |= SQLITE_OPEN_READONLY; break;
    case Access::kReadWrite: flags |= SQLITE_OPEN_READWRITE; break;
    case Access::kCreate: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE; break;
  }
  std::string uri = UriOf(file);
  if (access == Access::kReadOnly && NeedsImmutable(file)) uri += "?immutable=1";
  sqlite3* handle = nullptr;
  const int result = sqlite3_open_v2(uri.c_str(), &handle, flags, nullptr);
  Database db(handle);
  if (result != SQLITE_OK) {
    Error error = ErrorOf(handle, result);
    error.file = file.string();
    return error;
  }
  // 64 MB of pages, where SQLite has 2: a batch of letters is not written out half done, and what every query
  // asks for stays.
  if (sqlite3_exec(handle, "PRAGMA cache_size = -65536", nullptr, nullptr, nullptr) != SQLITE_OK) {
    return ErrorOf(handle, sqlite3_errcode(handle));
  }
  // A reader may have to wait for the moment in which a writer ends the log.
  sqlite3_busy_timeout(handle, 5000);
  if (Status status = RegisterTokenizer(handle); !status.ok()) return status.error();
  if (Status status = RegisterRanking(handle); !status.ok()) return status.error();
  if (Status status = RegisterWords(handle); !status.ok()) return status.error();
  if (Status status = RegisterFacets(handle); !status.ok()) return status.error();
  if (Status status = RegisterPacking(handle); !status.ok()) return status.error();
  return db;
}

Result<Statement> Database::Prepare(std::string_view sql) {
  if (sqlite3_stmt* known = idle_->Take(sql)) return Statement(db_, known, idle_.get());
  sqlite3_stmt* statement = nullptr;
  const int result =
      sqlite3_prepare_v2(db_, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  if (result != SQLITE_OK) return ErrorOf(db_, result);
  return Statement(db_, statement, idle_.get());
}

Status Database::Execute(std::string_view sql) {
  const int result = sqlite3_exec(db_, std::string(sql).c_str(), nullptr, nullptr, nullptr);
  if (result != SQLITE_OK) return ErrorOf(db_, result);
  return Done{};
}

Result<std::optional<int64_t>> Database::QueryInt(std::string_view sql) {
  Result<Statement> statement = Prepare(sql);
  if (!statement.ok()) return statement.error();
  const Result<bool> row = statement->Step();
  if (!row.ok()) return row.error();
  if (!*row) return std::optional<int64_t>();
  return statement->OptionalInt(0);
}

Status Database::CopyTo(const std::filesystem::path& file) {
  Result<Database> copy = Open(file, Access::kCreate);
  if (!copy.ok()) return copy.error();
  sqlite3_backup* backup = sqlite3_backup_init(copy->db_, "main", db_, "main");
  if (backup == nullptr) return ErrorOf(copy->db_, sqlite3_errcode(copy->db_));
  // In one step, so that a writer cannot make it begin anew; it reads from one moment of the log.
  const int stepped = sqlite3_backup_step(backup, -1);
  const int finished = sqlite3_backup_finish(backup);
  if (stepped != SQLITE_DONE && stepped != SQLITE_OK) return ErrorOf(copy->db_, stepped);
  if (finished != SQLITE_OK) return ErrorOf(copy->db_, finished);
  return Done{};
}

int64_t Database::LastInsertId() const { return sqlite3_last_insert_rowid(db_); }

int Database::Changes() const { return sqlite3_changes(db_); }

bool Database::InTransaction() const { return sqlite3_get_autocommit(db_) == 0; }

void Database::AtEndOfTransaction(std::function<Status()> settle, std::function<void()> drop) {
  settle_ = std::move(settle);
  drop_ = std::move(drop);
}

void Database::SetDeadline(std::chrono::steady_clock::time_point deadline) {
  deadline_->at = deadline;
  // Every 1,000 steps of SQLite's machine: some 10 µs apart.
  sqlite3_progress_handler(
      db_, 1000,
      [](void* context) {
        return std::chrono::steady_clock::now() > static_cast<Deadline*>(context)->at ? 1 : 0;
      },
      deadline_.get());
}

void Database::LiftDeadline() { sqlite3_progress_handler(db_, 0, nullptr, nullptr); }

// --- Transaction ---------------------------------------------------------------------------------

Result<Transaction> Transaction::Begin(Database& db) {
  const bool nested = db.InTransaction();
  const Status status = db.Execute(nested ? "SAVEPOINT part" : "BEGIN IMMEDIATE");
  if (!status.ok()) return status.error();
  return Transaction(db, nested);
}

Transaction::Transaction(Transaction&& other) noexcept
    : db_(std::exchange(other.db_, nullptr)), nested_(other.nested_) {}

Transaction::~Transaction() {
  if (db_ == nullptr) return;
  // After a full disk SQLite has rolled back by itself; then there is nothing left to undo.
  const Status undone = db_->Execute(nested_ ? "ROLLBACK TO part; RELEASE part" : "ROLLBACK");
  static_cast<void>(undone);
  if (!nested_ && db_->drop_) db_->drop_();
}

Status Transaction::Commit() {
  if (!nested_ && db_->settle_) {
    if (Status settled = db_->settle_(); !settled.ok()) return settled;
  }
  const Status status = db_->Execute(nested_ ? "RELEASE part" : "COMMIT");
  if (status.ok()) db_ = nullptr;
  return status;
}

}  // namespace vanthu::archive
