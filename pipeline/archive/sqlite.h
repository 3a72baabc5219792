// A thin, move-only wrapper of SQLite: a connection, a statement, a transaction. The rest of the
// archive never sees a raw handle or a result code. Not for anything about letters.
//
// Errors: the disk is full, failed or is read-only -> kDisk; locked by another process -> kBusy;
// not a database or a broken one -> kDamaged; stopped by the deadline -> kTimeout; others ->
// kInternal.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace vanthu::archive {

class Database;
class IdleStatements;  // prepared ones that wait to be asked for again

// A prepared statement. Parameters and columns count from 0. Lives no longer than its Database.
class Statement {
 public:
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&& other) noexcept;
  ~Statement();

  void Bind(int index, int64_t value);
  void Bind(int index, int value) { Bind(index, static_cast<int64_t>(value)); }
  void Bind(int index, double value);
  void Bind(int index, std::string_view text);
  void Bind(int index, const char* text) { Bind(index, std::string_view(text)); }
  void BindBlob(int index, std::string_view bytes);
  void BindNull(int index);
  template <typename T>
  void Bind(int index, const std::optional<T>& value) {
    if (value) {
      Bind(index, *value);
    } else {
      BindNull(index);
    }
  }
  // Binds from parameter 0 on.
  template <typename... T>
  Statement& With(const T&... values) {
    int index = 0;
    (Bind(index++, values), ...);
    return *this;
  }

  // True while there is a row to look at.
  Result<bool> Step();
  // Runs to the end, rows are passed over, and makes the statement ready to be run again.
  Status Run();
  void Reset();

  bool IsNull(int column) const;
  int64_t Int(int column) const;
  double Real(int column) const;
  std::string Text(int column) const;  // bytes of a blob as well
  std::optional<int64_t> OptionalInt(int column) const;
  std::optional<std::string> OptionalText(int column) const;

 private:
  friend class Database;
  Statement(sqlite3* db, sqlite3_stmt* statement, IdleStatements* idle)
      : db_(db), statement_(statement), idle_(idle) {}

  sqlite3* db_ = nullptr;
  sqlite3_stmt* statement_ = nullptr;
  IdleStatements* idle_ = nullptr;  // where it goes in the end
};

enum class Access { kReadOnly, kReadWrite, kCreate };

class Database {
 public:
  // Opens with the project's tokenizer and ranking function registered.
  static Result<Database> Open(const std::filesystem::path& file, Access access);
  Database(Database&& other) noexcept;
  Database& operator=(Database&& other) noexcept;
  ~Database();

  // The same text a second time costs nothing once the first statement is gone.
  Result<Statement> Prepare(std::string_view sql);
  // Runs one or several statements.
  Status Execute(std::string_view sql);
  // First column of the first row; none where there is no row or it is NULL.
  Result<std::optional<int64_t>> QueryInt(std::string_view sql);

  // Copies the whole database as it stands at this moment to `file`, which must not be there, while others
  // read and write.
  Status CopyTo(const std::filesystem::path& file);

  int64_t LastInsertId() const;
  int Changes() const;
  bool InTransaction() const;

  // What is put off to the end of the outermost transaction: `settle` runs before it is committed, `drop`
  // once it is undone. One pair at a time.
  void AtEndOfTransaction(std::function<Status()> settle, std::function<void()> drop);

  // Statements that run past this moment end with kTimeout, until the deadline is lifted.
  void SetDeadline(std::chrono::steady_clock::time_point deadline);
  void LiftDeadline();

 private:
  friend class Transaction;
  explicit Database(sqlite3* db);

  struct Deadline;
  sqlite3* db_ = nullptr;
  std::unique_ptr<Deadline> deadline_;
  std::unique_ptr<IdleStatements> idle_;
  std::function<Status()> settle_;
  std::function<void()> drop_;
};

// Rolls back unless committed. Inside another transaction it is a savepoint of it.
class Transaction {
 public:
  static Result<Transaction> Begin(Database& db);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  // An error leaves the transaction to be rolled back.
  Status Commit();

 private:
  Transaction(Database& db, bool nested) : db_(&db), nested_(nested) {}

  Database* db_ = nullptr;  // null once done
  bool nested_ = false;
};

}  // namespace vanthu::archive
