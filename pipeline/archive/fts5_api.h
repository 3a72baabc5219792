// The door to FTS5's extension interface of one connection.
#pragma once

#include <sqlite3.h>

#include "models/core/result.h"

namespace vanthu::archive {

// Valid as long as the connection. kUnsupported where SQLite was built without FTS5.
inline Result<fts5_api*> Fts5ApiOf(sqlite3* db) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  if (api == nullptr) {
    return Error{ErrorCode::kUnsupported, "this SQLite has no full-text search (FTS5)", "", 0};
  }
  return api;
}

}  // namespace vanthu::archive
