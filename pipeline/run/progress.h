// How far a job is, for whoever shows it.
#pragma once

#include <cstdint>
#include <functional>

namespace vanthu::run {

struct Progress {
  int64_t files_done = 0;
  int64_t files_total = 0;  // grows where ZIPs are met
  int64_t pages_done = 0;
  int64_t files_passed = 0;  // of files_done: nothing had to be read
};

using ShowProgress = std::function<void(const Progress&)>;

}  // namespace vanthu::run
