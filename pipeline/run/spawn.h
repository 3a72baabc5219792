// Starting another program: with what it is given, and nothing else of ours. Not for talking to it.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/core/result.h"

namespace vanthu::run {

enum class ProcessOutput { kDiscard, kInherit };

struct SpawnPlan {
  std::filesystem::path program;
  std::vector<std::string> arguments;              // the first is the name it is called by
  std::vector<std::string> environment;            // NAME=value, all of it
  ProcessOutput output = ProcessOutput::kDiscard;  // where its stderr goes; its stdout goes nowhere
  struct Given {
    int from = -1, to = -1;  // a descriptor of ours, and its number there
  };
  std::optional<Given> socket;
  bool own_group = false;  // what it starts itself can be ended with it
};

// The id of the process. kInternal where none can be made.
Result<pid_t> Spawn(const SpawnPlan& plan);

}  // namespace vanthu::run
