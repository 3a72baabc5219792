// How fast a job goes and how long it still takes, from how far it is. The clock is the caller's.
#pragma once

#include <chrono>
#include <deque>
#include <optional>

#include "pipeline/run/progress.h"

namespace vanthu::run {

class Pace {
 public:
  using Time = std::chrono::steady_clock::time_point;

  struct Now {
    double pages_per_second = 0;
    std::optional<std::chrono::seconds> left;  // none before a file has been read
  };

  // Called as progress is shown. None in the first seconds, when nothing can be said yet. The rates are
  // those of the last minute; files that are passed over take no time and count for neither.
  std::optional<Now> Update(const Progress& progress, Time now);

 private:
  struct Mark {
    Time at;
    int64_t files_read, pages;
  };
  std::deque<Mark> marks_;  // at most one a second, the oldest a minute old
};

}  // namespace vanthu::run
