// Letters as they are handed over: the metadata of Decree 30/2020/ND-CP, Annex VI, part II, with the files.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/export/standard_metadata.h"
#include "pipeline/run/office_jobs.h"

namespace vanthu::run {

struct StandardOptions {
  std::filesystem::path out;
  std::optional<std::string> dossier = {};  // only its letters
  std::string office_id;                    // OrganId of our own agency; empty: not known
};

struct StandardReport {
  int64_t letters = 0, dossiers = 0;
  struct Cut {
    std::string of;  // folder of the letter, file of the dossier
    exporting::Shortened what;
  };
  std::vector<Cut> cut;
  std::vector<Error> failed;  // letters whose original is lost
};

// Into a new or empty folder: vanban/ID/ with metadata.xml, metadata.json and the file as it came, a letter
// each; hoso/N.xml and N.json, a dossier each; SHA256SUMS over all of them, as `sha256sum -c` reads it.
// Errors: kUsage where the folder holds something, or the office is not known; kNotFound for a dossier that is
// not there; kDisk; kInterrupted.
Result<StandardReport> ExportStandard(const OfficeDesk& desk, const StandardOptions& options,
                                      const std::atomic<bool>& stop);

}  // namespace vanthu::run
