// A page of the archive as it was scanned, with what was found on it drawn in: what `show --image` does.
// The words are those that were kept when the page was read; nothing is read by OCR again.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <optional>

#include "models/core/result.h"
#include "pipeline/run/pool.h"

namespace vanthu::run {

struct PageImageOptions {
  std::filesystem::path archive;
  int64_t letter = 0;
  std::optional<int> page;   // 1-based place in the file; none: the letter's first
  std::filesystem::path to;  // a new PNG
  PoolOptions pool;          // of the process that draws
};

// Errors: kUsage (the letter has no such page, `to` is there already), kUnsupported for a letter that
// came as text, kDisk, those of Archive::Open and Errand.
Status DrawPage(const PageImageOptions& options, const std::atomic<bool>& stop);

}  // namespace vanthu::run
