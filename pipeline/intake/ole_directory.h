// What lies at the root of an OLE container, the form of Word, Excel and PowerPoint files before 2007
// ([MS-CFB]). Not for what lies in storages below (embedded objects), nor for reading streams.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::intake {

struct OleEntry {
  std::string name;     // UTF-8
  uint64_t offset = 0;  // in the file, of its first sector
};

// `head`: the first 512 bytes of the file. A damaged directory gives what can be made out.
std::vector<OleEntry> ReadOleRoot(const std::filesystem::path& file, std::string_view head);

}  // namespace vanthu::intake
