#include "pipeline/run/import_plan.h"

#include <filesystem>
#include <set>
#include <utility>

#include "pipeline/archive/store.h"
#include "pipeline/archive/trash.h"
#include "pipeline/run/import_held.h"
#include "pipeline/run/inputs.h"

namespace vanthu::run {
namespace {

using std::chrono::milliseconds;

// One writer puts letters into the archive, whatever the number of workers.
constexpr milliseconds kWriting{3};

constexpr milliseconds kPage{3000};
constexpr milliseconds kTextFile{10};
constexpr uint64_t kPdfPageBytes = 300'000, kTiffPageBytes = 100'000;

bool HasAnyNumberOfPages(const std::string& media_type) {
  return media_type == intake::MimeName(intake::MediaType::kPdf) ||
         media_type == intake::MimeName(intake::MediaType::kTiff);
}

milliseconds Unmeasured(const std::string& media_type, const PlannedKind& kind) {
  if (HasAnyNumberOfPages(media_type)) {
    const bool pdf = media_type == intake::MimeName(intake::MediaType::kPdf);
    const uint64_t page_bytes = pdf ? kPdfPageBytes : kTiffPageBytes;
    const auto pages = static_cast<int64_t>(kind.bytes / page_bytes);
    return kPage * std::max(kind.files, pages);
  }
  return (media_type.starts_with("image/") ? kPage : kTextFile) * kind.files;
}

// None where there is no archive yet.
Result<std::optional<archive::Archive>> OpenIfThere(const std::filesystem::path& dir) {
  Result<archive::Archive> archive = archive::Archive::Open(dir, archive::OpenMode::kReadOnly);
  if (archive.ok()) return std::optional<archive::Archive>(*std::move(archive));
  if (archive.error().code == ErrorCode::kNotFound) return std::optional<archive::Archive>();
  return archive.error();
}

class Planner {
 public:
  Planner(const ImportOptions& options, std::optional<archive::Archive> archive)
      : options_(options),
        archive_(std::move(archive)),
        key_(options.pool.start.reader.Key()),
        inputs_(options.paths, std::filesystem::temp_directory_path(), options.pool.start.limits) {}

  Result<ImportPlan> Run(const std::atomic<bool>& stop, const ImportEvents& events) {
    while (std::optional<Result<InputFile>> input = inputs_.Next()) {
      if (stop) return Error{ErrorCode::kInterrupted, "stopped", "", 0};
      const Result<ImportedFile> file = Look(*input);
      if (!file.ok()) return file.error();
      events.file(*file);
      const ImportReport& files = plan_.files;
      events.progress({files.imported + files.skipped + files.failed,
                       static_cast<int64_t>(inputs_.total()), 0, 0});
    }
    if (Status estimated = Estimate(); !estimated.ok()) return estimated.error();
    return std::move(plan_);
  }

 private:
  Result<ImportedFile> Look(const Result<InputFile>& input) {
    ImportedFile file;
    file.name = input.ok() ? input->Name() : input.error().file;
    const Result<std::string> hash =
        input.ok() ? intake::Sha256OfFile(input->file) : Result<std::string>(input.error());
    if (!hash.ok()) {
      file.state = ImportState::kFailed;
      file.errors.push_back({hash.error().code, hash.error().message, file.name, 0});
      ++plan_.files.failed;
      return file;
    }
    Result<bool> held = IsPassedOver(*hash);
    if (!held.ok()) return held.error();
    if (archive_) {
      Result<std::optional<std::string>> trashed = archive::ThrownAwaySince(*archive_, *hash);
      if (!trashed.ok()) return trashed.error();
      file.trashed_at = *std::move(trashed);
      if (file.trashed_at) held = true;
    }
    const FileTask task = TaskFor(*input);
    file.sha256 = *hash;
    file.media_type = task.source.media_type;
    file.bytes = task.source.bytes;
    PlannedKind& kind = plan_.kinds[file.media_type];
    if (*held) {
      file.state = ImportState::kSkipped;
      ++plan_.files.skipped;
      ++kind.held;
    } else {
      ++plan_.files.imported;
      ++kind.files;
      kind.bytes += file.bytes;
    }
    return file;
  }

  Result<bool> IsPassedOver(const std::string& sha256) {
    if (!planned_.insert(sha256).second) return true;
    if (!archive_) return false;
    return IsHeld(*archive_, sha256, options_.mode, key_);
  }

  Status Estimate() {
    archive::Speeds speeds;
    if (archive_) {
      Result<archive::Speeds> known = archive::SpeedsOf(*archive_, key_);
      if (!known.ok()) return known.error();
      speeds = *std::move(known);
    }
    milliseconds busy{0};
    for (const auto& [media_type, kind] : plan_.kinds) {
      busy += EstimateBusy(media_type, kind, speeds);
      const auto known = speeds.find(media_type);
      if (kind.files > 0 && known != speeds.end()) plan_.measured_files += known->second.files;
    }
    plan_.time = std::chrono::ceil<std::chrono::seconds>(busy / options_.pool.workers +
                                                         kWriting * plan_.files.imported);
    return Done{};
  }

  const ImportOptions& options_;
  std::optional<archive::Archive> archive_;
  const std::string key_;
  Inputs inputs_;
  std::set<std::string> planned_;  // hashes
  ImportPlan plan_;
};

}  // namespace

milliseconds EstimateBusy(const std::string& media_type, const PlannedKind& kind,
                          const archive::Speeds& speeds) {
  const auto known = speeds.find(media_type);
  if (known == speeds.end() || known->second.files == 0 || known->second.bytes == 0)
    return Unmeasured(media_type, kind);
  const archive::Speed& speed = known->second;
  const double share = HasAnyNumberOfPages(media_type)
                           ? static_cast<double>(kind.bytes) / static_cast<double>(speed.bytes)
                           : static_cast<double>(kind.files) / static_cast<double>(speed.files);
  return milliseconds(static_cast<int64_t>(share * static_cast<double>(speed.busy_ms)));
}

Result<ImportPlan> PlanImport(const ImportOptions& options, const std::atomic<bool>& stop,
                              const ImportEvents& events) {
  if (Status checked = CheckImport(options); !checked.ok()) return checked.error();
  Result<std::optional<archive::Archive>> archive = OpenIfThere(options.archive);
  if (!archive.ok()) return archive.error();
  return Planner(options, *std::move(archive)).Run(stop, events);
}

}  // namespace vanthu::run
