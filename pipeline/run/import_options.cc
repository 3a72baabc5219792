#include "pipeline/run/import_job.h"

namespace vanthu::run {

Result<ImportMode> ParseImportMode(std::string_view name) {
  if (name == "skip") return ImportMode::kSkip;
  if (name == "redo") return ImportMode::kRedo;
  if (name == "force") return ImportMode::kForce;
  return Error{ErrorCode::kUsage, "the mode is skip, redo or force", "", 0};
}

std::string_view ImportStateName(ImportState state) {
  switch (state) {
    case ImportState::kImported: return "imported";
    case ImportState::kPartly: return "partly";
    case ImportState::kSkipped: return "skipped";
    case ImportState::kFailed: return "failed";
  }
  return "failed";
}

Status CheckImport(const ImportOptions& options) {
  if (options.paths.empty()) return Error{ErrorCode::kUsage, "no file or folder was named", "", 0};
  if (options.archive.empty()) return Error{ErrorCode::kUsage, "no archive was named", "", 0};
  return CheckPool(options.pool);
}

}  // namespace vanthu::run
