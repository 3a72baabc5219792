// How long files of each kind took to be read, so that a plan can say how long the next ones will.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "models/core/result.h"
#include "pipeline/archive/store.h"

namespace vanthu::archive {

// Of all files of a kind.
struct Speed {
  int64_t files = 0, pages = 0, bytes = 0;
  int64_t busy_ms = 0;  // that one core would have taken
};

// By media type.
using Speeds = std::map<std::string, Speed>;

// Adds to what is known of files read under `settings` (reading::Settings::Key()).
Status AddSpeeds(Archive& archive, std::string_view settings, const Speeds& speeds);
Result<Speeds> SpeedsOf(Archive& archive, std::string_view settings);

}  // namespace vanthu::archive
