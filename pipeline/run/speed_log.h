// How fast the files of a run were read, kept in the archive for the plans of later runs.
#pragma once

#include <chrono>
#include <string_view>
#include <utility>

#include "pipeline/archive/speeds.h"
#include "pipeline/run/flow.h"

namespace vanthu::run {

class SpeedLog {
 public:
  void Add(const archive::FileInfo& file, const FileOutcome& outcome) {
    archive::Speed& speed = speeds_[file.media_type];
    ++speed.files;
    for (const MadeLetter& letter : outcome.letters)
      speed.pages += static_cast<int64_t>(letter.record.pages.size());
    speed.bytes += static_cast<int64_t>(file.bytes);
    busy_[file.media_type] += outcome.busy;
  }

  // What was added since the last call.
  Status Write(archive::Archive& archive, std::string_view settings) {
    for (const auto& [media_type, busy] : busy_)
      speeds_[media_type].busy_ms =
          std::chrono::duration_cast<std::chrono::milliseconds>(busy).count();
    busy_.clear();
    return archive::AddSpeeds(archive, settings, std::exchange(speeds_, {}));
  }

 private:
  archive::Speeds speeds_;
  std::map<std::string, std::chrono::nanoseconds> busy_;
};

}  // namespace vanthu::run
