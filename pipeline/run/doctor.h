// What the program needs from the machine and whether it is there: what `vanthu doctor` prints.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/run/pool.h"

namespace vanthu::run {

enum class FindingState {
  kFound,
  kOptional,  // not there, and not needed
  kMissing,
};
std::string_view FindingStateName(FindingState state);  // found, optional, missing

struct Finding {
  std::string what;
  FindingState state = FindingState::kFound;
  std::string detail;  // where it is, or how to get it
};

// Starts a worker with the given options, loads the OCR models, looks for fonts and graphviz and at
// the archive.
// Changes nothing.
std::vector<Finding> Examine(const PoolOptions& options, const std::filesystem::path& archive);

}  // namespace vanthu::run
