// The folder of --out: one file a result, named after what it was made of. Nothing that was given to be
// read is written over.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"

namespace vanthu::cli {

class OutputFolder {
 public:
  // Makes the folder. `inputs`: files and folders that were given to be read. kDisk.
  static Result<OutputFolder> Make(std::filesystem::path folder,
                                   std::vector<std::filesystem::path> inputs);

  // Where the result of `source` goes: SOURCE + ending ("thư.docx.json"), or SOURCE where it has that
  // ending already ("thư.pdf"). A name that was given out before, or that is the name of an input, gets
  // a number: "thư.docx-2.json", "thư-2.pdf". What an earlier run left under the name is written over.
  std::filesystem::path NameFor(const std::string& source, std::string_view ending);

  // Writes a file of that name. kDisk names it.
  Status Put(const std::string& source, std::string_view ending, std::string_view content);

 private:
  OutputFolder(std::filesystem::path folder, std::vector<std::filesystem::path> inputs)
      : folder_(std::move(folder)), inputs_(std::move(inputs)) {}
  bool IsInput(const std::filesystem::path& file) const;

  std::filesystem::path folder_;
  std::vector<std::filesystem::path> inputs_;
  std::set<std::string> names_;  // given out
};

}  // namespace vanthu::cli
