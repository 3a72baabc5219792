#include "pipeline/run/import_held.h"

#include <vector>

#include "models/document/page_json.h"

namespace vanthu::run {
namespace {

// Whether some page of the letters failed, or was read by OCR under other settings than `key`.
Result<bool> WantsRedo(archive::Archive& archive, const std::string& sha256,
                       const std::string& key) {
  Result<std::vector<int64_t>> ids = archive.LettersOfFile(sha256);
  if (!ids.ok()) return ids.error();
  for (int64_t id : *ids) {
    Result<archive::StoredLetter> letter = archive.Get(id);
    if (!letter.ok()) return letter.error();
    for (const archive::StoredPage& page : letter->pages) {
      if (page.origin == PageOriginName(PageOrigin::kFailed)) return true;
      if (page.origin != PageOriginName(PageOrigin::kOcr)) continue;
      Result<std::optional<Page>> reading = archive.GetReading(sha256, page.number, key);
      if (!reading.ok()) return reading.error();
      if (!reading->has_value()) return true;
    }
  }
  return false;
}

}  // namespace

Result<bool> IsHeld(archive::Archive& archive, const std::string& sha256, ImportMode mode,
                    const std::string& key) {
  if (mode == ImportMode::kForce) return false;
  Result<bool> has = archive.HasFile(sha256);
  if (!has.ok() || !*has || mode == ImportMode::kSkip) return has;
  Result<bool> redo = WantsRedo(archive, sha256, key);
  if (!redo.ok()) return redo;
  return !*redo;
}

}  // namespace vanthu::run
