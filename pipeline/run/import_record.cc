#include "pipeline/run/import_record.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace vanthu::run {
namespace {

using Json = nlohmann::ordered_json;

std::string Utc(std::chrono::system_clock::time_point at) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                     fmt::gmtime(std::chrono::system_clock::to_time_t(at)));
}

double Tenths(double value) { return std::round(value * 10) / 10; }

Json FailureJson(const std::string& name, const Error& error) {
  return {{"file", error.file.empty() ? name : error.file},
          {"page", error.page > 0 ? Json(error.page) : Json()},
          {"code", ErrorCodeName(error.code)},
          {"reason", error.message}};
}

Json DoubtJson(const Doubt& doubt) {
  return {{"code", doubt.code},
          {"field", doubt.field.empty() ? Json() : Json(doubt.field)},
          {"detail", doubt.detail.empty() ? Json() : Json(doubt.detail)},
          {"page", doubt.page > 0 ? Json(doubt.page) : Json()},
          {"score", doubt.code == "unsure" ? Json(std::round(doubt.score * 100) / 100) : Json()}};
}

std::string StatusName(const Status& status) {
  if (status.ok()) return "done";
  return status.error().code == ErrorCode::kInterrupted ? "interrupted" : "failed";
}

}  // namespace

ImportRecord::ImportRecord(std::filesystem::path archive, Kind kind)
    : archive_(std::move(archive)), kind_(kind) {}

void ImportRecord::Add(const ImportedFile& file) {
  OfKind& kind = kinds_[file.media_type];
  ++kind.files;
  kind.bytes += file.bytes;
  kind.pages += file.pages;
  if (!file.same_as) letters_ += static_cast<int64_t>(file.ids.size());
  pages_ += file.pages;
  switch (file.state) {
    case ImportState::kImported:
      ++read_;
      ++kind.read;
      break;
    case ImportState::kPartly:
      ++partly_;
      ++kind.read;
      break;
    case ImportState::kSkipped:
      ++kind.skipped;
      skipped_.push_back(file.name);
      break;
    case ImportState::kFailed:
      ++failed_files_;
      ++kind.failed;
      break;
  }
  for (const Error& error : file.errors) failed_.push_back(FailureJson(file.name, error));
  if (!file.doubtful.empty()) ++doubtful_files_;
  for (const ImportedFile::LetterDoubts& letter : file.doubtful) {
    Json doubts = Json::array();
    for (const Doubt& doubt : letter.doubts) doubts.push_back(DoubtJson(doubt));
    doubtful_.push_back({{"file", file.name}, {"id", letter.id}, {"doubts", std::move(doubts)}});
  }
  if (file.same_as)
    companions_.push_back({{"file", file.name},
                           {"of", {{"id", file.same_as->id}, {"source", file.same_as->source}}}});
  for (const ImportedFile::Rescan& rescan : file.rescans)
    rescans_.push_back({{"file", file.name},
                        {"id", rescan.id},
                        {"of", {{"id", rescan.of.head.id}, {"source", rescan.of.source}}}});
}

Json ImportRecord::Kinds() const {
  Json kinds = Json::array();
  for (const auto& [media_type, kind] : kinds_)
    kinds.push_back({{"media_type", media_type.empty() ? Json() : Json(media_type)},
                     {"files", kind.files},
                     {"bytes", kind.bytes},
                     {"read", kind.read},
                     {"skipped", kind.skipped},
                     {"failed", kind.failed},
                     {"pages", kind.pages}});
  return kinds;
}

Json ImportRecord::Finish(const Status& status, const ImportPlan* plan) {
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
  Json report = {
      {"archive", archive_.string()},
      {"dry_run", kind_ == Kind::kPlan},
      {"status", StatusName(status)},
      {"started_at", Utc(started_)},
      {"finished_at", Utc(std::chrono::system_clock::now())},
      {"seconds", Tenths(seconds)},
      {"files",
       {{"read", read_},
        {"partly", partly_},
        {"skipped", skipped_.size()},
        {"doubtful", doubtful_files_},
        {"failed", failed_files_}}},
      {"letters", letters_},
      {"pages", pages_},
      {"pages_per_second", seconds > 0 ? Tenths(static_cast<double>(pages_) / seconds) : 0.0},
      {"kinds", Kinds()},
      {"failed", std::move(failed_)},
      {"doubtful", std::move(doubtful_)},
      {"companions", std::move(companions_)},
      {"rescans", std::move(rescans_)},
      {"skipped", std::move(skipped_)}};
  if (plan != nullptr)
    report["estimate"] = {{"seconds", plan->time.count()},
                          {"measured_files", plan->measured_files}};
  return report;
}

}  // namespace vanthu::run
