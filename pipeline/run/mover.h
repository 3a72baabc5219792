// Files out of the way once what they hold is safe: `import --move`, `watch`. A file that is no longer
// the one that was read stays where it is, whatever became of the one that was.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/core/result.h"
#include "pipeline/run/import_job.h"

namespace vanthu::run {

struct MoveOptions {
  // Files and folders as they were named: what lies below a folder keeps its way there.
  std::vector<std::filesystem::path> roots;
  std::filesystem::path done;                   // read, or in the archive already
  std::optional<std::filesystem::path> failed;  // none: what failed stays
  // What is written into NAME.reason.txt beside a file that failed.
  std::function<std::string(const std::string& name, const std::vector<Error>& errors)> reason = {};
  // Whether a file is still as it was when its turn came; beside the hash of what was read, which is
  // compared in any case. May be empty.
  std::function<bool(const std::filesystem::path&)> unchanged = {};
};

struct MoveEvents {
  std::function<void(const std::filesystem::path& from, const std::filesystem::path& to)> moved;
  std::function<void(const Error&)> cannot;  // names the file, which stays
};

class Mover {
 public:
  Mover(MoveOptions options, MoveEvents events)
      : options_(std::move(options)), events_(std::move(events)) {}

  // Moves files of their own at once; members of a ZIP are remembered.
  void Settled(const std::vector<ImportedFile>& files);
  // Moves the ZIPs. To be called where the import came to its end, so that all of their members are
  // through; one with a member that failed has failed.
  void Finish();

 private:
  void Move(const std::filesystem::path& file, const std::string& sha256,
            const std::vector<Error>& errors);
  std::filesystem::path PlaceOf(const std::filesystem::path& file) const;

  const MoveOptions options_;
  const MoveEvents events_;
  std::map<std::filesystem::path, std::vector<Error>> zips_;  // errors of their members
};

// The file on the disk that a report names: PATH of PATH!MEMBER.
std::filesystem::path OuterFile(const std::string& name);

// Moves into a folder, which is made; a name that is taken gets a number: "a-2.pdf". Over file systems
// the file is copied first. Answers where it is now. kDisk.
Result<std::filesystem::path> MoveFile(const std::filesystem::path& from,
                                       const std::filesystem::path& to);

}  // namespace vanthu::run
