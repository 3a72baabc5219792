// Whether an archive is sound: every file as it came, the database, its index and its records.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "models/core/result.h"
#include "pipeline/archive/sqlite.h"
#include "pipeline/archive/store.h"

namespace vanthu::archive {

// A file that letters came from, which must be in originals/.
struct WantedFile {
  std::string sha256;
  int64_t bytes = 0;
};
// Those of letters in the archive and in the trash; also of an archive of an older version.
Result<std::vector<WantedFile>> WantedFiles(Database& db);

// What is wrong with the pages, indexes and values of a database, as SQLite says it; empty where all is sound.
Result<std::vector<std::string>> BrokenPages(Database& db);

struct Damage {
  std::string file;    // of the archive: archive.db, originals/ab/cdef…
  std::string reason;  // for people
};

struct Soundness {
  int64_t letters = 0, files = 0;
  int64_t damages = 0;
};

struct VerifyEvents {
  std::function<Status(const Damage&)> damage;
  std::function<void(int64_t done, int64_t total)> progress;  // files
};

// Hashes every file in originals/ anew, holds them against the database, and checks the database: its pages,
// references, full-text index and records. What is damaged is no error; those are what keeps it from looking
// (kInterrupted, kDisk). Takes the archive opened for writing, as the index is checked by a writer alone.
Result<Soundness> Verify(Archive& archive, const std::atomic<bool>& stop,
                         const VerifyEvents& events);

}  // namespace vanthu::archive
