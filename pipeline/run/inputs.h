// The files that a command was given: files, folders to any depth in sorted order, and what is in
// ZIPs and mails, one after the other. Names that begin with a dot are passed over inside folders and ZIPs.
// Symbolic links inside a folder are followed to files of that folder only.
#pragma once

#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "models/core/result.h"
#include "pipeline/intake/intake.h"
#include "pipeline/run/pool.h"
#include "pipeline/run/temp_folder.h"

namespace vanthu::run {

struct InputFile {
  std::filesystem::path path;  // as it was named or found
  std::string member;          // path inside the ZIP or mail; empty where it is a file of its own
  int depth = 0;               // how many ZIPs and mails it lies in
  std::filesystem::path file;  // where the bytes are, as long as this value lives
  intake::MediaType media_type = intake::MediaType::kText;
  std::shared_ptr<const TempFolder> unpacked;  // keeps a ZIP's members alive

  // How reports name it: PATH, or PATH!MEMBER.
  std::string Name() const;
  // Without folders.
  std::string BaseName() const;
};

// What the pool needs to know of it. `file` must live until the task is done.
FileTask TaskFor(const InputFile& file);

class Inputs {
 public:
  // Looks through the folders at once; ZIPs and mails are unpacked under `unpack_in` when their turn comes.
  Inputs(const std::vector<std::filesystem::path>& roots, std::filesystem::path unpack_in,
         intake::Limits limits);

  // None at the end. An Error names what cannot be read (missing, no file, no right, empty, a kind
  // that is not read, a broken ZIP), and the next call goes on behind it.
  std::optional<Result<InputFile>> Next();

  // Files and ZIP members known of so far: grows where ZIPs are met.
  size_t total() const { return total_; }

 private:
  using Item = Result<InputFile>;
  // A file by its path, as short as it can be held: an archive's cupboard has a hundred thousand.
  using Found = std::variant<std::string, Error>;

  void AddRoot(const std::filesystem::path& root);
  void AddFolder(const std::filesystem::path& folder, const std::filesystem::path& root);
  void AddLink(const std::filesystem::path& link, const std::filesystem::path& root);
  void Add(Found found);
  std::optional<Item> Take();
  void Unpack(const InputFile& holder);
  Result<InputFile> Look(InputFile input) const;

  std::filesystem::path unpack_in_;
  intake::Limits limits_;
  std::deque<Found> found_;
  std::deque<Item> unpacked_;  // of the file that was taken last, to be given before the next one
  size_t total_ = 0;
};

}  // namespace vanthu::run
