// One call of LibreOffice over many files: starting it takes some seconds, a file a fifth of one. It
// says little about what becomes of each file, so results are told by what comes out, in the order of
// the files: one that is passed over could not be read; one at which it hangs or dies costs that file.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <vector>

#include "models/core/result.h"
#include "pipeline/run/soffice.h"

namespace vanthu::run {

// LibreOffice stops without a word after some 247 files of one start.
inline constexpr size_t kMostFilesAtOnce = 100;

struct SofficeBatch {
  SofficeCall call;
  // As each file is through, by its place in call.files, in their order: the file that was made of
  // it, or why there is none.
  std::function<void(size_t, Result<std::filesystem::path>)> done;
};

// Until all files are through or `stop` is set, which ends LibreOffice; files without an answer are
// then given up.
void RunSofficeBatch(const SofficeOptions& options, ProcessOutput output, const SofficeBatch& batch,
                     const std::atomic<bool>& stop);

}  // namespace vanthu::run
