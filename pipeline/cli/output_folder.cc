#include "pipeline/cli/output_folder.h"

#include <algorithm>
#include <system_error>

#include "pipeline/run/write_file.h"

namespace vanthu::cli {
namespace {

namespace fs = std::filesystem;

// "THƯ.PDF" ends in ".pdf".
bool HasEnding(std::string_view name, std::string_view ending) {
  if (name.size() <= ending.size()) return false;
  name.remove_prefix(name.size() - ending.size());
  return std::equal(name.begin(), name.end(), ending.begin(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
  });
}

}  // namespace

Result<OutputFolder> OutputFolder::Make(fs::path folder, std::vector<fs::path> inputs) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) return Error{ErrorCode::kDisk, failed.message(), folder.string(), 0};
  return OutputFolder(std::move(folder), std::move(inputs));
}

bool OutputFolder::IsInput(const fs::path& file) const {
  std::error_code failed;
  if (!fs::exists(file, failed)) return false;
  const fs::path here = fs::weakly_canonical(file, failed);
  return std::any_of(inputs_.begin(), inputs_.end(), [&](const fs::path& input) {
    std::error_code none;
    if (fs::equivalent(input, file, none)) return true;
    if (!fs::is_directory(input, none)) return false;
    const fs::path root = fs::weakly_canonical(input, none);
    return std::mismatch(root.begin(), root.end(), here.begin(), here.end()).first == root.end();
  });
}

fs::path OutputFolder::NameFor(const std::string& source, std::string_view ending) {
  const std::string stem =
      HasEnding(source, ending) ? source.substr(0, source.size() - ending.size()) : source;
  const std::string end =
      stem.size() < source.size() ? source.substr(stem.size()) : std::string(ending);
  std::string name = stem + end;
  for (int i = 2; names_.contains(name) || IsInput(folder_ / name); ++i)
    name = stem + "-" + std::to_string(i) + end;
  names_.insert(name);
  return folder_ / name;
}

Status OutputFolder::Put(const std::string& source, std::string_view ending,
                         std::string_view content) {
  return run::WriteFile(NameFor(source, ending), content);
}

}  // namespace vanthu::cli
