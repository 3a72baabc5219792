// Queries of any bytes against a small archive: an answer, never an error of SQL.
#include <stdlib.h>

#include <filesystem>
#include <string>

#include "pipeline/archive/search.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/sample_archive.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace vanthu;
  static fuzz::SampleArchive sample;
  archive::SearchOptions options;
  options.limit = 3;
  options.time_limit = std::chrono::seconds(2);
  const Result<archive::SearchAnswer> answer =
      archive::Search(sample.archive(), fuzz::Text(data, size), options);
  if (!answer.ok()) {
    fuzz::Check(answer.error().code == ErrorCode::kTimeout, answer.error().Describe());
    return 0;
  }
  for (const archive::SearchRow& row : answer->rows) {
    fuzz::Check(!archive::ToJson(row).dump().empty(), "a row can be printed");
  }
  return 0;
}
