// An archive of a few made-up letters in a folder that goes away with it.
#pragma once

#include <filesystem>
#include <optional>

#include "pipeline/archive/store.h"

namespace vanthu::fuzz {

class SampleArchive {
 public:
  SampleArchive();
  ~SampleArchive();
  SampleArchive(const SampleArchive&) = delete;
  SampleArchive& operator=(const SampleArchive&) = delete;

  archive::Archive& archive() { return *archive_; }

 private:
  std::filesystem::path dir_;
  std::optional<archive::Archive> archive_;
};

}  // namespace vanthu::fuzz
