// Packs named parts into a zip archive that is the same byte for byte every time.
#pragma once

#include <string>
#include <vector>

#include "result.h"

namespace vanthu::corpus {

struct ZipPart {
  std::string path;
  std::string bytes;
};

// The archive's bytes, parts in the order given, without times.
Result<std::string> PackZip(const std::vector<ZipPart>& parts);

}  // namespace vanthu::corpus
