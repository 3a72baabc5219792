// A limit in time for what is asked of the archive in one call.
#pragma once

#include <fmt/format.h>

#include <chrono>

#include "pipeline/archive/sqlite.h"

namespace vanthu::archive {

// Statements of the database end with kTimeout once `limit` is over, until the guard goes.
class DeadlineGuard {
 public:
  DeadlineGuard(Database& db, std::chrono::milliseconds limit) : db_(db), limit_(limit) {
    db_.SetDeadline(std::chrono::steady_clock::now() + limit);
  }
  DeadlineGuard(const DeadlineGuard&) = delete;
  DeadlineGuard& operator=(const DeadlineGuard&) = delete;
  ~DeadlineGuard() { db_.LiftDeadline(); }

  // The error, with a timeout put into words.
  Error Explained(Error error) const {
    if (error.code == ErrorCode::kTimeout) {
      error.message =
          fmt::format("the query took longer than {} ms: ask for rarer words", limit_.count());
    }
    return error;
  }

 private:
  Database& db_;
  std::chrono::milliseconds limit_;
};

}  // namespace vanthu::archive
