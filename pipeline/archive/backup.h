// A copy of an archive that it can be made anew from: archive.db and originals/ as an archive has them, and
// backup.json, which says what the folder is. A backup is made again in the same folder: the database anew,
// of the files only what is new. What is in the folder stays a whole backup at any moment.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>

#include "models/core/result.h"
#include "pipeline/archive/file_ops.h"

namespace vanthu::archive {

struct CopiedArchive {
  int64_t letters = 0, files = 0;
  int64_t copied = 0;  // of the files, those that were not there before
};

// How files are kept: `settle` makes those that were kept since the last call survive a power cut and gives them
// their names.
struct CopyTools {
  FileOps& files;
  std::function<Status()> settle;
  std::function<void(int64_t done, int64_t total)> progress;  // files
};

// Copies the archive to the folder, which is empty, not there, or an older backup of the same archive: kUsage
// where it is something else. The archive may be read and written meanwhile and of an older version. Each file
// is hashed as it is copied, the copy of the database checked: kDamaged names what is broken, and the older
// backup stays as it was.
Result<CopiedArchive> BackUp(const std::filesystem::path& archive,
                             const std::filesystem::path& backup, const CopyTools& tools,
                             const std::atomic<bool>& stop);

// Makes an archive of a backup, brought up to date. kUsage where an archive is there already: nothing is written
// over. kDamaged names a file of the backup that is broken; there is no archive then.
Result<CopiedArchive> Restore(const std::filesystem::path& backup,
                              const std::filesystem::path& archive, const CopyTools& tools,
                              const std::atomic<bool>& stop);

}  // namespace vanthu::archive
