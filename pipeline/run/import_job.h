// Files, folders and ZIPs into the archive: what `vanthu import` does.
//
// What is to be read stands in the archive's job list before it is read, readings by OCR are kept as
// they come, letters are written in batches: stopped or killed at any moment, the same call again
// makes the archive that one quiet call would have made, and reads by OCR only what was lost.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/core/result.h"
#include "pipeline/archive/companions.h"
#include "pipeline/archive/rescans.h"
#include "pipeline/run/doubts.h"
#include "pipeline/run/pool.h"
#include "pipeline/run/progress.h"

namespace vanthu::run {

enum class ImportMode {
  kSkip,   // bytes that are in the archive are passed over
  kRedo,   // but for letters with a page that failed or was read with other settings
  kForce,  // everything is read again
};
// skip, redo, force; kUsage names them.
Result<ImportMode> ParseImportMode(std::string_view name);

struct ImportOptions {
  std::filesystem::path archive;
  std::vector<std::filesystem::path> paths;
  ImportMode mode = ImportMode::kSkip;
  PoolOptions pool;
  segment::PageOrder order = segment::PageOrder::kAsGiven;
};

enum class ImportState {
  kImported,
  kPartly,   // imported, but for the pages that `errors` names
  kSkipped,  // the archive holds these bytes
  kFailed,
};
std::string_view ImportStateName(ImportState state);  // imported, partly, skipped, failed

struct ImportedFile {
  std::string name;  // PATH or PATH!MEMBER
  ImportState state = ImportState::kImported;
  std::vector<int64_t> ids;  // of its letters; empty in a dry run
  int pages = 0;
  std::vector<Error> errors;
  // Letters of the archive that ones of this file may be a second scan of.
  struct Rescan {
    int64_t id = 0;
    archive::ScannedLetter of;
  };
  std::vector<Rescan> rescans = {};
  // Of a skipped file whose letters are in the trash: since when (ISO 8601, UTC). They stay there.
  std::optional<std::string> trashed_at = {};
  // What a person should look at, by letter.
  struct LetterDoubts {
    int64_t id = 0;
    std::vector<Doubt> doubts;
  };
  std::vector<LetterDoubts> doubtful = {};
  // The letter of the archive that the file's one letter is, in another file; `ids` is its id then.
  std::optional<archive::TwinLetter> same_as = {};
  std::string sha256 = {};      // empty where it could not be read
  std::string media_type = {};  // empty where it is not known
  uint64_t bytes = 0;
};

struct ImportReport {
  int64_t run = 0;                                            // 0 in a dry run
  int64_t imported = 0, partly = 0, skipped = 0, failed = 0;  // files
  int64_t letters = 0, pages = 0;
};

struct ImportEvents {
  std::function<void(const ImportedFile&)>
      file;  // as each is through; refused and skipped ones come early
  ShowProgress progress;
  // Files of which all that was said is on the disk for good. One that was passed over because its bytes were
  // being read under another name comes once that one is in, and not at all where it failed. May be empty.
  std::function<void(const std::vector<ImportedFile>&)> settled = {};
};

// kUsage where there is nothing to do or an option is out of range.
Status CheckImport(const ImportOptions& options);

// Errors end the job and leave the archive sound, to be gone on with by the same call: those of
// CheckImport and Archive::Open, kDisk, kInterrupted. What is wrong with one file is no error.
Result<ImportReport> RunImport(const ImportOptions& options, const std::atomic<bool>& stop,
                               const ImportEvents& events);

}  // namespace vanthu::run
