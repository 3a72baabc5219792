// What an import did, kept as it goes, for its report: one object that says what was read, passed over,
// doubtful and failed, and why. export/import_page.h makes a page of it.
//
//   archive, dry_run, status (done, interrupted, failed), started_at, finished_at (ISO 8601, UTC), seconds
//   files    object: read, partly, skipped, doubtful, failed
//   letters, pages, pages_per_second
//   kinds    list: media_type, files, bytes, read, skipped, failed, pages
//   failed   list: file, page (null: the whole file), code, reason; files and pages
//   doubtful list: file, id, doubts (list: code, field, detail, page, score)
//   companions list: file, of (id, source): the same letter in another file, kept as one
//   rescans  list: file, id, of (id, source): perhaps the same
//   skipped  list of names
//   estimate object of a dry run: seconds, measured_files
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "pipeline/run/import_job.h"
#include "pipeline/run/import_plan.h"

namespace vanthu::run {

class ImportRecord {
 public:
  enum class Kind { kImport, kPlan };
  ImportRecord(std::filesystem::path archive, Kind kind);

  void Add(const ImportedFile& file);
  // `plan`: of a dry run. `status`: how it ended. To be called once, at the end.
  nlohmann::ordered_json Finish(const Status& status, const ImportPlan* plan);

 private:
  using Json = nlohmann::ordered_json;
  struct OfKind {
    int64_t files = 0, read = 0, skipped = 0, failed = 0, pages = 0;
    uint64_t bytes = 0;
  };
  Json Kinds() const;

  const std::filesystem::path archive_;
  const Kind kind_;
  const std::chrono::system_clock::time_point started_ = std::chrono::system_clock::now();
  const std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::map<std::string, OfKind> kinds_;
  int64_t read_ = 0, partly_ = 0, doubtful_files_ = 0, failed_files_ = 0, letters_ = 0, pages_ = 0;
  Json failed_ = Json::array(), doubtful_ = Json::array(), companions_ = Json::array(),
       rescans_ = Json::array(), skipped_ = Json::array();
};

}  // namespace vanthu::run
