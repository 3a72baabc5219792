// Whether a file still has to be read, given what the archive holds of its bytes.
#pragma once

#include <string>

#include "models/core/result.h"
#include "pipeline/archive/store.h"
#include "pipeline/run/import_job.h"

namespace vanthu::run {

// True where `mode` passes over a file of these bytes. `key`: reading::Settings::Key() of the settings
// that it would be read with.
Result<bool> IsHeld(archive::Archive& archive, const std::string& sha256, ImportMode mode,
                    const std::string& key);

}  // namespace vanthu::run
