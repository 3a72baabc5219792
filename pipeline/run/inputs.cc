#include "pipeline/run/inputs.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;

Error About(const fs::path& file, ErrorCode code, std::string why) {
  return {code, std::move(why), file.string(), 0};
}

bool IsHidden(const fs::path& path) {
  return std::any_of(path.begin(), path.end(), [](const fs::path& part) {
    const std::string& name = part.native();
    return name.size() > 1 && name.front() == '.' && name != "..";
  });
}

bool IsInside(const fs::path& file, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first ==
         folder.end();
}

}  // namespace

std::string InputFile::Name() const {
  return member.empty() ? path.string() : path.string() + "!" + member;
}

std::string InputFile::BaseName() const {
  return (member.empty() ? path : fs::path(member)).filename().string();
}

FileTask TaskFor(const InputFile& file) {
  FileTask task;
  task.file = file.file;
  task.name = file.Name();
  task.source.name = file.BaseName();
  task.source.media_type = intake::MimeName(file.media_type);
  std::error_code failed;
  const uintmax_t bytes = std::filesystem::file_size(file.file, failed);
  if (!failed) task.source.bytes = bytes;
  return task;
}

Inputs::Inputs(const std::vector<fs::path>& roots, fs::path unpack_in, intake::Limits limits)
    : unpack_in_(std::move(unpack_in)), limits_(limits) {
  for (const fs::path& root : roots) AddRoot(root);
}

void Inputs::Add(Found found) {
  found_.push_back(std::move(found));
  ++total_;
}

void Inputs::AddRoot(const fs::path& root) {
  std::error_code failed;
  const fs::file_status status = fs::status(root, failed);
  if (status.type() == fs::file_type::not_found) {
    Add(About(root, ErrorCode::kNotFound, "there is no such file"));
  } else if (fs::is_directory(status)) {
    AddFolder(root, fs::weakly_canonical(root, failed));
  } else {
    Add(root.string());
  }
}

void Inputs::AddFolder(const fs::path& folder, const fs::path& root) {
  std::error_code failed;
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
    entries.push_back(*at);
  if (failed) Add(About(folder, ErrorCode::kUnreadable, failed.message()));
  std::sort(entries.begin(), entries.end());
  for (const fs::directory_entry& entry : entries) {
    if (IsHidden(entry.path().filename())) continue;
    if (entry.is_symlink(failed)) {
      AddLink(entry.path(), root);
    } else if (entry.is_directory(failed)) {
      AddFolder(entry.path(), root);
    } else {
      Add(entry.path().string());
    }
  }
}

// Folders of the tree are met without the links to them.
void Inputs::AddLink(const fs::path& link, const fs::path& root) {
  std::error_code failed;
  const fs::path target = fs::canonical(link, failed);
  if (failed) {
    Add(About(link, ErrorCode::kUnreadable, "a symbolic link that leads nowhere"));
  } else if (!IsInside(target, root)) {
    Add(About(link, ErrorCode::kUnreadable, "a symbolic link that leads out of the folder"));
  } else if (!fs::is_directory(target, failed)) {
    Add(link.string());
  }
}

Result<InputFile> Inputs::Look(InputFile input) const {
  const auto error = [&input](ErrorCode code, std::string why) {
    return Error{code, std::move(why), input.Name(), 0};
  };
  std::error_code failed;
  const fs::file_status status = fs::status(input.file, failed);
  if (failed) return error(ErrorCode::kUnreadable, failed.message());
  // A pipe or a device may keep whoever opens it for ever.
  if (!fs::is_regular_file(status)) return error(ErrorCode::kUnreadable, "is not a regular file");
  if (access(input.file.c_str(), R_OK) != 0)
    return error(ErrorCode::kUnreadable, std::strerror(errno));
  Result<intake::MediaType> type = intake::Sniff(input.file);
  if (!type.ok()) return error(type.error().code, type.error().message);
  input.media_type = *type;
  return input;
}

void Inputs::Unpack(const InputFile& holder) {
  if (holder.depth >= limits_.max_nesting) {
    unpacked_.push_front(About(holder.Name(), ErrorCode::kLimit,
                               "ZIPs and mails are nested deeper than the limit allows"));
    return;
  }
  Result<TempFolder> folder = TempFolder::Make(unpack_in_);
  if (!folder.ok()) {
    unpacked_.push_front(folder.error());
    return;
  }
  const auto kept = std::make_shared<const TempFolder>(*std::move(folder));
  const auto unpack =
      holder.media_type == intake::MediaType::kMail ? intake::UnpackMail : intake::UnpackZip;
  Result<intake::Unpacked> unpacked = unpack(holder.file, kept->path(), limits_);
  if (!unpacked.ok()) {
    unpacked_.push_front(About(holder.Name(), unpacked.error().code, unpacked.error().message));
    return;
  }
  --total_;
  const std::string inside = holder.member.empty() ? "" : holder.member + "/";
  std::vector<Item> items;
  for (const Error& error : unpacked->errors)
    items.emplace_back(
        Error{error.code, error.message, holder.path.string() + "!" + inside + error.file, 0});
  std::stable_sort(unpacked->members.begin(), unpacked->members.end(),
                   [](const auto& a, const auto& b) { return a.name < b.name; });
  for (intake::Member& member : unpacked->members) {
    // __MACOSX holds one resource fork for every file that a Mac packed.
    if (IsHidden(member.name) || member.name.starts_with("__MACOSX/")) continue;
    items.emplace_back(
        InputFile{holder.path, inside + member.name, holder.depth + 1, member.file, {}, kept});
  }
  total_ += items.size();
  unpacked_.insert(unpacked_.begin(), std::make_move_iterator(items.begin()),
                   std::make_move_iterator(items.end()));
}

std::optional<Inputs::Item> Inputs::Take() {
  if (!unpacked_.empty()) {
    Item item = std::move(unpacked_.front());
    unpacked_.pop_front();
    return item;
  }
  if (found_.empty()) return std::nullopt;
  Found found = std::move(found_.front());
  found_.pop_front();
  if (auto* error = std::get_if<Error>(&found)) return std::move(*error);
  const fs::path path = std::get<std::string>(std::move(found));
  return InputFile{path, "", 0, path, {}, nullptr};
}

std::optional<Result<InputFile>> Inputs::Next() {
  while (std::optional<Item> item = Take()) {
    if (!item->ok()) return item;
    Result<InputFile> input = Look(**std::move(item));
    if (!input.ok() || !intake::HoldsFiles(input->media_type)) return input;
    Unpack(*input);
  }
  return std::nullopt;
}

}  // namespace vanthu::run
