#include "pipeline/run/kept_reading.h"

namespace vanthu::run {

std::vector<std::string> ReadingKeys(const reading::Settings& settings) {
  std::vector<std::string> keys = {settings.Key()};
  reading::Settings other = settings;
  for (reading::Quality quality :
       {reading::Quality::kThorough, reading::Quality::kNormal, reading::Quality::kQuick}) {
    other.quality = quality;
    keys.push_back(other.Key());
  }
  return keys;
}

Result<std::optional<Page>> KeptReading(archive::Archive& archive, const std::string& sha256,
                                        int page, const reading::Settings& settings) {
  for (const std::string& key : ReadingKeys(settings)) {
    Result<std::optional<Page>> kept = archive.GetReading(sha256, page, key);
    if (!kept.ok() || kept->has_value()) return kept;
  }
  return std::optional<Page>();
}

}  // namespace vanthu::run
