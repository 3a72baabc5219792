#include <filesystem>
#include <set>
#include <utility>

#include "pipeline/archive/store.h"
#include "pipeline/archive/trash.h"
#include "pipeline/run/import_held.h"
#include "pipeline/run/import_job.h"
#include "pipeline/run/inputs.h"

namespace vanthu::run {
namespace {

// None where there is no archive yet.
Result<std::optional<archive::Archive>> OpenIfThere(const std::filesystem::path& dir) {
  Result<archive::Archive> archive = archive::Archive::Open(dir, archive::OpenMode::kReadOnly);
  if (archive.ok()) return std::optional<archive::Archive>(*std::move(archive));
  if (archive.error().code == ErrorCode::kNotFound) return std::optional<archive::Archive>();
  return archive.error();
}

}  // namespace

Result<ImportReport> PlanImport(const ImportOptions& options, const std::atomic<bool>& stop,
                                const ImportEvents& events) {
  if (Status checked = CheckImport(options); !checked.ok()) return checked.error();
  Result<std::optional<archive::Archive>> archive = OpenIfThere(options.archive);
  if (!archive.ok()) return archive.error();
  const std::string key = options.pool.start.reader.Key();
  Inputs inputs(options.paths, std::filesystem::temp_directory_path(), options.pool.start.limits);
  ImportReport report;
  std::set<std::string> planned;
  while (std::optional<Result<InputFile>> input = inputs.Next()) {
    if (stop) return Error{ErrorCode::kInterrupted, "stopped", "", 0};
    ImportedFile file;
    Result<std::string> hash =
        input->ok() ? intake::Sha256OfFile((*input)->file) : Result<std::string>(input->error());
    file.name = input->ok() ? (*input)->Name() : input->error().file;
    if (!hash.ok()) {
      file.state = ImportState::kFailed;
      file.errors.push_back({hash.error().code, hash.error().message, file.name, 0});
      ++report.failed;
    } else {
      bool held = !planned.insert(*hash).second;
      if (!held && *archive) {
        Result<std::optional<std::string>> trashed = archive::ThrownAwaySince(**archive, *hash);
        if (!trashed.ok()) return trashed.error();
        file.trashed_at = *std::move(trashed);
        Result<bool> in_archive = IsHeld(**archive, *hash, options.mode, key);
        if (!in_archive.ok()) return in_archive.error();
        held = *in_archive || file.trashed_at;
      }
      if (held) file.state = ImportState::kSkipped;
      ++(held ? report.skipped : report.imported);
    }
    events.file(file);
    events.progress({report.imported + report.skipped + report.failed,
                     static_cast<int64_t>(inputs.total()), 0});
  }
  return report;
}

}  // namespace vanthu::run
